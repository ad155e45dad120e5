import { sql } from 'kysely'
import type { Context } from '../../../platform/operation/operation.ts'

/** The meetings around this moment with which somebody has something to do; a few at most. Who they are in each is asked of each. */
export async function meetingsToday({ db, clock }: Pick<Context, 'db' | 'clock'>, person: string): Promise<string[]> {
  const now = clock.now()
  const rows = await db
    .selectFrom('meeting_card as m')
    .where('m.state', 'in', ['invited', 'running'])
    .where(sql<boolean>`m.starts_at between ${now}::timestamptz - interval '15 days' and ${now}::timestamptz + interval '1 day'`)
    .where(sql<boolean>`coalesce(m.ends_at, m.starts_at) > ${now}::timestamptz - interval '1 day'`)
    .where(sql<boolean>`m.id in (
      select i.meeting_id from meeting_invitee_card i where i.person_id = ${person}::uuid
      union all select x.meeting_id from meeting_proxy_card x where x.person_id = ${person}::uuid
      union all select e.meeting_id from meeting_engagement_card e where e.person_id = ${person}::uuid)`)
    .select('m.id')
    .orderBy('m.starts_at')
    .orderBy('m.id')
    .limit(5)
    .execute()
  return rows.map(({ id }) => id)
}

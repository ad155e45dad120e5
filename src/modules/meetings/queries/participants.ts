import { sql } from 'kysely'
import type { Zone } from '../../../platform/i18n/format.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import type { State } from '../schema/meetings.ts'

/**
 * A meeting for those who take part in it, whatever else they may read: whoever asks is asked apart who they are in it. `lock` makes those
 * who change something of it at once take turns.
 */
export async function meetingOfParticipants({ db }: Pick<Context, 'db'>, id: string, lock = false) {
  if (lock) await db.selectFrom('meeting').select('id').where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  const row = await db
    .selectFrom('meeting as m')
    .innerJoin('office_card as o', 'o.id', 'm.office_id')
    .where('m.id', '=', id)
    .select(['m.id', 'm.number', 'm.title', 'm.place', 'm.starts_at as startsAt', 'm.ends_at as endsAt', 'm.office_id as officeId'])
    .select(['o.name as officeName', sql<State>`m.state`.as('state'), sql<Zone>`o.zone`.as('zone'), sql<string>`o.path::text`.as('path')])
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}
export type MeetingOfParticipants = Awaited<ReturnType<typeof meetingOfParticipants>>

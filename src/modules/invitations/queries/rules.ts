import { sql } from 'kysely'
import type { Context } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import type { Rule } from '../schema/invitations.ts'

type Named = { id: string; name: string }

const named = (table: 'office_card' | 'partner_card', ids: string) => sql<Named[]>`coalesce((
  select jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name) order by x.name) from ${sql.table(table)} x where x.id = any (${sql.ref(ids)})), '[]')`

/** The rules of a meeting in the order in which they were made, each with how many invitees it has; one statement. */
export async function rulesOf({ db }: Pick<Context, 'db'>, meetingId: string): Promise<Rule[]> {
  const rows = await db
    .selectFrom('meeting_invitation_rule as r')
    .leftJoin('person_card as p', 'p.id', 'r.person_id')
    .select(['r.id', 'r.kind', 'r.positions', 'r.units', 'r.levels', 'r.classes', 'r.guest', 'r.institution', 'r.email'])
    .select(['r.involvement', 'r.mode', 'r.person_id as personId', 'p.name as personName'])
    .select([named('office_card', 'r.places').as('places'), named('partner_card', 'r.partners').as('partners')])
    .select(
      sql<number>`(select count(*)::integer from meeting_invitee_rule l join meeting_invitee i on i.id = l.invitee_id
        where l.rule_id = r.id and i.withdrawn_at is null)`.as('invitees'),
    )
    .where('r.meeting_id', '=', meetingId)
    .where('r.removed_at', 'is', null)
    .orderBy('r.seq')
    .execute()
  return rows.map(({ personId, personName, units, levels, classes, ...row }) => ({
    ...row,
    units: units as Rule['units'],
    levels: levels as Rule['levels'],
    classes: classes as Rule['classes'],
    person: personId ? { id: personId, name: personName ?? '' } : null,
  }))
}

/** The meeting that a rule is of; refuses one that is not there or was taken away. */
export async function meetingOfRule({ db }: Pick<Context, 'db'>, id: string): Promise<string> {
  const row = await db
    .selectFrom('meeting_invitation_rule')
    .select('meeting_id')
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw notFound()
  return row.meeting_id
}

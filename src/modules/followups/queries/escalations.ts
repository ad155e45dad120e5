import { sql } from 'kysely'
import { type Context, newId } from '../../../platform/operation/operation.ts'
import type { Escalation } from '../schema.ts'

/** How far an overdue follow-up has been told upwards for this due date: how often, to which level last, and on which day there. */
export type Escalated = { times: number; level: number | null; on: string | null }

export async function escalatedSoFar({ db }: Pick<Context, 'db'>, id: string, dueOn: string, zone: string): Promise<Escalated> {
  return db
    .selectFrom('follow_up_escalation')
    .where('follow_up_id', '=', id)
    .where('due_on', '=', dueOn)
    .select([
      sql<number>`count(*)`.as('times'),
      sql<number | null>`min(level)`.as('level'),
      sql<string | null>`(max(at) at time zone ${zone})::date`.as('on'),
    ])
    .executeTakeFirstOrThrow()
}

/** Offices at or above a path, by their level: 1 is the national one. */
export async function officesAbove({ db }: Pick<Context, 'db'>, path: string): Promise<Map<number, { id: string; name: string }>> {
  const rows = await db
    .selectFrom('office_card')
    .where(sql<boolean>`path @> ${path}::text::ltree`)
    .select(['id', 'name', sql<number>`nlevel(path)`.as('level')])
    .execute()
  return new Map(rows.map(({ level, ...office }) => [level, office]))
}

type Row = { followUpId: string; dueOn: string; level: number; officeId: string; personIds: string[]; passed: string[] }

export const addEscalation = (
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  { followUpId, dueOn, level, officeId, personIds, passed }: Row,
) =>
  db
    .insertInto('follow_up_escalation')
    .values({
      id: newId(),
      follow_up_id: followUpId,
      due_on: dueOn,
      level,
      office_id: officeId,
      person_ids: personIds,
      passed_office_ids: passed,
      at: clock.now(),
    })
    .execute()

/** Everything that was told upwards, oldest first, with the names of today. */
export async function escalationsOf({ db }: Pick<Context, 'db'>, id: string): Promise<Escalation[]> {
  const { rows } = await sql<Omit<Escalation, 'at'> & { at: Date }>`
    select e.at, e.due_on as "dueOn", o.name as office,
      array(select p.name from person_card p where p.id = any (e.person_ids) order by p.name) as persons,
      array(select w.name from office_card w where w.id = any (e.passed_office_ids) order by nlevel(w.path) desc) as passed
    from follow_up_escalation e join office_card o on o.id = e.office_id where e.follow_up_id = ${id}::uuid order by e.at, e.level desc`.execute(
    db,
  )
  return rows.map(row => ({ ...row, at: row.at.toISOString() }))
}

import { sql } from 'kysely'
import { reach, within } from '../../../platform/authority/reach.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { todayThere } from '../../followups/queries/visible.ts'
import type { Side } from '../../questionnaires/schema.ts'
import { isOver } from './assignments.ts'

/**
 * Forms of one place and side: `late` were submitted after their due day, `overdue` were not and are past it, `never` were not and are
 * taken no more; `draft` are those that are begun and still taken. As the filters of the list.
 */
export type Response = { assignments: number; submitted: number; late: number; draft: number; overdue: number; never: number }
export type PlaceResponse = Response & { code: string; name: string; path: string; side: Side }

/**
 * How many of a cycle's forms in reach were submitted, by province (the national office stands alone, with its own code) and side. One
 * statement.
 */
export const responseByProvince = (context: Context, cycleId: string): Promise<PlaceResponse[]> =>
  responseAt(context, cycleId, sql`subpath(o.path, 0, least(2, nlevel(o.path)))`, sql<boolean>`true`)

/** The same by office, below one path. */
export const responseByOffice = (context: Context, cycleId: string, path: string): Promise<PlaceResponse[]> =>
  responseAt(context, cycleId, sql`o.path`, sql<boolean>`o.path <@ ${path}::text::ltree`)

async function responseAt(
  context: Context,
  cycleId: string,
  place: ReturnType<typeof sql>,
  condition: ReturnType<typeof sql<boolean>>,
): Promise<PlaceResponse[]> {
  const { rows } = await sql<PlaceResponse>`
    select l.code, l.name, l.path::text as path, n.side, n.assignments, n.submitted, n.late, n.draft, n.overdue, n.never
    from (
      select ${place} as path, t.side, count(*)::integer as assignments,
        count(*) filter (where t.submitted_at is not null)::integer as submitted,
        count(*) filter (where t.late)::integer as late,
        count(*) filter (where t.submitted_at is null and not ${isOver(context)} and t.started_at is not null)::integer as draft,
        count(*) filter (where t.submitted_at is null and not ${isOver(context)} and coalesce(t.extended_to, c.due_on) < ${todayThere(context)})::integer as overdue,
        count(*) filter (where t.submitted_at is null and ${isOver(context)})::integer as never
      from assignment t join office_card o on o.id = t.office_id join cycle c on c.id = t.cycle_id
      where t.cycle_id = ${cycleId} and ${condition}
        and ${within(reach(context, 'assignment.read'), { path: sql.ref('o.path'), partner: sql.ref('t.partner_id') })}
      group by 1, 2
    ) n join office_card l on l.path = n.path order by l.code, n.side`.execute(context.db)
  return rows
}

/** Forms, submitted ones and offices and partners that answer, of all cycles in reach: how the years compare. One statement. */
export async function responseByCycle(
  context: Context,
): Promise<{ cycleId: string; name: string; periodTo: string; assignments: number; submitted: number; score: number | null }[]> {
  const { rows } = await sql<{
    cycleId: string
    name: string
    periodTo: string
    assignments: number
    submitted: number
    score: number | null
  }>`
    select c.id as "cycleId", c.name, c.period_to as "periodTo", n.assignments, n.submitted, n.score
    from (
      select t.cycle_id, count(*)::integer as assignments, count(t.submitted_at)::integer as submitted,
        round(avg(t.score) filter (where c.closed_at is not null), 2)::float8 as score
      from assignment t join office_card o on o.id = t.office_id join cycle c on c.id = t.cycle_id
      where ${within(reach(context, 'assignment.read'), { path: sql.ref('o.path'), partner: sql.ref('t.partner_id') })}
      group by t.cycle_id
    ) n join cycle c on c.id = n.cycle_id order by c.period_to desc, c.id desc`.execute(context.db)
  return rows
}

import { sql } from 'kysely'
import type { Context } from '../../../platform/operation/operation.ts'
import { addDays, daysBetween } from '../../../platform/values/clock.ts'
import { awaits, remaining } from '../rules.ts'
import { type FollowUpCounts, type FollowUpFilter, type RemainingDay, type State, states } from '../schema.ts'
import { filterCondition, type Narrowed } from './list.ts'
import { overdue, visible } from './visible.ts'

/** How many are in each state and how many of them overdue, of what is in reach and fits the filter. One statement. */
export async function followUpCounts(context: Context, filter: Narrowed & { ids?: readonly string[] } = {}): Promise<FollowUpCounts> {
  const rows = await visible(context)
    .where(filterCondition(context, filter))
    .$if(filter.ids !== undefined, query => query.where(sql<boolean>`f.id = any (${filter.ids}::uuid[])`))
    .select(['f.state', sql<number>`count(*)`.as('count'), sql<number>`count(*) filter (where ${overdue(context)})`.as('overdue')])
    .groupBy('f.state')
    .execute()
  const of = (state: State) => rows.find(row => row.state === state)
  const sum = (some: typeof rows) => some.reduce((total, { count }) => total + count, 0)
  return {
    total: sum(rows),
    active: sum(rows.filter(({ state }) => awaits(state) || state === 'reported')),
    overdue: rows.reduce((total, row) => total + row.overdue, 0),
    states: Object.fromEntries(states.map(state => [state, of(state)?.count ?? 0])) as FollowUpCounts['states'],
  }
}

type Span = { from?: string | undefined; to: string; step?: 1 | 7; ids?: readonly string[]; filter?: FollowUpFilter }

/**
 * How many were not yet verified or cancelled at the end of each day, from what happened, and how many were verified until then; `planned`
 * is how many would be left had each been finished on its due date. Without `from`, since the first of them, a year at most. By the day for
 * up to 62 days, else by the week. Days are Jakarta's. One statement.
 */
export async function burnDown(context: Context, { from, to, step, ids, filter = {} }: Span): Promise<RemainingDay[]> {
  const chosen = visible(context)
    .where(filterCondition(context, filter))
    .$if(ids !== undefined, query => query.where(sql<boolean>`f.id = any (${ids}::uuid[])`))
    .select(['f.id', 'f.state', 'f.due_on', 'f.created_at'])
  const { rows } = await sql<RemainingDay>`
    with chosen as (${chosen}),
    changes as (
      select (e.at at time zone 'Asia/Jakarta')::date as day, case when e.kind in ('assigned', 'reopened') then 1 else -1 end as open,
        case when e.kind = 'verified' then 1 when e.kind = 'reopened' and lag(e.kind) over (partition by e.follow_up_id order by e.at, e.id) = 'verified' then -1 else 0 end as done, 0 as planned
      from follow_up_event e join chosen c on c.id = e.follow_up_id where e.kind in ('assigned', 'reopened', 'verified', 'cancelled')
      union all
      select (c.created_at at time zone 'Asia/Jakarta')::date, 0, 0, 1 from chosen c where c.state <> 'cancelled'
      union all
      select c.due_on, 0, 0, -1 from chosen c where c.state <> 'cancelled'
    )
    select day, sum(open)::int as open, sum(done)::int as done, sum(planned)::int as planned from changes where day <= ${to}::date group by day order by day`.execute(
    context.db,
  )
  const since = from ?? [addDays(to, -364), addDays(rows[0]?.day ?? to, -1)].sort().at(-1)!
  return remaining(rows, since, to, step ?? (daysBetween(since, to) > 62 ? 7 : 1))
}

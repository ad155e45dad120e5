import { sql } from 'kysely'
import { type Reach, within } from '../../../platform/authority/reach.ts'
import { type Context, self } from '../../../platform/operation/operation.ts'
import type { Change } from '../schema.ts'
import { type Row, readable } from './readable.ts'

/** Who has not been here for longer, or never, is told of so many days. */
export const longest = 30
export const first = 7
/** The latest lines of one's own reach that are told at most, and things of these; where few changes are wanted, so many for each. */
const [told, things, thingsEach] = [1_000, 200, 3]

type Mark = { line: number; since: Date | null; latest: number }
/** From where on changes are told: after the mark, and nothing before `bound`. */
type Turn = { mark: Mark; bound: Date }

/** Up to where the one who asks has seen what changed, when that line was written, and the latest line that there is. */
export async function markOf(context: Context): Promise<Mark> {
  const { rows } = await sql<Mark>`
    select coalesce(m.line, 0) as line, coalesce(e.at, m.marked_at) as since, coalesce((select max(id) from audit_event_card), 0) as latest
    from (select 1) one left join change_mark m on m.person_id = ${self(context)}
      left join audit_event_card e on e.id = m.line`.execute(context.db)
  return rows[0]!
}

/** The line after the mark that is the last one until `bound`, or the mark itself: halved, as lines are numbered in order of time. */
async function lastUntil(context: Context, mark: Mark, bound: Date): Promise<number> {
  const { rows } = await sql<{ low: number }>`
    with recursive halves as (
      select ${mark.line}::bigint as low, ${mark.latest}::bigint + 1 as high
      union all
      select case when e.at > ${bound} then low else e.id end, case when e.at > ${bound} then e.id else high end
      from halves join audit_event_card e on e.id = (low + high) / 2 where high - low > 1
    )
    select low from halves order by high - low limit 1`.execute(context.db)
  return rows[0]!.low
}

/** `since` is when the earliest line was written that was looked at, where there are more lines than are told. */
type Found = { rows: Row[]; more: boolean; since: Date | null }
type Latest = { changes: Change[]; more: boolean; since: Date | null }

/**
 * The latest changes, at most `most`. Where fewer than all are wanted, fewer things are looked at and named first; all of them only where
 * so many belong together or cannot be read that these do not fill the answer, so that what stands in it is the same either way.
 */
export async function latestChanges(context: Context, own: Reach, turn: Turn, most: number, all: boolean): Promise<Latest> {
  const { rows, more, since } = await changedSince(context, own, turn, all ? things : Math.min(most * thingsEach, things))
  const changes = await readable(context, rows)
  if (!all && more && changes.length <= most) return latestChanges(context, own, turn, most, true)
  return { changes: changes.slice(0, most), more: more || changes.length > most, since }
}

/**
 * The things in reach to which others did something after the line of the mark, nothing before `bound`, the latest first. It is the line
 * that counts and not the time of marking: what came while the list was read is not lost.
 */
async function changedSince(context: Context, own: Reach, { mark, bound }: Turn, most: number): Promise<Found> {
  const isNear = mark.latest - mark.line <= told || (mark.since !== null && mark.since > bound)
  const after = isNear ? mark.line : await lastUntil(context, mark, bound) // the number alone says what need not be looked at
  const kinds = [...new Set(context.subjects.kinds.values())]
  const always = kinds.filter(({ isNews }) => isNews === true).map(({ kind }) => kind)
  const some = kinds.flatMap(({ kind, isNews }) => (Array.isArray(isNews) ? isNews.map(operation => `${kind} ${operation}`) : []))
  const { rows } = await sql<Row & { lines: number; earliest: Date }>`
    with recent as (
      select e.id, e.at, e.operation, e.subject_kind, e.subject_id, e.transaction, e.person_id from audit_event_card e
      where e.id > ${after} and e.id <= ${mark.latest} and e.at > ${bound}
        and e.person_id is distinct from ${self(context)} and ${inReach(own)}
        and (e.subject_kind = any (${always}) or e.subject_kind || ' ' || e.operation = any (${some}))
      order by e.id desc limit ${told + 1}
    )
    select subject_kind as kind, subject_id as id, max(at) as at, (array_agg(transaction::text order by id desc))[1] as act,
      array_agg(operation order by id) as operations, array_agg(person_id order by id desc) as actors,
      (select count(*) from recent) as lines, (select min(at) from recent) as earliest
    from recent group by 1, 2 order by max(id) desc limit ${most + 1}`.execute(context.db)
  const since = rows[0] && rows[0].lines > told ? rows[0].earliest : null
  const changed = rows.slice(0, most).map(row => ({ ...row, operations: [...new Set(row.operations)] }))
  return { rows: changed, more: since !== null || rows.length > most, since }
}

/** The index on reach knows what is below a place and not what is at it, so that is looked for below it first. */
function inReach(own: Reach) {
  const columns = { paths: sql.ref('e.reach'), partner: sql.ref('e.partner_id') }
  if (own.everywhere || own.at.length === 0) return within(own, columns)
  return sql<boolean>`${within({ ...own, below: [...own.below, ...own.at], at: [] }, columns)} and ${within(own, columns)}`
}

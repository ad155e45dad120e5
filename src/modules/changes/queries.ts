import { sql } from 'kysely'
import { type Reach, within } from '../../platform/authority/reach.ts'
import { type Context, self } from '../../platform/operation/operation.ts'
import { deedOf, findSubjects, kindNames, type Named } from '../../platform/subject/subject.ts'
import type { Change } from './schema.ts'

/** Who has not been here for longer, or never, is told of so many days. */
export const longest = 30
export const first = 7
/** Lines of the trail that are looked through at most, from the latest back; lines of one's own reach that are told; and things of these. */
const [lookedThrough, told, things] = [20_000, 1_000, 200]

type Mark = { line: number; since: Date | null; latest: number }

/** Up to where the one who asks has seen what changed, and the latest line that there is. */
export async function markOf(context: Context): Promise<Mark> {
  const { rows } = await sql<Mark>`
    select coalesce(m.line, 0) as line, m.marked_at as since, coalesce((select max(id) from audit_event_card), 0) as latest
    from (select 1) one left join change_mark m on m.person_id = ${self(context)}`.execute(context.db)
  return rows[0]!
}

/** `act` is the transaction of what happened to it last; `actors` are who did what to it, the latest first, null where the system did. */
type Row = { kind: string; id: string; at: Date; act: string; operations: string[]; actors: (string | null)[] }

/**
 * The things in reach to which others did something after the line of the mark, nothing before `bound`, the latest first. It is the line
 * that counts and not the time of marking: what came while the list was read is not lost.
 */
export async function changedSince(context: Context, own: Reach, mark: Mark, bound: Date): Promise<{ rows: Row[]; more: boolean }> {
  const kinds = [...context.subjects.kinds.values()].filter(({ isNews }) => isNews).map(({ kind }) => kind)
  const { rows } = await sql<Row>`
    with recent as (
      select e.id, e.at, e.operation, e.subject_kind, e.subject_id, e.transaction, e.person_id from audit_event_card e
      where e.id > ${Math.max(mark.line, mark.latest - lookedThrough)} and e.id <= ${mark.latest} and e.at > ${bound}
        and e.person_id is distinct from ${self(context)} and e.subject_kind = any (${kinds})
        and ${within(own, { paths: sql.ref('e.reach'), partner: sql.ref('e.partner_id') })}
      order by e.id desc limit ${told}
    )
    select subject_kind as kind, subject_id as id, max(at) as at, max(transaction::text::numeric)::text as act, array_agg(distinct operation) as operations,
      array_agg(person_id order by id desc) as actors
    from recent group by 1, 2 order by max(id) desc limit ${things + 1}`.execute(context.db)
  return { rows: rows.slice(0, things), more: rows.length > things }
}

/**
 * What of the changed may be read now, by its present name. What one deed did to several things of a kind at once, as a form that is
 * submitted makes its findings, is one change, named by the first of them.
 */
export async function readable(context: Context, rows: readonly Row[]): Promise<Change[]> {
  const { locale, subjects } = context
  const actors = [...new Set(rows.flatMap(row => row.actors.flatMap(actor => actor ?? [])))]
  const found = await findSubjects(context, [...rows, ...actors.map(id => ({ kind: 'person', id }))])
  const called = new Map(actors.map((id, index) => [id, found[rows.length + index]]))
  const changes: (Omit<Change, 'by'> & Pick<Row, 'act' | 'actors'>)[] = []
  for (const [index, { operations, ...row }] of rows.entries()) {
    const named = found[index]
    if (!named) continue
    const deeds = operations.map(operation => deedOf(subjects, operation)[locale].replace(/:$/, ''))
    const last = changes.at(-1)
    if (last?.kind === row.kind && last.act === row.act && last.deeds.join() === deeds.join()) {
      last.others += 1
      last.actors = [...last.actors, ...row.actors]
    } else changes.push({ ...row, ...named, kindName: kindNames(subjects, row.kind)[locale], deeds, others: 0 })
  }
  return changes.map(({ act: _, actors, ...change }) => ({ ...change, by: doneBy(actors, called) }))
}

/** Who it was, by name where the reader may know them; the others are counted. */
function doneBy(actors: readonly (string | null)[], called: ReadonlyMap<string, Named | null | undefined>): Change['by'] {
  const ids = [...new Set(actors.flatMap(actor => actor ?? []))]
  const people = ids.flatMap(id => {
    const named = called.get(id)
    return named ? [{ id, ...named }] : []
  })
  return { people, others: ids.length - people.length, system: actors.includes(null) }
}

import { sql } from 'kysely'
import { mostCounted } from '../../platform/database/keyset.ts'
import type { Context } from '../../platform/operation/operation.ts'
import type { Searched } from '../../platform/search/searched.ts'
import type { Sought } from '../../platform/search/sought.ts'
import type { SubjectKind } from '../../platform/subject/subject.ts'
import { markerOf, pieceAround } from './rules.ts'
import type { FoundThing } from './schema.ts'

export type SearchedKind = SubjectKind & { searched: Searched }

/** The kinds of things that can be found, in the order of the modules. */
export const searchedKinds = ({ subjects }: Pick<Context, 'subjects'>): SearchedKind[] =>
  [...new Set(subjects.kinds.values())].filter((each): each is SearchedKind => each.searched !== undefined)

export type Turn = { skip: number; take: number }
export type Matched = { kind: string; total: number; more: boolean; ids: string[] }

/**
 * What has the words, of every kind in one statement: how many, at most a thousand and one of them looked at, and the ids of the best.
 * Kinds of which nothing was found are left out.
 */
export async function matched(context: Context, sought: Sought, turnOf: (kind: string) => Turn): Promise<Matched[]> {
  const parts = searchedKinds(context).map(({ kind, searched }) => {
    const { skip, take } = turnOf(kind)
    return sql`(with found as materialized (select id, rank from (${searched.matching(context, sought)}) every limit ${mostCounted + 1})
      select ${kind}::text as kind, (select count(*) from found)::int as total,
        array(select id::text from found order by rank desc, id desc limit ${take} offset ${skip}) as ids)`
  })
  const { rows } = await sql<{ kind: string; total: number; ids: string[] }>`${sql.join(parts, sql` union all `)}`.execute(context.db)
  return rows
    .filter(({ total }) => total > 0)
    .map(({ kind, total, ids }) => ({ kind, total: Math.min(total, mostCounted), more: total > mostCounted, ids }))
}

/** These things as they are shown, in the order of the ids; what is out of reach by now is left out. */
export async function shownThings(context: Context, { kind, names, searched }: SearchedKind, ids: string[], sought: Sought) {
  if (!ids.length) return []
  const lines = new Map((await searched.lines(context, ids, sought)).map(line => [line.id, line]))
  const { marksIn, pieceOf, nearnessOf } = markerOf(sought)
  return ids.flatMap(id => {
    const line = lines.get(id)
    if (!line) return []
    const { texts, ...rest } = line
    const text = pieceOf(texts)
    const title = pieceOf([line.title]) ?? pieceAround(line.title, 0)
    const thing: FoundThing = {
      ...rest,
      kind,
      kindName: names[context.locale],
      title,
      text,
      marks: { title: marksIn(title), number: marksIn(line.number ?? ''), text: marksIn(text ?? '') },
    }
    const near = nearnessOf({ title: line.title, rest: [line.number, ...line.about, text].join(' ') })
    return [{ thing, near }]
  })
}

import type { z } from 'zod'
import { type Context, operation, self } from '../../../platform/operation/operation.ts'
import { isLongEnough, type Sought, soughtBy, soughtNear } from '../../../platform/search/sought.ts'
import { type Matched, matched, type SearchedKind, searchedKinds, shownThings } from '../queries.ts'
import { type FoundThing, SearchAnswer, SearchQuery, sizes } from '../schema.ts'

export const search = operation({
  name: 'search.list',
  summary:
    'Find agreements, partners, offices, people, findings, follow-ups, reports, cycles and the text of their files by words, a place or a number: what is in your reach, grouped by kind; where nothing has the words, what comes nearest',
  power: 'own',
  reads: true,
  input: SearchQuery,
  output: SearchAnswer,
  example: { q: 'rahasia rapat' },
  async run(context, query) {
    self(context)
    const typed = query.q.trim()
    if (!typed) return { outcome: 'empty' as const, exact: [], groups: [] }
    const sought = await soughtBy(context.db, typed)
    const exact = query.kind ? [] : await exactly(context, typed, sought)
    const isSome = exact.length > 0
    if (!isLongEnough(sought))
      return { outcome: isSome ? ('found' as const) : sought.words.length ? ('short' as const) : ('unclear' as const), exact, groups: [] }
    const { near, found, isNear } = await nearest(context, sought, query)
    const groups = await groupsOf(context, found, near)
    const outcome = groups.length && isNear ? ('similar' as const) : groups.length || isSome ? ('found' as const) : ('nothing' as const)
    return { outcome, exact, groups }
  },
})

type Query = z.output<typeof SearchQuery>

/**
 * What has the words; where nothing in reach has, what has words one slip away, then farther ones, then some of several. Which step is
 * taken follows from what is in reach alone: a word that stands elsewhere changes nothing, not even how many questions are asked.
 */
async function nearest(context: Context, sought: Sought, { kind: only, page }: Query) {
  const turnOf = (kind: string) =>
    only === undefined ? { skip: 0, take: sizes.beside } : { skip: (page - 1) * sizes.alone, take: kind === only ? sizes.alone : 0 }
  const found = await matched(context, sought, turnOf)
  if (found.length) return { near: sought, found, isNear: false }
  for (const step of ['nearer', 'farther'] as const) {
    const near = await soughtNear(context.db, sought, step)
    const found = await matched(context, near, turnOf)
    if (found.length) return { near, found, isNear: true }
  }
  // Nothing has all of them: what has some, each as it was typed or near to that. Of a number its parts say nothing.
  if (sought.words.length > 1 && !/\d/.test(sought.typed)) {
    const near = inOne(await soughtNear(context.db, sought, 'farther'))
    const found = await matched(context, near, turnOf)
    if (found.length) return { near, found, isNear: true }
  }
  return { near: sought, found: [], isNear: false }
}

/** Several words as one that each of them is, but for those of two letters, which stand everywhere. */
const inOne = ({ typed, words }: Sought): Sought => ({ typed, words: [words.filter(([first]) => first!.word.length > 2).flat()] })

/** Each kind with its best, the kind first of which one comes nearest to the words; comments after all others. */
async function groupsOf(context: Context, found: Matched[], sought: Sought): Promise<SearchAnswer['groups']> {
  const kinds = new Map(searchedKinds(context).map(each => [each.kind, each]))
  const groups: { isLast: boolean; near: number; group: SearchAnswer['groups'][number] }[] = []
  for (const { kind, total, more, ids } of found) {
    const { searched } = kinds.get(kind)!
    const things = await shownThings(context, kinds.get(kind)!, ids, sought)
    const best = things.length > sizes.beside ? things : things.sort((a, b) => b.near - a.near)
    groups.push({
      isLast: searched.isLast === true,
      near: Math.max(0, ...things.map(({ near }) => near)),
      group: { kind, name: searched.group[context.locale], total, more, found: best.map(({ thing }) => thing) },
    })
  }
  return groups.sort((a, b) => Number(a.isLast) - Number(b.isLast) || b.near - a.near).map(({ group }) => group)
}

/** What has exactly this number or code; only asked where it looks like one. */
async function exactly(context: Context, typed: string, sought: Sought): Promise<FoundThing[]> {
  if (!/\d/.test(typed) || (/\s/.test(typed) && !/[/.-]/.test(typed))) return []
  const all: FoundThing[] = []
  for (const kind of searchedKinds(context).filter((each: SearchedKind) => each.searched.numbered)) {
    const ids = await kind.searched.numbered!(context, typed)
    all.push(...(await shownThings(context, kind, ids, sought)).map(({ thing }) => thing))
  }
  return all
}

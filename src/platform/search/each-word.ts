import { type RawBuilder, sql } from 'kysely'
import { hasBeginnings, hasInOrder } from '../database/search.ts'
import { hasEvery, mostWords, nameHasEvery, type Sought } from './sought.ts'

/** Where one word may stand: in a `tsvector`, or in a text that is never null. */
export type Word = { in: (search: RawBuilder<unknown>) => RawBuilder<unknown>; inName: (name: RawBuilder<unknown>) => RawBuilder<unknown> }

/**
 * What has every word that was typed, each by itself: one in what a thing says and another in the name of its partner. `having` is whether
 * the thing has one word; a word that stands everywhere, such as "dan", is not asked for unless there is no other.
 */
export function hasEachWord(typed: string, having: (word: Word) => RawBuilder<unknown>): RawBuilder<boolean> {
  const words = [...new Set(typed.toLowerCase().split(/\s+/))].filter(Boolean).slice(0, mostWords)
  const isLookedFor = (some: string) => sql`coalesce(numnode(search_beginnings(${some})), 0) > 0`
  const conditions = words.map(word => sql`(not ${isLookedFor(word)} or ${having(typedWord(word))})`)
  return sql<boolean>`(${sql.join([isLookedFor(typed), ...conditions], sql` and `)})`
}

/** The same by words near to those typed (`soughtNear`). */
export const hasEachNear = ({ typed, words }: Sought, having: (word: Word) => RawBuilder<unknown>): RawBuilder<boolean> =>
  words.length
    ? sql<boolean>`(${sql.join(
        words.map(some =>
          having({
            in: search => hasEvery({ typed, words: [some] }, search),
            inName: name => nameHasEvery({ typed, words: [some] }, name),
          }),
        ),
        sql` and `,
      )})`
    : sql<boolean>`false`

const typedWord = (word: string): Word => ({
  in: search => hasBeginnings(search, word),
  // Two letters stand in nearly every name.
  inName: name => (word.length > 2 ? hasInOrder(name, word) : sql`false`),
})

import type { Expression } from 'kysely'
import type { Localized } from '../i18n/words.ts'
import type { Context } from '../operation/operation.ts'
import type { Sought } from './sought.ts'

/** How things of a kind are found by words: what a module says of it, beside what the kind is called and who may see it. */
export type Searched = {
  /** What several of them are called, as the head of what was found: "Perjanjian". */
  group: Localized
  /** After all others, however near: what is said of things, and no thing of its own. */
  isLast?: true
  /**
   * All in reach of the one who asks that have every word, made of the kind's own `visible`, as a select of `id` (uuid) and `rank` (a
   * number, the best largest); in no order.
   */
  matching(context: Context, sought: Sought): Expression<unknown>
  /** Those with this number or code in reach, as people write it; it is asked only where something like one was typed. */
  numbered?(context: Context, typed: string): Promise<string[]>
  /** Those of these ids that are in reach now, in no order; a fixed number of statements for however many. */
  lines(context: Context, ids: string[], sought: Sought): Promise<SearchLine[]>
}

/** One thing that was found. `texts` are what else it says, the telling first: the piece with the words is shown. */
export type SearchLine = {
  id: string
  title: string
  number: string | null
  /** What tells it apart from others: partner, office, status. */
  about: string[]
  texts: string[]
  path: string
}

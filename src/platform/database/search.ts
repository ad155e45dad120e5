import { type RawBuilder, sql } from 'kysely'

/**
 * Whether a text has the words in their order, wherever they stand, also begun or shortened ("kab. pasuruan", "univ bahari"), whatever
 * their case, accents, apostrophes and other signs. Nothing has what is only signs.
 */
export const hasInOrder = (text: RawBuilder<unknown>, typed: string): RawBuilder<boolean> =>
  sql<boolean>`plain_words(${text}) like words_in_order(${typed})`

/** By words without signs and accents, and by numbers as people count: the same on every engine. For columns that are never null. */
export const sortKey = (text: RawBuilder<unknown>): RawBuilder<string> => sql<string>`(sort_key(${text}) collate "C")`

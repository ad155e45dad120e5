import { type Expression, type RawBuilder, sql } from 'kysely'
import type { Queryable } from './database.ts'

/**
 * Whether a text has the words in their order, wherever they stand, also begun or shortened ("kab. pasuruan", "univ bahari"), whatever
 * their case, accents, apostrophes and other signs. Nothing has what is only signs.
 */
export const hasInOrder = (text: RawBuilder<unknown>, typed: string): RawBuilder<boolean> =>
  sql<boolean>`plain_words(${text}) like words_in_order(${typed})`

/**
 * Whether a `tsvector` has words that begin as each of those typed: as they are kept, by their stems, and as they stand where they were
 * written. What is known of a word is asked once for all rows.
 */
export const hasBeginnings = (search: RawBuilder<unknown>, typed: string): RawBuilder<boolean> =>
  sql<boolean>`(${search} @@ search_beginnings(${typed}) or ${search} @@ (select known_beginnings(${typed})))`

/** How near a piece of a text comes to what was typed, from 0 to 1: what is misspelt comes nearer than what is something else. */
export const nearness = (text: RawBuilder<unknown>, typed: string): RawBuilder<number> =>
  sql<number>`word_similarity(plain_words(${typed}), plain_words(${text}))`

/** From here on something else may have been meant. */
export const isNear = (text: RawBuilder<unknown>, typed: string): RawBuilder<boolean> => sql<boolean>`${nearness(text, typed)} >= 0.4`

/** As many are asked about. */
export const mostNear = 5

/**
 * What fits; where nothing does, what comes nearest, by its column `nearness`, marked so. Both are selects with the same columns, in their
 * order and bounded; the second is carried out only where the first gives nothing. One statement.
 */
export async function fittingOrNear<Row>(db: Queryable, fitting: Expression<Row>, near: Expression<Row & { nearness: number }>) {
  const { rows } = await sql<Row & { nearness: number | null }>`
    with fitting as (${fitting}), near as (${near})
    select fitting.*, null::real as nearness from fitting union all select * from near where not exists (select from fitting)`.execute(db)
  return nearest(rows)
}

/** Of what comes near, only what comes about as near as the nearest, which is first. */
export function nearest<Row extends { nearness: number | null }>(rows: readonly Row[]): (Row & { near: boolean })[] {
  const best = rows[0]?.nearness ?? 0
  return rows.flatMap(row => ((row.nearness ?? 1) >= best * 0.85 ? [{ ...row, near: row.nearness !== null }] : []))
}

/** By words without signs and accents, and by numbers as people count: the same on every engine. For columns that are never null. */
export const sortKey = (text: RawBuilder<unknown>): RawBuilder<string> => sql<string>`(sort_key(${text}) collate "C")`

import { type RawBuilder, sql } from 'kysely'
import type { Queryable } from '../database/database.ts'

/** A word to find things by: as it is compared (`plain_words`), as a query, and the paths of the offices that it names. */
export type Alternative = { word: string; query: string; places: string[] }

/** What is looked for: of each word that was typed at least one alternative must be there. */
export type Sought = { typed: string; words: Alternative[][] }

/** Words beyond these are not looked for: a search stays as quick as a long one. */
export const mostWords = 10
/** A word that stands in the name of more offices than these, such as "kota" or "provinsi", names no place. */
const mostPlaces = 60

/** Whether there is a word long enough to be looked up: by shorter ones alone every row would be read. */
export const isLongEnough = ({ words }: Sought): boolean => words.some(([first]) => first!.word.length > 2)

/** What was typed, word by word; nothing where there are only signs and words that stand everywhere, such as "dan". */
export async function soughtBy(db: Queryable, typed: string): Promise<Sought> {
  const words = sql`(select word, min(at) as at from regexp_split_to_table(without_stop_words(plain_words(${typed})), ' +') with ordinality as split (word, at)
    where word <> '' group by word order by min(at) limit ${mostWords})`
  return { typed, words: (await alternatives(db, words)).map(each => [each]) }
}

/** Known words that are like those that were typed, for each the nearest as far as `reach` allows; the typed one is among them. */
export async function soughtNear(db: Queryable, sought: Sought, allow: (typed: string, word: string) => boolean): Promise<Sought> {
  const typed = sought.words.map(([first]) => first!.word)
  const { rows } = await sql<{ typed: string; word: string }>`
    select typed, near.word from unnest(${typed}::text[]) typed cross join lateral (
      select word from (select word from known_word where word % typed union select word from search_word where word % typed) known
      order by similarity(word, typed) desc, word limit ${mostNear}) near
    where length(typed) >= 4`.execute(db)
  const near = Map.groupBy(
    rows.filter(({ typed, word }) => typed !== word && allow(typed, word)),
    row => row.typed,
  )
  const all = [...new Set([...near.values()].flat().map(({ word }) => word))]
  if (!all.length) return sought
  const found = await alternatives(db, sql`(select word, at from unnest(${all}::text[]) with ordinality as near (word, at))`)
  const byWord = new Map(found.map(each => [each.word, each]))
  const words = sought.words.map(([first]) => [first!, ...(near.get(first!.word) ?? []).flatMap(({ word }) => byWord.get(word) ?? [])])
  return { typed: sought.typed, words }
}
/** As many known words are looked at for a typed one. */
const mostNear = 60

/** Beginnings of words, as `search_beginnings` has them, and the offices (of provinces and regencies) that have such a word in their name. */
async function alternatives(db: Queryable, words: RawBuilder<unknown>): Promise<Alternative[]> {
  const { rows } = await sql<Alternative & { at: number }>`
    select w.word, to_tsquery('indonesian'::regconfig, w.word || case when length(w.word) > 2 then ':*' else '' end)::text as query,
      coalesce(o.places, '{}') as places
    from ${words} w left join lateral (
      select case when count(*) <= ${mostPlaces} then array_agg(named.path) end as places from (
        select path::text as path from office_card o where o.kind in ('province', 'regency')
          and plain_words(o.name) like '%' || w.word || '%' and ' ' || plain_words(o.name) like '% ' || w.word || '%' limit ${mostPlaces + 1}
      ) named
    ) o on length(w.word) >= 4 order by w.at`.execute(db)
  return rows.filter(({ query }) => query !== '') // what is no word to the parser of searches, such as half a letter
}

/**
 * Whether a `tsvector` has every word; `place` says whether the thing is at one of these paths, which stands for the word that names
 * them.
 */
export function hasEvery(
  { words }: Sought,
  search: RawBuilder<unknown>,
  place?: (paths: string[]) => RawBuilder<unknown>,
): RawBuilder<boolean> {
  const isPlace = (some: Alternative[]) => place !== undefined && some.some(({ places }) => places.length)
  const plain = words.filter(some => !isPlace(some))
  const conditions = [
    ...(plain.length ? [sql`${search} @@ ${plain.map(anyOf).join(' & ')}::tsquery`] : []),
    ...words
      .filter(isPlace)
      .map(some => sql`(${search} @@ ${anyOf(some)}::tsquery or ${place!([...new Set(some.flatMap(({ places }) => places))])})`),
  ]
  return conditions.length ? sql<boolean>`(${sql.join(conditions, sql` and `)})` : sql<boolean>`false`
}

/** How well a `tsvector` has the words. */
export const rankOf = ({ words }: Sought, search: RawBuilder<unknown>): RawBuilder<number> =>
  sql<number>`ts_rank(${search}, ${words.map(anyOf).join(' & ')}::tsquery)`

/** Whether a text that is never null, such as a name, has every word at the beginning of one of its own; those of one or two signs whole. */
export function nameHasEvery({ words }: Sought, name: RawBuilder<unknown>): RawBuilder<boolean> {
  const begins = ({ word }: Alternative) =>
    sql`(plain_words(${name}) like ${`%${word}%`} and ' ' || plain_words(${name}) || ' ' like ${word.length < 3 ? `% ${word} %` : `% ${word}%`})`
  const conditions = words.map(some => sql`(${sql.join(some.map(begins), sql` or `)})`)
  return conditions.length ? sql<boolean>`(${sql.join(conditions, sql` and `)})` : sql<boolean>`false`
}

const anyOf = (some: Alternative[]): string => `(${some.map(({ query }) => query).join(' | ')})`

/** The piece of a long text around the first of the words, as long as a few lines. */
export function excerptOf({ words }: Sought, text: RawBuilder<unknown>): RawBuilder<string> {
  const all = words
    .flat()
    .map(({ word }) => word)
    .slice(0, 40)
  return sql<string>`substr(${text}, greatest(1, coalesce((
    select min(nullif(strpos(low.text, word), 0)) from (select lower(${text}) as text offset 0) low, unnest(${all}::text[]) word), 1) - 80), 320)`
}

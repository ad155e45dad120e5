import { type RawBuilder, sql } from 'kysely'
import type { Queryable } from '../database/database.ts'
import { slipsBetween, slipsIn, slipsOf } from './nearness.ts'

/**
 * A word to find things by: as it is compared (`plain_words`), as a query, and the places that it names: the paths of their offices, and
 * the ids of the offices there and below, none where there are too many to name.
 */
export type Alternative = { word: string; query: string; places: string[]; offices: string[] }
/** Whether a thing is at one of these places. */
type AtPlaces = (paths: string[], offices: string[]) => RawBuilder<unknown>

/** What is looked for: of each word that was typed at least one alternative must be there. */
export type Sought = { typed: string; words: Alternative[][] }

/** Words beyond these are not looked for: a search stays as quick as a long one. */
export const mostWords = 10
/** A word that stands in the name of more offices than these, such as "kota" or "provinsi", names no place. */
const mostPlaces = 60
/** Offices that a condition names one by one. */
const mostOffices = 500

/** Whether there is a word long enough to be looked up: by shorter ones alone every row would be read. */
export const isLongEnough = ({ words }: Sought): boolean => words.some(([first]) => first!.word.length > 2)

/** What was typed, word by word; nothing where there are only signs and words that stand everywhere, such as "dan". */
export async function soughtBy(db: Queryable, typed: string): Promise<Sought> {
  const words = sql`(select word, min(at) as at from regexp_split_to_table(without_stop_words(plain_words(${typed})), ' +') with ordinality as split (word, at)
    where word <> '' group by word order by min(at) limit ${mostWords})`
  return { typed, words: (await alternatives(db, words)).map(each => [each]) }
}

/**
 * Known words near those that were typed, which are among them: `nearer` are those one slip away, all of which are looked up; `farther`
 * also those that are alike in their letters, as many slips away as the length allows.
 */
export async function soughtNear(db: Queryable, sought: Sought, step: 'nearer' | 'farther'): Promise<Sought> {
  const typed = sought.words.map(([first]) => first!.word)
  const near = [...(await oneSlipAway(db, typed)), ...(step === 'farther' ? await alike(db, typed) : [])]
  const all = [...new Set(near.map(({ word }) => word))]
  // Asked with none as well: how long an answer takes does not tell whether a word is known.
  const found = await alternatives(db, sql`(select word, at from unnest(${all}::text[]) with ordinality as near (word, at))`)
  const meant = (word: string) => new Set(near.filter(each => each.typed === word).map(each => each.word))
  const words = sought.words.map(([first]) => {
    const some = meant(first!.word)
    return [first!, ...found.filter(({ word }) => word !== first!.word && some.has(word))]
  })
  return { typed: sought.typed, words }
}

/** What was typed with the words near to it, where nothing has it as it was typed. */
export const soughtLike = async (db: Queryable, typed: string): Promise<Sought> => soughtNear(db, await soughtBy(db, typed), 'farther')

type Near = { typed: string; word: string }

async function oneSlipAway(db: Queryable, typed: string[]): Promise<Near[]> {
  const pairs = typed.flatMap(each => slipsOf(each).map(word => ({ typed: each, word })))
  const { rows } = await sql<Near>`
    select slip.typed, slip.word from unnest(${pairs.map(each => each.typed)}::text[], ${pairs.map(({ word }) => word)}::text[]) as slip (typed, word)
    where exists (select from known_word k where k.word = slip.word) or exists (select from search_word k where k.word = slip.word)`.execute(
    db,
  )
  return rows
}

async function alike(db: Queryable, typed: string[]): Promise<Near[]> {
  const { rows } = await sql<Near>`
    select typed, near.word from unnest(${typed}::text[]) typed cross join lateral (
      select word from (select word from known_word where word % typed union select word from search_word where word % typed) known
      order by similarity(word, typed) desc, word limit ${mostAlike}) near
    where length(typed) >= 4`.execute(db)
  return rows.filter(each => slipsBetween(each.typed, each.word, slipsIn(each.typed)) <= slipsIn(each.typed))
}
/** As many known words are looked at for a typed one. */
const mostAlike = 60

/** Beginnings of words, as `known_beginnings` has them, and the offices of provinces and regencies that have such a word in their name. */
async function alternatives(db: Queryable, words: RawBuilder<unknown>): Promise<Alternative[]> {
  const { rows } = await sql<Alternative & { at: number }>`
    select w.word, coalesce(known_beginnings(w.word)::text, '') as query,
      coalesce(o.places, '{}') as places, case when cardinality(below.offices) <= ${mostOffices} then below.offices else '{}' end as offices
    from ${words} w left join lateral (
      select case when count(*) <= ${mostPlaces} then array_agg(named.path) end as places from (
        select path::text as path from office_card o where o.kind in ('province', 'regency')
          and plain_words(o.name) like '%' || w.word || '%' and ' ' || plain_words(o.name) like '% ' || w.word || '%' limit ${mostPlaces + 1}
      ) named
    ) o on length(w.word) >= 4 cross join lateral (
      select array(select r.id::text from office_card r where r.path <@ any (o.places::ltree[]) limit ${mostOffices + 1}) as offices
    ) below order by w.at`.execute(db)
  return rows.filter(({ query }) => query !== '') // what is no word to the parser of searches, such as half a letter
}

/**
 * Whether a `tsvector` has every word; `place` says whether the thing is at one of these paths, which stands for the word that names
 * them.
 */
export function hasEvery({ words }: Sought, search: RawBuilder<unknown>, place?: AtPlaces): RawBuilder<boolean> {
  const isPlace = (some: Alternative[]) => place !== undefined && some.some(({ places }) => places.length)
  const plain = words.filter(some => !isPlace(some))
  const conditions = [
    ...(plain.length ? [sql`${search} @@ ${plain.map(anyOf).join(' & ')}::tsquery`] : []),
    ...words.filter(isPlace).map(some => sql`(${search} @@ ${anyOf(some)}::tsquery or ${atPlacesOf(some, place!)})`),
  ]
  return conditions.length ? sql<boolean>`(${sql.join(conditions, sql` and `)})` : sql<boolean>`false`
}

function atPlacesOf(some: Alternative[], place: AtPlaces): RawBuilder<unknown> {
  const named = some.filter(({ places }) => places.length)
  const offices = named.every(each => each.offices.length) ? named.flatMap(each => each.offices) : []
  return place([...new Set(named.flatMap(({ places }) => places))], [...new Set(offices)])
}

/** How well a `tsvector` has the words. */
export const rankOf = ({ words }: Sought, search: RawBuilder<unknown>): RawBuilder<number> =>
  sql<number>`ts_rank(${search}, ${words.map(anyOf).join(' & ')}::tsquery)`

/** Whether a text that is never null, such as a name, has every word at the beginning of one of its own; short ones whole. */
export function nameHasEvery({ words }: Sought, name: RawBuilder<unknown>): RawBuilder<boolean> {
  const begins = ({ word }: Alternative) =>
    sql`(plain_words(${name}) like ${`%${word}%`} and ' ' || plain_words(${name}) || ' ' like ${word.length < 3 ? `% ${word} %` : `% ${word}%`})`
  const conditions = words.map(some => sql`(${sql.join(some.map(begins), sql` or `)})`)
  return conditions.length ? sql<boolean>`(${sql.join(conditions, sql` and `)})` : sql<boolean>`false`
}

const anyOf = (some: Alternative[]): string => `(${some.map(({ query }) => query).join(' | ')})`

/** The piece of a long text around the first of the words, as long as a few lines, in whole words; "…" where it was cut. */
export function excerptOf({ words }: Sought, text: RawBuilder<unknown>): RawBuilder<string> {
  const all = words
    .flat()
    .map(({ word }) => word)
    .slice(0, 40)
  const start = sql`greatest(1, coalesce((
    select min(nullif(strpos(low.text, word), 0)) from (select lower(${text}) as text offset 0) low, unnest(${all}::text[]) word), 1) - 80)`
  const begun = sql`case when cut.start > 1 then regexp_replace(cut.piece, '^(\\S{0,79}\\s+)?', '… ') else cut.piece end`
  return sql<string>`(
    select case when cut.start + 320 <= length(${text}) then regexp_replace(${begun}, '(\\s+\\S{0,79})?$', ' …') else ${begun} end
    from (select at.start, substr(${text}, at.start, 320) as piece from (select ${start} as start offset 0) at offset 0) cut)`
}

/**
 * Whether an office is at or below these places, by its id. Where they are few, the database sees from their ids how few rows are theirs;
 * from paths it would guess many, and look through all in reach instead.
 */
export const isAtPlaces =
  (office: RawBuilder<unknown>): AtPlaces =>
  (paths, offices) =>
    offices.length
      ? sql`${office} = any (${offices}::uuid[])`
      : sql`${office} = any (array(select r.id from office_card r where r.path <@ any (${paths}::text[]::ltree[])))`

import { type RawBuilder, sql } from 'kysely'
import { reach } from '../../../platform/authority/reach.ts'
import type { Order } from '../../../platform/database/keyset.ts'
import { hasBeginnings, sortKey } from '../../../platform/database/search.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { addDays } from '../../../platform/values/clock.ts'
import { expiryNotice } from '../rules/status.ts'
import type { AgreementFilter, AskedStatus, Sort } from '../schema.ts'
import { inReach } from './visible.ts'

/** The keys of the orders, exactly as their indexes have them (0006_agreements.sql, 0066_sorted_and_found.sql). */
const signed = sql`coalesce(a.signed_on, a.starts_on, '0001-01-01'::date)`
const ends = sql`coalesce(a.ends_on, '9999-12-31'::date)`
const ended = sql`coalesce(a.ended_on, '9999-12-31'::date)`
const orders = {
  signed: { column: signed, type: 'date' },
  ends: { column: ends, type: 'date' },
  title: { column: sortKey(sql`a.title`), type: 'text' },
  number: { column: sql`(coalesce(sort_key(a.kpu_number), '~') collate "C")`, type: 'text' },
} as const

export function orderOf(sort: Sort): Order {
  const name = sort.replace('-', '') as keyof typeof orders
  return { name, ...orders[name], descending: sort.startsWith('-') }
}

/**
 * The status as conditions on days, so that an index can answer: `agreement_status` over every row could not be looked up.
 * A test holds each equal to the function.
 */
export function hasStatus(status: AskedStatus, today: string): RawBuilder<boolean> {
  const open = sql`${ended} > ${today}::date`
  const unrenewed = sql`a.stage = 'signed' and a.renewal_since is null and ${open}`
  const soon = addDays(today, expiryNotice)
  switch (status) {
    case 'in_force':
      return isInForce(sql`${today}`)
    case 'terminated':
    case 'completed':
      return sql<boolean>`(a.ended_how is not null and a.ended_how = ${status} and a.ended_on <= ${today}::date)`
    case 'draft':
    case 'negotiation':
    case 'awaiting_signature':
      return sql<boolean>`(a.stage <> 'signed' and a.stage = ${status} and ${open})`
    case 'in_renewal':
      return sql<boolean>`(a.renewal_since is not null and a.stage = 'signed' and ${open})`
    case 'expired':
      return sql<boolean>`(${unrenewed} and ${ends} < ${today}::date)`
    case 'awaiting_start':
      return sql<boolean>`(${unrenewed} and ${ends} >= ${today}::date and a.starts_on > ${today}::date)`
    case 'expiring':
      return sql<boolean>`(${isInForce(sql`${today}`)} and a.renewal_since is null and ${ends} <= ${soon}::date)`
    case 'active':
      return sql<boolean>`(${isInForce(sql`${today}`)} and a.renewal_since is null and ${ends} > ${soon}::date)`
  }
}

/** What binds both sides on a day (`inForceOn`), of agreements `a`. */
export const isInForce = (day: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`(a.stage = 'signed' and ${ends} >= ${day}::date and ${ended} > ${day}::date and coalesce(a.starts_on, '0001-01-01'::date) <= ${day}::date)`

/** Everything that is asked for by equality goes to the index of facets in one condition. */
export function filterOf(
  { status, endsWithin, kind, openness, class: partnerClass, year, parent }: AgreementFilter,
  found: { office?: string | undefined; partner?: string | undefined },
  today: string,
): RawBuilder<boolean>[] {
  const facets = [
    ...(found.office ? [found.office] : []),
    ...(found.partner ? [found.partner] : []),
    ...(kind ? [`kind.${kind}`] : []),
    ...(openness ? [`openness.${openness}`] : []),
    ...(partnerClass ? [`class.${partnerClass}`] : []),
  ]
  return [
    ...(facets.length ? [sql<boolean>`a.facets @> ${facets}::text[]`] : []),
    ...(status ? [anyOf(status.map(each => hasStatus(each, today)))] : []),
    ...(endsWithin ? [sql<boolean>`(${isInForce(sql`${today}`)} and ${ends} <= ${addDays(today, endsWithin)}::date)`] : []),
    ...(year ? [sql<boolean>`${signed} between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`] : []),
    ...(parent ? [sql<boolean>`a.parent_id = ${parent}::uuid`] : []),
  ]
}

const anyOf = (conditions: RawBuilder<boolean>[]): RawBuilder<boolean> =>
  conditions.length === 1 ? conditions[0]! : sql<boolean>`(${sql.join(conditions, sql` or `)})`

/** Words, or their beginnings, all of which are there. */
export const hasWords = (q: string): RawBuilder<boolean> => hasBeginnings(sql.ref('a.search'), q)

/**
 * The same after putting the nearest word that there is in place of each that there is not, as of a misspelt one; null when that changes
 * nothing. Asked beforehand, because how to find the rows best depends on the words. What there is, is what stands in agreements in
 * reach: a word of another must not change the answer. The candidates are ranked first and tried one by one, the first that stands is it.
 */
export async function nearWords(context: Context, q: string): Promise<RawBuilder<boolean> | null> {
  const own = reach(context, 'agreement.read')
  return nearestWords(context, q, 'search', stands)

  // Of those who reach everything, the words of the register. Counted, not `exists`: looking for a first one would read row by row.
  function stands(word: RawBuilder<unknown>) {
    return own.everywhere
      ? sql`exists (select from search_word_card there where there.word like ${word} || '%')`
      : sql`(select count(*) > 0 from agreement a where ${inReach(own)} and a.search @@ search_beginnings(${word}))`
  }
}

/** The same for a column of what is searched; `stands` says whether whoever asks may know that a word is there. */
export async function nearestWords(
  { db }: Pick<Context, 'db'>,
  q: string,
  column: 'search' | 'public_search',
  stands: (word: RawBuilder<unknown>) => RawBuilder<unknown>,
): Promise<RawBuilder<boolean> | null> {
  const { rows } = await sql<{ near: string | null; same: boolean }>`
    select near::text, near = search_beginnings(${q}) as same from (
      select to_tsquery('indonesian'::regconfig, string_agg(coalesce(near.word, typed) || case when length(typed) > 2 then ':*' else '' end, ' & ')) as near
      from regexp_split_to_table(without_stop_words(plain_words(${q})), ' +') typed
      left join lateral (
        select ranked.word from (select w.word from search_word_card w where w.word % typed order by similarity(w.word, typed) desc, w.word offset 0) ranked
        where not ${stands(sql.ref('typed'))} and ${stands(sql.ref('ranked.word'))} limit 1
      ) near on true
      where typed <> ''
    ) nearest`.execute(db)
  const [found] = rows
  return found?.near && !found.same ? sql<boolean>`${sql.ref(`a.${column}`)} @@ ${found.near}::tsquery` : null
}

/** The path of an office by id, code or name, as a facet; what is unknown matches nothing. */
export async function officeFacet({ db }: Pick<Context, 'db'>, given: string): Promise<string | undefined> {
  const office = await db
    .selectFrom('office_card')
    .select(sql<string>`path::text`.as('path'))
    .where(
      sql<boolean>`(code = ${given} or id::text = lower(${given}) or (lower(name) = lower(${given}) and kind in ('national', 'province', 'regency')))`,
    )
    .executeTakeFirst()
  return office?.path
}

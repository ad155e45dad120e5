import { sql } from 'kysely'
import type { Context } from '../../../platform/operation/operation.ts'
import type { Existing } from '../../../platform/refusals/refusal.ts'
import { foldNumber } from '../rules/number.ts'
import { visible } from './visible.ts'

/** What makes two records one agreement: a number of the commission's and a partner, or a title, a partner and a day. */
export type Likeness = {
  numbers: readonly string[]
  partnerIds: readonly string[]
  title: string
  signedOn: string | null
  startsOn: string | null
}

/**
 * What `sameAgreements` finds of what is about to be written: of two people at once, the second waits until the first is done, and finds
 * it.
 */
export async function sameInTurn(context: Context, like: Likeness): Promise<string[]> {
  await lockNumbersAndTitles(context, foldedIn(like.numbers), [like.title])
  return sameAgreements(context, like)
}

/**
 * The ids of the agreements of the whole register that are the same as this one; of no use to anybody before they are asked for in reach.
 */
export async function sameAgreements(context: Context, like: Likeness): Promise<string[]> {
  const numbers = foldedIn(like.numbers)
  const { rows } = await sql<{ id: string }>`
    select p.agreement_id as id from agreement_party p
    where p.side = 'kpu' and p.number is not null and folded_number(p.number) = any (${numbers}::text[])
      and exists (select from agreement_party q where q.agreement_id = p.agreement_id and q.partner_id = any (${like.partnerIds}::uuid[]))
    union
    select a.id from agreement_party q join agreement a on a.id = q.agreement_id
    where q.partner_id = any (${like.partnerIds}::uuid[]) and plain_words(a.title) = plain_words(${like.title})
      and coalesce(a.signed_on, a.starts_on, '0001-01-01'::date) = ${like.signedOn ?? like.startsOn ?? '0001-01-01'}::date`.execute(
    context.db,
  )
  return rows.map(({ id }) => id)
}

/** Those in reach, as they are named to people; at most so many. */
export async function namedAgreements(context: Context, ids: readonly string[], most: number): Promise<Existing[]> {
  const rows = await visible(context)
    .where(sql<boolean>`a.id = any (${ids}::uuid[])`)
    .select(['a.id', 'a.title', 'a.kpu_number as number', 'a.partner_names as partners'])
    .orderBy('a.id')
    .limit(most)
    .execute()
  return rows.map(({ id, title, number, partners }) => ({
    id,
    name: title,
    note: [number, partners].filter(Boolean).join(', '),
    path: `/perjanjian/${id}`,
  }))
}

export const countInReach = async (context: Context, ids: readonly string[]): Promise<number> =>
  (
    await visible(context)
      .where(sql<boolean>`a.id = any (${ids}::uuid[])`)
      .select(sql<number>`count(*)`.as('count'))
      .executeTakeFirstOrThrow()
  ).count

export const foldedIn = (numbers: readonly string[]): string[] => [...new Set(numbers.map(foldNumber).filter(number => number !== ''))]

/**
 * Until the transaction ends, for folded numbers and titles; in one order, so that of two at once one waits for the other and never both.
 */
export const lockNumbersAndTitles = ({ db }: Pick<Context, 'db'>, numbers: readonly string[], titles: readonly string[] = []) =>
  sql`select pg_advisory_xact_lock(turn) from (
    select hashtextextended('agreement number ' || number, 0) as turn from unnest(${numbers}::text[]) number
    union select hashtextextended('agreement title ' || plain_words(title), 0) from unnest(${titles}::text[]) title order by turn) turns`.execute(
    db,
  )

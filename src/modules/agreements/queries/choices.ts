import { type RawBuilder, sql } from 'kysely'
import { reach, within } from '../../../platform/authority/reach.ts'
import { fittingOrNear, isNear, mostNear, nearness } from '../../../platform/database/search.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { isId } from '../../../platform/values/shapes.ts'
import { nameMatches } from '../../organisation/queries/offices.ts'
import { foldNumber } from '../rules/number.ts'
import { hasWords, nearWords } from './filters.ts'
import { inReach } from './visible.ts'

/**
 * Agreements that another may stand under: those in reach, and the public ones of the offices above one's own, since a local
 * agreement names the national one that it carries out.
 */
const offeredParents = (context: Context) => {
  const own = reach(context, 'agreement.read')
  const above = [...own.below, ...own.at].flatMap(path =>
    path.split('.').map((_, depth, parts) => `@${parts.slice(0, depth + 1).join('.')}`),
  )
  const offered = above.length
    ? sql<boolean>`(a.facets && ${[...new Set(above)]}::text[] and a.openness = 'public' and a.stage = 'signed')`
    : sql<boolean>`false`
  return context.db.selectFrom('agreement as a').where(own.everywhere ? sql<boolean>`true` : sql<boolean>`(${inReach(own)} or ${offered})`)
}

/**
 * Those with the words, those in reach first, the newest first; where there are none, those with the nearest words, marked so: asked
 * only then, because of very many agreements each would be compared.
 */
export async function agreementChoices(context: Context, typed: string, most = 20) {
  const own = reach(context, 'agreement.read')
  const having = (condition: RawBuilder<boolean> | null) =>
    offeredParents(context)
      .$if(condition !== null, query => query.where(condition!))
      .select(['a.id', 'a.title', 'a.kpu_number as number', 'a.partner_names as partners'])
      .$if(!own.everywhere, query => query.orderBy(sql`(not ${inReach(own)})`))
      .orderBy(sql`coalesce(a.signed_on, a.starts_on, '0001-01-01'::date)`, 'desc')
      .orderBy('a.id', 'desc')
  const fitting = await having(typed === '' ? null : isId(typed) ? sql<boolean>`a.id = ${typed}::uuid` : hasWords(typed))
    .limit(most)
    .execute()
  const near = fitting.length || typed === '' ? null : await nearWords(context, typed)
  if (!near) return fitting.map(each => ({ ...each, near: false }))
  return (await having(near).limit(mostNear).execute()).map(each => ({ ...each, near: true }))
}

/** The agreements that were meant by an id or a number; more than one when several have that number. */
export const agreementsNamed = (context: Context, given: string) =>
  offeredParents(context)
    .where(
      sql<boolean>`(a.id = ${isId(given) ? given : null}::uuid or a.id in (select p.agreement_id from agreement_party p where p.number is not null and folded_number(p.number) = ${foldNumber(given)}))`,
    )
    .select(['a.id', 'a.parent_id as parentId'])
    .limit(3)
    .execute()

/** All of them by the commission's own numbers, in the order in which they were recorded: for finding very many at once. */
export const agreementsWithNumbers = async (context: Context): Promise<{ id: string; officeId: string; number: string }[]> =>
  offeredParents(context)
    .innerJoin('agreement_party as p', 'p.agreement_id', 'a.id')
    .where('p.side', '=', 'kpu')
    .where('p.number', 'is not', null)
    .select(['a.id', 'a.office_id as officeId', sql<string>`p.number`.as('number')])
    .orderBy('a.id')
    .execute()

/** Offices whose agreements one reads, by what was typed; where there are none, those that come near it. */
export function officeChoices(context: Context, typed: string, most = 30): Promise<{ name: string; near: boolean }[]> {
  const own = reach(context, 'agreement.read')
  const all = context.db
    .selectFrom('office_card as o')
    .where(within(own, { path: sql.ref('o.path') }))
    .where('o.kind', 'in', ['national', 'province', 'regency'])
    .select('o.name')
  const fitting = all
    .$if(typed !== '', query => query.where(nameMatches(typed)))
    .orderBy('o.code')
    .limit(most)
  const near = nearness(sql`o.name`, typed)
  const others = all.where(isNear(sql`o.name`, typed)).select(near.as('nearness'))
  return fittingOrNear(context.db, fitting, others.orderBy(near, 'desc').orderBy('o.code').limit(mostNear))
}

/** Offices by id, code or name, each as it was given. One statement. */
export async function officesNamed(
  { db }: Pick<Context, 'db'>,
  given: readonly string[],
): Promise<Map<string, { id: string; name: string; path: string }>> {
  if (!given.length) return new Map()
  const wanted = given.map(name => name.toLowerCase())
  const rows = await db
    .selectFrom('office_card')
    .where(
      sql<boolean>`(code = any (${wanted}::text[]) or id::text = any (${wanted}::text[]) or (lower(name) = any (${wanted}::text[]) and kind in ('national', 'province', 'regency')))`,
    )
    .select(['id', 'name', 'code', sql<string>`path::text`.as('path')])
    .execute()
  return new Map(
    given.flatMap(name => {
      const found = rows.find(row => [row.id, row.code, row.name.toLowerCase()].includes(name.toLowerCase()))
      return found ? [[name, { id: found.id, name: found.name, path: found.path }] as const] : []
    }),
  )
}

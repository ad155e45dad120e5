import { sql } from 'kysely'
import { reach, within } from '../../../platform/authority/reach.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { isId } from '../../../platform/values/shapes.ts'
import { nameMatches } from '../../organisation/queries/offices.ts'
import { foldNumber } from '../rules/number.ts'
import { hasWords } from './filters.ts'
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

export const agreementChoices = (context: Context, typed: string, most = 20) =>
  offeredParents(context)
    .$if(typed !== '', query => query.where(isId(typed) ? sql<boolean>`a.id = ${typed}::uuid` : hasWords(typed)))
    .select(['a.id', 'a.title', 'a.kpu_number as number', 'a.partner_names as partners'])
    .orderBy(sql`coalesce(a.signed_on, a.starts_on, '0001-01-01'::date)`, 'desc')
    .orderBy('a.id', 'desc')
    .limit(most)
    .execute()

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

/** Offices whose agreements one reads, by what was typed. */
export async function officeChoices(context: Context, typed: string, most = 30): Promise<{ code: string; name: string }[]> {
  const own = reach(context, 'agreement.read')
  return context.db
    .selectFrom('office_card as o')
    .where(within(own, { path: sql.ref('o.path') }))
    .where('o.kind', 'in', ['national', 'province', 'regency'])
    .$if(typed !== '', query => query.where(nameMatches(typed)))
    .select(['o.code', 'o.name'])
    .orderBy('o.code')
    .limit(most)
    .execute()
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

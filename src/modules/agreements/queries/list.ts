import { sql } from 'kysely'
import type { z } from 'zod'
import { mostCounted, pageOf } from '../../../platform/database/keyset.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { namesNothing } from '../../../platform/refusals/refusal.ts'
import { partnersMeant, partnersNamed } from '../../partners/queries/partners.ts'
import { usualSort } from '../rules/usual-sort.ts'
import type { AgreementFilter, AgreementList, AgreementQuery } from '../schema.ts'
import { refusals } from '../words/refusals.ts'
import { filterOf, hasWords, nearWords, officeFacet, orderOf } from './filters.ts'
import { statusColumn, today, visible } from './visible.ts'

type Query = z.output<typeof AgreementQuery>

/** What the filter lets through, in the order asked for. */
export async function filtered(context: Context, filter: AgreementFilter, query = visible(context)) {
  const conditions = filterOf(filter, await namesIn(context, filter), today(context))
  return conditions.reduce((narrowed, condition) => narrowed.where(condition), query)
}

/** One page and how many there are, in one statement; a second one only where nothing has the words. */
export async function pageOfAgreements(context: Context, query: Query): Promise<AgreementList> {
  const all = await filtered(context, query)
  const found = query.q ? all.where(hasWords(query.q)) : all
  const counted = found.select(sql`1`.as('one')).limit(mostCounted + 1)
  const page = await pageOf(
    found
      .innerJoin('office_card as o', 'o.id', 'a.office_id')
      .select([...columns(context), sql<number>`(select count(*) from (${counted}) as counted)`.as('total')]),
    orderOf(query.sort ?? usualSort(query)),
    sql`a.id`,
    query,
  )
  const total = page.rows[0]?.total ?? 0
  if (!total && query.q && !query.after && !query.before) return resembling(context, all, query)
  return {
    agreements: page.rows,
    total: Math.min(total, mostCounted),
    more: total > mostCounted,
    similar: false,
    next: page.next,
    previous: page.previous,
  }
}

const columns = (context: Context) =>
  [
    'a.id',
    'a.kind',
    'a.title',
    'a.kpu_number as number',
    'a.partner_names as partners',
    'o.name as office',
    'a.signed_on as signedOn',
    'a.ends_on as endsOn',
    'a.openness',
    statusColumn(today(context)).as('status'),
  ] as const

/** What comes nearest to words that nothing has, as when one is misspelt: the first of them in the order asked for. */
async function resembling(context: Context, all: Awaited<ReturnType<typeof filtered>>, query: Query): Promise<AgreementList> {
  const near = await nearWords(context, query.q!)
  if (!near) return { agreements: [], total: 0, more: false, similar: false, next: null, previous: null }
  const found = all.where(near).innerJoin('office_card as o', 'o.id', 'a.office_id').select(columns(context))
  const { rows } = await pageOf(found, orderOf(query.sort ?? usualSort(query)), sql`a.id`, {}, 20)
  return { agreements: rows, total: rows.length, more: false, similar: rows.length > 0, next: null, previous: null }
}

/** Refuses what names no office or no partner: an empty list would say that they have no agreements. */
async function namesIn(context: Context, { office, partner }: AgreementFilter): Promise<{ office?: string; partner?: string }> {
  const place = office && (await officeFacet(context, office))
  const party = partner && (await partnersNamed(context, [partner])).get(partner)?.id
  if (office && !place) throw namesNothing('office', refusals.officeNotFound)
  if (partner && !party) throw namesNothing('partner', await partnerNotFound(context, partner))
  return { ...(place ? { office: place } : {}), ...(party ? { partner: party } : {}) }
}

async function partnerNotFound(context: Context, given: string) {
  const near = await partnersMeant(context, given)
  return near ? refusals.partnerNotFoundNear({ near }) : refusals.partnerNotFound
}

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
  const listed = await counted(context, query.q ? all.where(hasWords(query.q)) : all, query)
  const near = query.q && !listed.total ? await nearWords(context, query.q) : null
  if (!near) return { ...listed, similar: false }
  const nearest = await counted(context, all.where(near), query)
  return { ...nearest, similar: nearest.total > 0 }
}

/** A page of what was found, and how many that is. */
async function counted(context: Context, found: Awaited<ReturnType<typeof filtered>>, query: Query) {
  const all = found.select(sql`1`.as('one')).limit(mostCounted + 1)
  const page = await pageOf(
    found
      .innerJoin('office_card as o', 'o.id', 'a.office_id')
      .select([...columns(context), sql<number>`(select count(*) from (${all}) as counted)`.as('total')]),
    orderOf(query.sort ?? usualSort(query)),
    sql`a.id`,
    query,
  )
  const total = page.rows[0]?.total ?? 0
  const { next, previous } = page
  return { agreements: page.rows, total: Math.min(total, mostCounted), more: total > mostCounted, next, previous }
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

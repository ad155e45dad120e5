import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { reach } from '../../../platform/authority/reach.ts'
import { everyPage, flowSize, mostCounted, pageOf } from '../../../platform/database/keyset.ts'
import { fittingOrNear, hasBeginnings, isNear, mostNear, nearness } from '../../../platform/database/search.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { namesNothing, notFound } from '../../../platform/refusals/refusal.ts'
import { nearestWords, officeFacet, orderOf } from '../../agreements/queries/filters.ts'
import { nameMatches } from '../../organisation/queries/offices.ts'
import type { Entry, Exclusions, RegisterAgreement, RegisterFilter, RegisterList, RegisterQuery, Status } from '../schema.ts'
import { refusals } from '../words/refusals.ts'

/** What everybody may know, whoever asks: the cards hold nothing else (0200_public_register.sql, 0230_found_in_the_register.sql). */
export const visible = (context: Context) => context.db.selectFrom('agreement_public_card as a').where(isPublic(context))

const isPublic = (context: Context): RawBuilder<boolean> =>
  reach(context, 'register.read').public ? sql<boolean>`true` : sql<boolean>`false`

const today = ({ clock, actor }: Context): string => clock.today(actor.zone)

const statusOn = (day: string): RawBuilder<Status> =>
  sql<Status>`case when a.ended_on <= ${day}::date then a.ended_how when a.ends_on < ${day}::date then 'expired'
    when a.starts_on > ${day}::date then 'awaiting_start' else 'in_force' end`

const columns = (context: Context) =>
  [
    'a.id',
    sql<Entry['openness']>`a.openness`.as('openness'),
    'a.kind',
    'a.title',
    'a.kpu_number as number',
    'a.partner_names as partners',
    'o.name as office',
    'a.signed_on as signedOn',
    'a.starts_on as startsOn',
    'a.ends_on as endsOn',
    sql<string | null>`case when a.ended_on <= ${today(context)}::date then a.ended_on end`.as('endedOn'),
    statusOn(today(context)).as('status'),
  ] as const

/** What the filter lets through. What is on request is found by nothing that is not shown of it (0230_found_in_the_register.sql). */
async function filtered(context: Context, { q, ...filter }: RegisterFilter) {
  const all = await unsearched(context, filter)
  return q === undefined ? all : all.where(hasBeginnings(sql.ref('a.public_search'), q))
}

async function unsearched(context: Context, { office, year, kind, class: partnerClass, status, openness }: RegisterFilter) {
  const facets = [
    ...(office ? [await facetOf(context, office)] : []),
    ...(kind ? [`kind.${kind}`] : []),
    ...(partnerClass ? [`class.${partnerClass}`] : []),
    ...(openness ? [`openness.${openness}`] : []),
  ]
  return visible(context)
    .$if(facets.length > 0, query => query.where(sql<boolean>`a.facets @> ${facets}::text[]`))
    .$if(year !== undefined, query => query.where(inYear(year!)))
    .$if(status !== undefined, query => query.where(sql<boolean>`${statusOn(today(context))} = ${status}`))
}

/** Words that are misspelt, as those that stand in what everybody may know; null where there are none. */
const nearIn = (context: Context, q: string) =>
  nearestWords(
    context,
    q,
    'public_search',
    word =>
      sql`(select count(*) > 0 from agreement_public_card a where ${isPublic(context)} and a.public_search @@ search_beginnings(${word}))`,
  )

const inYear = (year: number): RawBuilder<boolean> =>
  sql<boolean>`coalesce(a.signed_on, a.starts_on, '0001-01-01'::date) between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`

/** Refuses what names no office: an empty list would say that it has no agreements. */
async function facetOf(context: Context, office: string): Promise<string> {
  const facet = await officeFacet(context, office)
  if (!facet) throw namesNothing('office', refusals.noSuchOffice)
  return facet
}

/** One page and how many there are, in one statement; a second one only where nothing has the words. */
export async function pageOfRegister(context: Context, query: z.output<typeof RegisterQuery>): Promise<RegisterList> {
  const listed = await pageOfFound(context, await filtered(context, query), query)
  const near = query.q && !listed.total ? await nearIn(context, query.q) : null
  if (!near) return { ...listed, similar: false }
  const nearest = await pageOfFound(context, (await unsearched(context, query)).where(near), query)
  return { ...nearest, similar: nearest.total > 0 }
}

async function pageOfFound(context: Context, found: Awaited<ReturnType<typeof unsearched>>, query: z.output<typeof RegisterQuery>) {
  const counted = found.select(sql`1`.as('one')).limit(mostCounted + 1)
  const { rows, next, previous } = await pageOf(
    found
      .innerJoin('office_card as o', 'o.id', 'a.office_id')
      .select([...columns(context), sql<number>`(select count(*) from (${counted}) as counted)`.as('total')]),
    orderOf(query.sort ?? '-signed'),
    sql`a.id`,
    query,
  )
  const total = rows[0]?.total ?? 0
  return { agreements: rows, total: Math.min(total, mostCounted), more: total > mostCounted, next, previous }
}

/** Everything that is filtered, in the order of the list, a page at a time. */
export async function exportedRegister(context: Context, filter: RegisterFilter): Promise<AsyncGenerator<Entry[], void>> {
  const query = (await filtered(context, filter)).innerJoin('office_card as o', 'o.id', 'a.office_id').select(columns(context))
  const order = orderOf(filter.sort ?? '-signed')
  return everyPage(async after => {
    const { rows, next } = await pageOf(query, order, sql`a.id`, after ? { after } : {}, flowSize)
    return { rows: rows.map(({ sortKey: _, ...entry }): Entry => entry), next }
  })
}

/** One agreement with what is public of it, in one statement. */
export async function findInRegister(context: Context, id: string): Promise<RegisterAgreement> {
  const day = today(context)
  const found = await visible(context)
    .innerJoin('office_card as o', 'o.id', 'a.office_id')
    .where('a.id', '=', id)
    .select(columns(context))
    .select([
      sql<
        RegisterAgreement['parties']
      >`coalesce((select jsonb_agg(jsonb_build_object('side', p.side, 'name', p.name, 'number', p.number) order by p.seq)
        from agreement_party_public_card p where p.agreement_id = a.id), '[]')`.as('parties'),
      sql<
        string[]
      >`coalesce((select jsonb_agg(s.text order by s.seq) from agreement_scope_public_card s where s.agreement_id = a.id), '[]')`.as(
        'scope',
      ),
      sql<
        RegisterAgreement['documents']
      >`coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'label', d.label, 'size', f.size) order by d.added_at, d.id)
        from agreement_document_public_card d join stored_file_card f on f.id = d.file_id where d.agreement_id = a.id), '[]')`.as(
        'documents',
      ),
      // Of an office that has closed, the nearest above it that has not.
      sql<string | null>`(select up.name from office_card up where up.path @> o.path and up.opened_on <= ${day}::date
        and coalesce(up.closed_on, 'infinity') > ${day}::date order by nlevel(up.path) desc limit 1)`.as('askAt'),
    ])
    .executeTakeFirst()
  if (!found) throw notFound()
  return found
}

/** The stored file of a document that is public now. */
export async function publicFile(context: Context, agreement: string, document: string): Promise<string> {
  const found = await visible(context)
    .innerJoin('agreement_document_public_card as d', 'd.agreement_id', 'a.id')
    .where('a.id', '=', agreement)
    .where('d.id', '=', document)
    .select('d.file_id as file')
    .executeTakeFirst()
  if (!found?.file) throw notFound()
  return found.file
}

/** How many signed agreements are excluded, by the letter of the law; narrowed by office and year alone, which tell nothing of the partner. */
export async function countExclusions(context: Context, { office, year }: Pick<RegisterFilter, 'office' | 'year'>): Promise<Exclusions> {
  const facets = office ? [await facetOf(context, office)] : []
  const rows = await context.db
    .selectFrom('agreement_excluded_card as a')
    .where(isPublic(context))
    .$if(facets.length > 0, query => query.where(sql<boolean>`a.facets @> ${facets}::text[]`))
    .$if(year !== undefined, query => query.where(inYear(year!)))
    .select([sql<Exclusions['grounds'][number]['letter']>`a.letter`.as('letter'), sql<number>`count(*)`.as('count')])
    .groupBy('a.letter')
    .orderBy(sql`a.letter nulls last`)
    .execute()
  return { total: rows.reduce((sum, { count }) => sum + count, 0), grounds: rows }
}

/** Offices by what was typed, else those that come near it; that there are such offices is public, closed ones too. */
export function officesOfRegister(context: Context, typed: string): Promise<{ name: string; near: boolean }[]> {
  const all = context.db
    .selectFrom('office_card as o')
    .where(isPublic(context))
    .where('o.kind', 'in', ['national', 'province', 'regency'])
    .select('o.name')
  const near = nearness(sql`o.name`, typed)
  const others = all.where(isNear(sql`o.name`, typed)).select(near.as('nearness'))
  return fittingOrNear(
    context.db,
    all
      .$if(typed !== '', query => query.where(nameMatches(typed)))
      .orderBy('o.code')
      .limit(30),
    others.orderBy(near, 'desc').orderBy('o.code').limit(mostNear),
  )
}

import { sql } from 'kysely'
import type { z } from 'zod'
import { reach, within } from '../../../platform/authority/reach.ts'
import { mostCounted, pageOf } from '../../../platform/database/keyset.ts'
import { fittingOrNear, hasInOrder, isNear, mostNear, nearest, nearness, sortKey } from '../../../platform/database/search.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { invalid, notFound } from '../../../platform/refusals/refusal.ts'
import { measureOf, noMeasure } from '../../../platform/subject/subject.ts'
import { foldName } from '../rules/partner-names.ts'
import type { PartnerClass, PartnerFilter, Similar } from '../schema.ts'
import { refusals } from '../words/refusals.ts'

/** The register of names is open to everybody who reads partners for an office; a partner's contact sees that partner alone. */
export function visible(context: Context) {
  const own = reach(context, 'partner.read')
  const offices = own.everywhere || own.below.length + own.at.length > 0
  const condition = offices ? sql<boolean>`true` : within(own, { partner: sql.ref('p.id') })
  return context.db.selectFrom('partner as p').where(condition)
}

const parent = sql<{
  id: string
  name: string
} | null>`(select jsonb_build_object('id', up.id, 'name', up.name) from partner up where up.id = p.parent_id)`

/** One page by name or by what others count of partners, and how many there are, in one statement. */
export async function pageOfPartners(
  context: Context,
  { q, class: kind, withFindings, withoutContact, sort, after, before, most }: z.output<typeof PartnerFilter>,
  size?: number,
) {
  const known = sql`from partner_contact c join office_card o on o.id = c.office_id
    where c.partner_id = p.id and c.to_on is null and ${within(reach(context, 'partner.read'), { path: sql.ref('o.path'), partner: sql.ref('c.partner_id') })}`
  const filtered = visible(context)
    .$if(!!kind, query => query.where('p.class', '=', kind!))
    .$if(!!withoutContact, query => query.where(sql<boolean>`not exists (select ${known})`))
    .$if(!!withFindings, query =>
      query.where(sql<boolean>`p.id in (select m.id from (${measured(context, 'findings', 'withFindings')}) m where m.value > 0)`),
    )
    .$if(!!q, query =>
      query.where(
        sql<boolean>`(${hasInOrder(sql`p.name`, q!)} or p.folded like words_in_order(${foldName(q!)}) or plain_words(${q}) <% plain_words(p.name))`,
      ),
    )
  const [name, descending] = [sort.replace('-', ''), sort.startsWith('-')]
  const by = sql<{ id: string; value: number }>`(${name === 'name' ? noMeasure : measured(context, name, 'sort')})`
  const counted = filtered.select(sql`1`.as('one')).limit(mostCounted + 1)
  const page = await pageOf(
    filtered
      .leftJoin(by.as<'m'>(sql`m(id, value)`), 'm.id', 'p.id')
      .select([
        'p.id',
        'p.name',
        'p.class',
        parent.as('parent'),
        sql<string | null>`(select c.name ${known} order by c.from_on, c.id limit 1)`.as('contact'),
        sql<number>`(select count(*) from (${counted}) as counted)`.as('total'),
      ]),
    name === 'name'
      ? { name, column: sortKey(sql`p.name`), type: 'text', descending }
      : { name, column: sql`coalesce(m.value, ${sql.lit(descending ? -1 : 999_999_999)})`, type: 'integer', descending },
    sql`p.id`,
    { after, before, most },
    size,
  )
  const total = page.rows[0]?.total ?? 0
  return { partners: page.rows, total: Math.min(total, mostCounted), more: total > mostCounted, next: page.next, previous: page.previous }
}

/** What another module counts of partners; refused where whoever asks may not read it. */
function measured(context: Context, key: string, field: string) {
  const measure = measureOf(context, 'partner', key)
  if (!measure) throw invalid(field, refusals.notCountedForYou)
  return measure
}

/** Names that begin with or contain what was typed, the nearest first; where there are none, those that come near it. */
export function choicesFor(context: Context, typed: string, most = 20): Promise<{ name: string; near: boolean }[]> {
  const near = nearness(sql`p.name`, typed)
  const fitting = visible(context)
    .$if(typed !== '', query => query.where(hasInOrder(sql`p.name`, typed)))
    .select('p.name')
    .orderBy(sql`plain_words(p.name) like substr(words_in_order(${typed}), 2)`, 'desc')
    .orderBy(near, 'desc')
    .orderBy(sortKey(sql`p.name`))
    .limit(most)
  const others = visible(context)
    .where(isNear(sql`p.name`, typed))
    .select(['p.name', near.as('nearness')])
  return fittingOrNear(context.db, fitting, others.orderBy(near, 'desc').orderBy('p.id').limit(mostNear))
}

/** Names that may have been meant by one that is not registered, in quotation marks; empty where none comes near. */
export async function partnersMeant(context: Context, typed: string): Promise<string> {
  const near = sql<number>`greatest(similarity(p.folded, ${foldName(typed)}), ${nearness(sql`p.name`, typed)})`
  const rows = await visible(context)
    .where(sql<boolean>`(${isNear(sql`p.name`, typed)} or similarity(p.folded, ${foldName(typed)}) >= 0.55)`)
    .select(['p.name', near.as('nearness')])
    .orderBy(near, 'desc')
    .orderBy('p.id')
    .limit(mostNear)
    .execute()
  return nearest(rows)
    .map(({ name }) => `“${name}”`)
    .join(', ')
}

/** Partners of the same name once folded (`same`), and of similar ones, the nearest first; at most five. */
export const similarTo = (context: Context, name: string, except: string | null = null): Promise<Similar[]> =>
  visible(context)
    .where(
      sql<boolean>`(p.folded = ${foldName(name)} or (p.folded % ${foldName(name)} and similarity(p.folded, ${foldName(name)}) >= 0.55))`,
    )
    .$if(except !== null, query => query.where('p.id', '<>', except!))
    .select(['p.id', 'p.name', 'p.class', sql<boolean>`p.folded = ${foldName(name)}`.as('same')])
    .orderBy(sql`similarity(p.folded, ${foldName(name)})`, 'desc')
    .orderBy('p.id')
    .limit(5)
    .execute()

const detail = [
  'p.id',
  'p.name',
  'p.class',
  'p.address',
  'p.website',
  'p.rev',
  parent.as('parent'),
  sql<
    { id: string; name: string; class: PartnerClass }[]
  >`coalesce((select jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name, 'class', u.class) order by sort_key(u.name) collate "C", u.id) from (select * from partner where parent_id = p.id order by sort_key(name) collate "C", id limit 200) u), '[]')`.as(
    'units',
  ),
] as const

type Office = { id: string; name: string; path: string }

export async function findPartner(context: Context, id: string) {
  const near = within(reach(context, 'partner.read'), { path: sql.ref('o.path'), partner: sql.ref('p.id') })
  const office = sql<Office | null>`(select jsonb_build_object('id', o.id, 'name', o.name, 'path', o.path::text) from office_card o where o.id = p.office_id and ${near})`
  const partner = await visible(context).where('p.id', '=', id).select(detail).select(office.as('office')).executeTakeFirst()
  if (!partner) throw notFound()
  return partner
}

/** Locked, with the path of the office that keeps the entry. */
export async function findPartnerForChange(context: Context, id: string) {
  const held = await visible(context)
    .where('p.id', '=', id)
    .select(sql<string>`(select o.path::text from office_card o where o.id = p.office_id)`.as('path'))
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw notFound()
  return { ...(await findPartner(context, id)), path: held.path }
}

/** Ids of partners that are named by id or by name, each as it was given; who is not found is missing. One statement. */
export async function partnersNamed(context: Context, given: readonly string[]): Promise<Map<string, { id: string; name: string }>> {
  if (!given.length) return new Map()
  const wanted = [...new Set(given)].map(name => ({ name, folded: foldName(name) }))
  const rows = await visible(context)
    .where(
      sql<boolean>`(p.folded = any (${wanted.map(({ folded }) => folded)}::text[]) or p.id::text = any (${wanted.map(({ name }) => name.toLowerCase())}::text[]))`,
    )
    .select(['p.id', 'p.name', 'p.folded'])
    .execute()
  return new Map(
    wanted.flatMap(({ name, folded }) => {
      const found = rows.find(row => row.id === name.toLowerCase()) ?? rows.find(row => row.folded === folded)
      return found ? [[name, { id: found.id, name: found.name }] as const] : []
    }),
  )
}

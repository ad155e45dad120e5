import { type RawBuilder, sql } from 'kysely'
import { type Order, pageOf } from '../../../platform/database/keyset.ts'
import { hasInOrder } from '../../../platform/database/search.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { hasEachNear, hasEachWord, type Word } from '../../../platform/search/each-word.ts'
import type { Sought } from '../../../platform/search/sought.ts'
import { agreementsNamed, officesNamed, partnersNamed } from '../../followups/queries/names.ts'
import { categories, type Finding, type FindingCounts, type FindingFilter, findingStatuses, kinds, type sorts } from '../schema.ts'
import { detailed, findingFrom, stands, statusOfAll, visible } from './visible.ts'

type Turn = Narrowed & {
  sort: (typeof sorts)[number]
  after?: string | undefined
  before?: string | undefined
  most?: number | undefined
}

export async function pageOfFindings(
  context: Context,
  { sort, after, before, most, ...filter }: Turn,
  size?: number,
): Promise<{ findings: Finding[]; next: string | null; previous: string | null }> {
  const query = detailed(context)
    .where(filterCondition(filter))
    .where(filter.status ? stands[filter.status] : sql<boolean>`t.dismissed_at is null`)
  const { rows, next, previous } = await pageOf(query, orders[sort], sql`t.id`, { after, before, most }, size)
  return { findings: rows.map(findingFrom), next, previous }
}

const byTime = { name: 'created', column: sql`t.created_at`, type: 'timestamptz' as const }
const byOffice = { name: 'office', column: sql`o.code`, type: 'text' as const }
const orders: Record<(typeof sorts)[number], Order> = {
  created: { ...byTime, descending: false },
  '-created': { ...byTime, descending: true },
  office: { ...byOffice, descending: false },
  '-office': { ...byOffice, descending: true },
}

/** The filter, and words near to its own in place of those, which nothing has. */
export type Narrowed = FindingFilter & { near?: Sought | undefined }

/** The filter but for `status`, as a condition on `finding t join office o`. */
export function filterCondition({ kind, category, office, partner, agreement, cycle, source, sentence, followUp, q, near }: Narrowed) {
  const conditions = [
    ...(kind ? [sql`t.kind = ${kind}`] : []),
    ...(category ? [category === 'none' ? sql`t.category is null` : sql`t.category = ${category}`] : []),
    ...(office ? [sql`o.path <@ (select above.path from office_card above where above.id = ${office}::uuid)`] : []),
    ...(partner ? [ofPartner(partner)] : []),
    ...(agreement ? [sql`t.agreement_id = ${agreement}::uuid`] : []),
    ...(cycle ? [sql`t.cycle_id = ${cycle}::uuid`] : []),
    ...(source ? [sql`t.source_id = ${source}::uuid`] : []),
    ...(sentence ? [sql`t.sentence = ${sentence}::uuid`] : []),
    ...(followUp ? [sql`exists (select from finding_follow_up l where l.finding_id = t.id and l.follow_up_id = ${followUp}::uuid)`] : []),
    ...(q ? [near ? hasEachNear(near, having) : hasWords(q)] : []),
  ]
  return conditions.length ? sql<boolean>`(${sql.join(conditions, sql` and `)})` : sql<boolean>`true`
}

/** As they were written, or each of them somewhere: in what was written, or in the names of its office, agreement and partner. */
const hasWords = (q: string) =>
  sql`(t.id in (select w.id from finding w where ${hasInOrder(sql`w.text`, q)} union all select w.id from finding w where ${hasInOrder(sql`w.number`, q)})
    or ${hasEachWord(q, having)})`

const having = (word: Word) =>
  sql`t.id in (select w.id from finding w where ${word.in(sql.ref('w.search'))}
    union all select w.id from finding w where w.agreement_id in ${agreementsNamed(word)}
    union all select w.id from finding w where w.partner_id in ${partnersNamed(word)}
    union all select w.id from finding w where w.office_id in ${officesNamed(word)})`

/** One that names no partner is about those of its agreement. */
const ofPartner = (partner: string) =>
  sql<boolean>`(t.partner_id = ${partner}::uuid or t.partner_id is null and t.agreement_id in (
    select y.agreement_id from agreement_party_card y where y.partner_id = ${partner}::uuid))`

type Named = { id: string; name: string }
/** What a filter by partner, agreement, cycle or sentence is called: from findings in reach, so that a name out of reach stays unknown. */
export async function namesIn(
  context: Context,
  { partner, agreement, cycle, sentence }: FindingFilter,
): Promise<Record<'partner' | 'agreement' | 'cycle' | 'sentence', Named | null>> {
  const named = (id: string | undefined, name: string | null | undefined) => (id && name ? { id, name } : null)
  if (!partner && !agreement && !cycle && !sentence) return { partner: null, agreement: null, cycle: null, sentence: null }
  const among = (condition: RawBuilder<boolean>, name: RawBuilder<string>) =>
    sql<string | null>`(${visible(context).where(condition).select(name.as('name')).limit(1)})`
  const first = (column: 'agreement_id' | 'cycle_id' | 'sentence', id: string | undefined, name: RawBuilder<string>) =>
    among(sql<boolean>`${sql.ref(`t.${column}`)} = ${id ?? null}::uuid`, name)
  const found = await context.db
    .selectNoFrom([
      among(
        partner ? ofPartner(partner) : sql<boolean>`false`,
        sql<string>`(select p.name from partner_card p where p.id = ${partner ?? null}::uuid)`,
      ).as('partner'),
      first('agreement_id', agreement, sql<string>`(select a.title from agreement_card a where a.id = t.agreement_id)`).as('agreement'),
      first('cycle_id', cycle, sql<string>`(select x.cycle_name from finding_card x where x.id = t.id)`).as('cycle'),
      first('sentence', sentence, sql<string>`t.text`).as('sentence'),
    ])
    .executeTakeFirstOrThrow()
  return {
    partner: named(partner, found.partner),
    agreement: named(agreement, found.agreement),
    cycle: named(cycle, found.cycle),
    sentence: named(sentence, found.sentence),
  }
}

/**
 * How many of each kind, category and status are in reach and fit the filter. One statement, which joins all follow-ups at once:
 * asking for each finding by itself takes seconds where there are a hundred thousand.
 */
export async function findingCounts(context: Context, filter: Narrowed = {}): Promise<FindingCounts> {
  const each = visible(context)
    .where(filterCondition(filter))
    .leftJoin('finding_follow_up as l', 'l.finding_id', 't.id')
    .leftJoin('follow_up_card as f', 'f.id', 'l.follow_up_id')
    .groupBy('t.id')
    .select(['t.kind', 't.category', statusOfAll.as('status')])
  const rows = await context.db
    .selectFrom(each.as('each'))
    .select(['kind', 'category', 'status', sql<number>`count(*)`.as('count')])
    .groupBy(['kind', 'category', 'status'])
    .execute()
  const kept = rows.filter(row => row.status !== 'dismissed')
  const listed = filter.status ? rows.filter(row => row.status === filter.status) : kept
  const sum = (some: typeof rows) => some.reduce((total, { count }) => total + count, 0)
  const by = <Key extends string>(keys: readonly Key[], some: typeof rows, field: 'kind' | 'status') =>
    Object.fromEntries(keys.map(key => [key, sum(some.filter(row => row[field] === key))])) as Record<Key, number>
  return {
    total: sum(kept),
    statuses: by(findingStatuses, rows, 'status'),
    kinds: by(kinds, kept, 'kind'),
    openObstacles: sum(kept.filter(row => row.kind === 'obstacle' && row.status === 'open')),
    categories: [...categories, null]
      .map(category => ({ category, count: sum(listed.filter(row => row.category === category)) }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => Number(a.category === null) - Number(b.category === null) || b.count - a.count),
  }
}

import { sql } from 'kysely'
import { pageOf } from '../../../platform/keyset.ts'
import type { Context } from '../../../platform/operation.ts'
import { containing } from '../../../platform/search.ts'
import { categories, type Finding, type FindingCounts, type FindingFilter, kinds, standings } from '../schema.ts'
import { detailed, findingFrom, standingOfAll, stands, visible } from './visible.ts'

type Turn = FindingFilter & { sort: 'created' | '-created'; after?: string | undefined; before?: string | undefined }

export async function pageOfFindings(
  context: Context,
  { sort, after, before, ...filter }: Turn,
): Promise<{ findings: Finding[]; next: string | null; previous: string | null }> {
  const order = { name: 'created', column: sql`t.created_at`, type: 'timestamptz' as const, descending: sort === '-created' }
  const query = detailed(context)
    .where(fits(filter))
    .where(filter.standing ? stands[filter.standing] : sql<boolean>`t.dismissed_at is null`)
  const { rows, next, previous } = await pageOf(query, order, sql`t.id`, { after, before })
  return { findings: rows.map(findingFrom), next, previous }
}

/** The filter but for `standing`, as a condition on `finding t join office o`. */
export function fits({ kind, category, office, partner, agreement, cycle, source, q }: FindingFilter & { sources?: readonly string[] }) {
  const conditions = [
    ...(kind ? [sql`t.kind = ${kind}`] : []),
    ...(category ? [sql`t.category = ${category}`] : []),
    ...(office ? [sql`o.path <@ (select above.path from office above where above.id = ${office}::uuid)`] : []),
    ...(partner ? [sql`t.partner_id = ${partner}::uuid`] : []),
    ...(agreement ? [sql`t.agreement_id = ${agreement}::uuid`] : []),
    ...(cycle ? [sql`t.cycle_id = ${cycle}::uuid`] : []),
    ...(source ? [sql`t.source_id = ${source}::uuid`] : []),
    ...(q ? [sql`(t.text ilike ${containing(q)} or t.number ilike ${containing(q)})`] : []),
  ]
  return conditions.length ? sql<boolean>`(${sql.join(conditions, sql` and `)})` : sql<boolean>`true`
}

/**
 * How many of each kind, category and standing are in reach and fit the filter. One statement, which joins all follow-ups at once:
 * asking for each finding by itself takes seconds where there are a hundred thousand.
 */
export async function findingCounts(context: Context, filter: FindingFilter = {}): Promise<FindingCounts> {
  const each = visible(context)
    .where(fits(filter))
    .leftJoin('finding_follow_up as l', 'l.finding_id', 't.id')
    .leftJoin('follow_up as f', 'f.id', 'l.follow_up_id')
    .groupBy('t.id')
    .select(['t.kind', 't.category', standingOfAll.as('standing')])
  const rows = await context.db
    .selectFrom(each.as('each'))
    .select(['kind', 'category', 'standing', sql<number>`count(*)`.as('count')])
    .groupBy(['kind', 'category', 'standing'])
    .execute()
  const kept = rows.filter(row => row.standing !== 'dismissed')
  const sum = (some: typeof rows) => some.reduce((total, { count }) => total + count, 0)
  const by = <Key extends string>(keys: readonly Key[], some: typeof rows, field: 'kind' | 'standing') =>
    Object.fromEntries(keys.map(key => [key, sum(some.filter(row => row[field] === key))])) as Record<Key, number>
  return {
    total: sum(kept),
    standings: by(standings, rows, 'standing'),
    kinds: by(kinds, kept, 'kind'),
    categories: [...categories, null]
      .map(category => ({ category, count: sum(kept.filter(row => row.category === category)) }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count),
  }
}

import { sql } from 'kysely'
import { type Order, pageOf } from '../../../platform/database/keyset.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import type { FindingFilter, FindingGroup, Kind } from '../schema.ts'
import { filterCondition } from './list.ts'
import { statusOfFollowed, visible } from './visible.ts'

type Turn = FindingFilter & { after?: string | undefined; before?: string | undefined; most?: number | undefined }

/**
 * Findings of the same sentence as one line each, those that are said most often first. All of the filter are read once, whichever page is
 * asked for: 100,000 take a second at most (`npm run bench -- groups`).
 */
export async function pageOfGroups(
  context: Context,
  { after, before, most, ...filter }: Turn,
  size?: number,
): Promise<{ groups: FindingGroup[]; total: number; next: string | null; previous: string | null }> {
  const groups = context.db
    .with('each', () => eachIn(context, filter))
    .with('said', db => db.selectFrom('each as e').groupBy('e.sentence').select(tallies))
    .with('heard', db =>
      db
        .selectFrom('each as e')
        .innerJoin(sql<{ id: string }>`lateral unnest(e.partners)`.as<'p'>(sql`p(id)`), join => join.onTrue())
        .groupBy('e.sentence')
        .select(['e.sentence', sql<number>`count(distinct p.id)`.as('partners')]),
    )
    .selectFrom('said as g')
    .leftJoin('heard as h', 'h.sentence', 'g.id')
    .select(['g.id', 'g.count', 'g.offices', 'g.kinds', 'g.open', 'g.noted', 'g.underway', 'g.done', 'g.dismissed'])
    .select(sql<number>`coalesce(h.partners, 0)`.as('partners'))
    .select([wordsOf(context).as('text'), sql<number>`(select count(*) from said)`.as('total')])
  const { rows, next, previous } = await pageOf(groups, mostFirst, sql`g.id`, { after, before, most }, size)
  return {
    groups: rows.map(({ id, text, count, offices, partners, kinds, open, noted, underway, done, dismissed }) => ({
      id,
      text,
      count,
      offices,
      partners,
      kinds: kinds as Kind[],
      statuses: { open, noted, underway, done, dismissed },
    })),
    total: rows[0]?.total ?? 0,
    next,
    previous,
  }
}

/** As whoever in reach said it first wrote it: asked for the lines of the page alone. */
const wordsOf = (context: Context) =>
  sql<string>`(${visible(context).where(sql<boolean>`t.sentence = g.id`).select('t.text').orderBy('t.created_at').orderBy('t.id').limit(1)})`

const mostFirst: Order = { name: 'count', column: sql`g.count`, type: 'integer', descending: true }

const ofStatus = (status: string) => sql<number>`count(*) filter (where e.status = ${sql.lit(status)})`
/** Of each sentence how many say it, where, and what became of them. */
const tallies = [
  'e.sentence as id',
  sql<number>`count(*)`.as('count'),
  sql<number>`count(distinct e.office_id)`.as('offices'),
  sql<string[]>`array_agg(distinct e.kind)`.as('kinds'),
  ofStatus('open').as('open'),
  ofStatus('noted').as('noted'),
  ofStatus('underway').as('underway'),
  ofStatus('done').as('done'),
  ofStatus('dismissed').as('dismissed'),
] as const

/** The findings of the filter; one that names no partner is about those of its agreement. */
function eachIn(context: Context, filter: FindingFilter) {
  const each = visible(context)
    .leftJoin('agreement_card as a', 'a.id', 't.agreement_id')
    .leftJoin(
      ({ selectFrom }) =>
        selectFrom('finding_follow_up as l')
          .innerJoin('follow_up_card as f', 'f.id', 'l.follow_up_id')
          .groupBy('l.finding_id')
          .select([
            'l.finding_id',
            sql<boolean>`bool_or(f.state not in ('verified', 'cancelled'))`.as('moving'),
            sql<boolean>`bool_or(f.state = 'verified')`.as('verified'),
          ])
          .as('s'),
      join => join.onRef('s.finding_id', '=', 't.id'),
    )
    .where(filterCondition(filter))
    .select(['t.sentence', 't.office_id', 't.kind', statusOfFollowed.as('status')])
    .select(sql<string[]>`case when t.partner_id is null then a.partner_ids else array[t.partner_id] end`.as('partners'))
  return context.db
    .selectFrom(each.as('e'))
    .where(filter.status ? sql<boolean>`e.status = ${filter.status}` : sql<boolean>`e.status <> 'dismissed'`)
    .select(['e.sentence', 'e.office_id', 'e.kind', 'e.status', 'e.partners'])
}

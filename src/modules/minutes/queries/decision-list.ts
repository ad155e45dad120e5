import { sql } from 'kysely'
import { type Order, pageOf } from '../../../platform/database/keyset.ts'
import { hasInOrder } from '../../../platform/database/search.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { hasEachNear, hasEachWord, type Word } from '../../../platform/search/each-word.ts'
import type { Sought } from '../../../platform/search/sought.ts'
import { officesNamed, partnersNamed } from '../../followups/queries/names.ts'
import type { Decision, DecisionFilter, sorts } from '../schema/decisions.ts'
import { decisionFrom, detailed, isOpen, overdue, stands, visible } from './decisions.ts'

export type Narrowed = DecisionFilter & { near?: Sought | undefined }
type Turn = Narrowed & {
  sort: (typeof sorts)[number]
  after?: string | undefined
  before?: string | undefined
  most?: number | undefined
}

export async function pageOfDecisions(
  context: Context,
  { sort, after, before, most, ...filter }: Turn,
  size?: number,
): Promise<{ decisions: Decision[]; next: string | null; previous: string | null }> {
  const query = detailed(context).where(filterCondition(context, filter))
  const { rows, next, previous } = await pageOf(query, orders[sort], sql`d.id`, { after, before, most }, size)
  return { decisions: rows.map(decisionFrom), next, previous }
}

/** What has no day of its own stands behind all that has one. */
const due: Order = { name: 'due', column: sql`coalesce(d.due_on, d.postponed_on, date '9999-12-31')`, type: 'date', descending: false }
const created: Order = { name: 'created', column: sql`d.created_at`, type: 'timestamptz', descending: false }
const orders = { due, '-due': { ...due, descending: true }, created, '-created': { ...created, descending: true } } satisfies Record<
  string,
  Order
>

export async function decisionCounts(context: Context, filter: Narrowed): Promise<{ total: number; open: number; overdue: number }> {
  return visible(context)
    .where(filterCondition(context, filter))
    .select([
      sql<number>`count(*)`.as('total'),
      sql<number>`count(*) filter (where ${isOpen})`.as('open'),
      sql<number>`count(*) filter (where ${overdue(context)})`.as('overdue'),
    ])
    .executeTakeFirstOrThrow()
}

export function filterCondition(
  context: Context,
  { meeting, minutes, kind, result, status, open, overdue: late, office, followUp, q, near }: Narrowed,
) {
  const conditions = [
    ...(meeting ? [sql`d.meeting_id = ${meeting}::uuid`] : []),
    ...(minutes ? [sql`d.minutes_id = ${minutes}::uuid`] : []),
    ...(kind ? [sql`d.kind = ${kind}`] : []),
    ...(result ? [sql`d.result = ${result}`] : []),
    ...(status ? [stands(status)] : []),
    ...(open ? [isOpen] : []),
    ...(late ? [overdue(context)] : []),
    ...(office
      ? [
          sql`d.office_id in (select r.id from office_card r where r.path <@ (select above.path from office_card above where above.id = ${office}::uuid))`,
        ]
      : []),
    ...(followUp ? [sql`exists (select from decision_follow_up l where l.decision_id = d.id and l.follow_up_id = ${followUp}::uuid)`] : []),
    ...(q ? [near ? hasEachNear(near, having) : hasWords(q)] : []),
  ]
  return conditions.length ? sql<boolean>`(${sql.join(conditions, sql` and `)})` : sql<boolean>`true`
}

/** As they were written, or each of them somewhere: in what was decided, or in the name of whom it is addressed to. */
const hasWords = (q: string) =>
  sql`(d.id in (select w.id from decision w where ${hasInOrder(sql`w.text`, q)} union all select w.id from decision w where ${hasInOrder(sql`w.number`, q)})
    or ${hasEachWord(q, having)})`

const having = (word: Word) =>
  sql`d.id in (select w.id from decision w where ${word.in(sql.ref('w.search'))}
    union all select w.id from decision w where w.office_id in ${officesNamed(word)}
    union all select w.id from decision w where w.partner_id in ${partnersNamed(word)})`

/** What a filter by meeting is called, from decisions in reach. */
export async function meetingNamed(context: Context, id: string | undefined): Promise<{ id: string; name: string } | null> {
  if (!id) return null
  const row = await visible(context).where('d.meeting_id', '=', id).select(['m.title as name']).limit(1).executeTakeFirst()
  return row ? { id, name: row.name } : null
}

/** What is still open of earlier meetings of a kind that an office hosted, the overdue first. */
export async function openBefore(
  context: Context,
  { kindId, officeId, before }: { kindId: string; officeId: string; before: Date },
  most: number,
): Promise<{ decisions: Decision[]; total: number; overdue: number }> {
  const earlier = sql<boolean>`(m.kind_id = ${kindId}::uuid and m.office_id = ${officeId}::uuid and m.starts_at < ${before} and ${isOpen})`
  const rows = await detailed(context)
    .where(earlier)
    .orderBy(sql`${overdue(context)} desc`)
    .orderBy(sql`coalesce(d.due_on, d.postponed_on, date '9999-12-31')`)
    .orderBy('d.id')
    .limit(most)
    .execute()
  const counts = await visible(context)
    .where(earlier)
    .select([sql<number>`count(*)`.as('total'), sql<number>`count(*) filter (where ${overdue(context)})`.as('overdue')])
    .executeTakeFirstOrThrow()
  return { decisions: rows.map(decisionFrom), ...counts }
}

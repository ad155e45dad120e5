import { type RawBuilder, sql } from 'kysely'
import { reach, within } from '../../../platform/authority/reach.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { authorOf } from '../rules.ts'
import { type Finding, type FindingStatus, problems } from '../schema.ts'

/** Findings of the offices in reach. No partner column: what an office criticises is not for its partner to read. */
export function visible(context: Context) {
  const own = reach(context, 'finding.read')
  const offices = sql<boolean>`t.office_id = any (array(select r.id from office_card r where ${within(own, { path: sql.ref('r.path') })}))`
  return context.db
    .selectFrom('finding as t')
    .innerJoin('office_card as o', 'o.id', 't.office_id')
    .where(own.everywhere ? sql<boolean>`true` : offices)
}

/** Whether a follow-up counts for the findings that it answers: a cancelled one leaves them as they were. */
export const followsUp = (followUp: 'f' | 'u') => sql.raw<boolean>(`${followUp}.state <> 'cancelled'`)

const followedBy = (condition: RawBuilder<boolean>) =>
  sql<boolean>`exists (select from finding_follow_up l join follow_up_card f on f.id = l.follow_up_id where l.finding_id = t.id and ${condition})`
const problem = sql.raw<boolean>(`t.kind in (${problems.map(kind => `'${kind}'`).join(', ')})`)
const isMoving = sql.raw<boolean>("f.state not in ('verified', 'cancelled')")
const isVerified = sql.raw<boolean>("f.state = 'verified'")
const [moving, verified, any] = [followedBy(isMoving), followedBy(isVerified), followedBy(followsUp('f'))]

/** The rule of `statusOf`, in the query. */
export const statusColumn = sql<FindingStatus>`case when t.dismissed_at is not null then 'dismissed' when ${moving} then 'underway' when ${verified} then 'done' when ${problem} then 'open' else 'noted' end`

/** The same as conditions: from these the database sees how few or many rows fit, which it cannot from a value. */
export const stands = {
  open: sql<boolean>`(t.dismissed_at is null and ${problem} and not ${any})`,
  noted: sql<boolean>`(t.dismissed_at is null and not ${problem} and not ${any})`,
  underway: sql<boolean>`(t.dismissed_at is null and ${moving})`,
  done: sql<boolean>`(t.dismissed_at is null and ${verified} and not ${moving})`,
  dismissed: sql<boolean>`t.dismissed_at is not null`,
} satisfies Record<FindingStatus, unknown>

/** The same, where the query has joined all follow-ups `f` of each finding and groups by it. */
export const statusOfAll = sql<FindingStatus>`case when t.dismissed_at is not null then 'dismissed' when bool_or(${isMoving}) then 'underway'
  when bool_or(${isVerified}) then 'done' when ${problem} then 'open' else 'noted' end`

/** The same, where the query has joined for each finding whether one of its follow-ups is `moving` or `verified`, as `s`. */
export const statusOfFollowed = sql<FindingStatus>`case when t.dismissed_at is not null then 'dismissed' when s.moving then 'underway'
  when s.verified then 'done' when ${problem} then 'open' else 'noted' end`

const columns = [
  't.id',
  't.number',
  't.rev',
  't.kind',
  't.category',
  't.text',
  't.side',
  't.source_kind',
  't.source_id',
  't.question',
  't.created_at',
  't.office_id',
  'o.name as officeName',
  't.partner_id',
  'q.name as partnerName',
  't.agreement_id',
  'a.title as agreementTitle',
  'a.partner_names as agreementPartners',
  't.dismissed_at',
  't.dismissed_reason',
  'd.name as dismissedBy',
  'c.name as authorName',
  sql<string>`o.path::text`.as('path'),
  statusColumn.as('status'),
  sql<number>`(select count(*) from finding_follow_up l join follow_up_card f on f.id = l.follow_up_id where l.finding_id = t.id and ${followsUp('f')})`.as(
    'followUps',
  ),
] as const

/** The partner that a finding names; where it names none, those of its agreement. */
export const partnersOf = ({ db }: Pick<Context, 'db'>, { partner_id, agreement_id }: Pick<FindingRow, 'partner_id' | 'agreement_id'>) =>
  db
    .selectFrom('partner_card as q')
    .where(
      partner_id
        ? sql<boolean>`q.id = ${partner_id}::uuid`
        : sql<boolean>`q.id in (select y.partner_id from agreement_party_card y where y.agreement_id = ${agreement_id}::uuid)`,
    )
    .select(['q.id', 'q.name'])
    .orderBy('q.name')
    .execute()

export const detailed = (context: Context) =>
  visible(context)
    .leftJoin('partner_card as q', 'q.id', 't.partner_id')
    .leftJoin('agreement_card as a', 'a.id', 't.agreement_id')
    .leftJoin('person_card as d', 'd.id', 't.dismissed_by')
    .leftJoin('person_card as c', 'c.id', 't.created_by')
    .select(columns)
export type FindingRow = Awaited<ReturnType<ReturnType<typeof detailed>['executeTakeFirstOrThrow']>>

export async function findFinding(context: Context, id: string): Promise<FindingRow> {
  const row = await detailed(context).where('t.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** Locked first and read after: what was waited for is read as it is now. */
export async function findFindingForChange(context: Context, id: string): Promise<FindingRow> {
  await visible(context).where('t.id', '=', id).select('t.id').forUpdate('t').executeTakeFirst()
  return findFinding(context, id)
}

/** The follow-ups that a finding led to. */
export async function linkedIds({ db }: Pick<Context, 'db'>, findingId: string): Promise<string[]> {
  const rows = await db.selectFrom('finding_follow_up').select('follow_up_id as id').where('finding_id', '=', findingId).execute()
  return rows.map(({ id }) => id)
}

export const findingFrom = (row: FindingRow): Finding => ({
  id: row.id,
  number: row.number,
  kind: row.kind,
  category: row.category,
  text: row.text,
  status: row.status,
  side: row.side,
  source: sourceOf(row),
  question: row.question,
  author: authorOf({
    name: row.authorName,
    side: row.side,
    source: sourceOf(row),
    office: row.officeName,
    partner: row.partnerName,
  }),
  followUps: row.followUps,
  office: { id: row.office_id, name: row.officeName },
  partner: row.partner_id ? { id: row.partner_id, name: row.partnerName ?? '' } : null,
  agreement: row.agreement_id ? { id: row.agreement_id, title: row.agreementTitle ?? '', partners: row.agreementPartners ?? '' } : null,
  createdAt: row.created_at.toISOString(),
})

const sourceOf = ({ source_kind, source_id }: Pick<FindingRow, 'source_kind' | 'source_id'>): Finding['source'] =>
  source_id ? { kind: source_kind, id: source_id } : null

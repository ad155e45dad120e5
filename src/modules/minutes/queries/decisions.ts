import { type RawBuilder, sql } from 'kysely'
import { isEmpty, reach, within } from '../../../platform/authority/reach.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { isId } from '../../../platform/values/shapes.ts'
import type { Decision, DecisionStatus } from '../schema/decisions.ts'
import { visible as visibleMinutes } from './minutes.ts'

/**
 * Decisions of minutes that one may read; and, once these are distributed, those that are addressed to an office in reach. What was taken
 * out of a draft is nobody's.
 */
export function visible(context: Context) {
  const own = reach(context, 'meeting.read')
  const addressed = sql`n.state = 'distributed' and d.office_id = any (array(
    select r.id from office_card r where ${isEmpty(own) ? sql`false` : within(own, { path: sql.ref('r.path') })}))`
  return context.db
    .selectFrom('decision as d')
    .innerJoin('minutes as n', 'n.id', 'd.minutes_id')
    .innerJoin('meeting_card as m', 'm.id', 'd.meeting_id')
    .innerJoin('office_card as o', 'o.id', 'm.office_id')
    .where('d.removed_at', 'is', null)
    .where(sql<boolean>`(d.minutes_id in (${visibleMinutes(context).select('n.id')}) or ${addressed})`)
}

const followedBy = (condition: RawBuilder<unknown>) =>
  sql`exists (select from decision_follow_up l join follow_up_card f on f.id = l.follow_up_id where l.decision_id = d.id and ${condition})`
const isMoving = sql.raw("f.state not in ('verified', 'cancelled')")
const [moving, verified] = [followedBy(isMoving), followedBy(sql.raw("f.state = 'verified'"))]
const isApproved = sql.raw("n.state in ('approved', 'distributed')")
/** A later meeting went on with it, by what was approved there. */
const continued = sql`exists (select from decision c join minutes k on k.id = c.minutes_id
  where c.continues = d.id and c.removed_at is null and k.state in ('approved', 'distributed'))`
/** Something is to be done: it is due, or it was put off or handed on. */
const isAsked = sql.raw("(d.result in ('postponed', 'referred') or d.result in ('adopted', 'amended') and d.due_on is not null)")

/** Each condition holds of those that none before it holds of, so that every decision has one status. */
export const statusColumn = sql<DecisionStatus>`case when not ${isApproved} then 'draft' when ${moving} then 'underway' when ${continued} then 'continued'
  when ${verified} then 'done' when ${isAsked} then 'waiting' else 'closed' end`
export const isOpen = sql<boolean>`(${statusColumn} in ('waiting', 'underway'))`
const todayHere = ({ clock, actor }: Pick<Context, 'clock' | 'actor'>) => sql`${clock.today(actor.zone)}::date`
/** Its own day has passed while it waits, or that of a follow-up that nobody has reported on. */
export const overdue = (context: Pick<Context, 'clock' | 'actor'>) => sql<boolean>`(${isOpen} and (
  ${statusColumn} = 'waiting' and coalesce(d.due_on, d.postponed_on, 'infinity') < ${todayHere(context)}
  or ${followedBy(sql`f.state in ('open', 'returned') and f.due_on < ${todayHere(context)}`)}))`
export const stands = (status: DecisionStatus) => sql<boolean>`(${statusColumn} = ${status})`

const columns = (context: Pick<Context, 'clock' | 'actor'>) =>
  [
    'd.id',
    'd.minutes_id as minutesId',
    'd.number',
    'd.kind',
    'd.text',
    'd.office_id as officeId',
    'a.name as officeName',
    'd.partner_id as partnerId',
    'q.name as partnerName',
    'd.body',
    'd.result',
    'd.note',
    'd.postponed_on as postponedOn',
    'd.postponed_to as postponedTo',
    'd.referred_to as referredTo',
    'd.due_on as dueOn',
    'd.continues',
    'd.rev',
    'd.created_at as createdAt',
    'd.meeting_id as meetingId',
    'm.number as meetingNumber',
    'm.title as meetingTitle',
    'm.starts_at as meetingStartsAt',
    'm.office_id as hostId',
    'o.name as hostName',
    'n.state as minutesState',
    'n.session_id as sessionId',
    sql<string>`o.path::text`.as('path'),
    sql<string | null>`a.path::text`.as('officePath'),
    statusColumn.as('status'),
    overdue(context).as('overdue'),
    sql<number>`(select count(*) from decision_follow_up l join follow_up_card f on f.id = l.follow_up_id where l.decision_id = d.id and f.state <> 'cancelled')`.as(
      'followUps',
    ),
  ] as const

export const detailed = (context: Context) =>
  visible(context)
    .leftJoin('office_card as a', 'a.id', 'd.office_id')
    .leftJoin('partner_card as q', 'q.id', 'd.partner_id')
    .select(columns(context))
export type DecisionRow = Awaited<ReturnType<ReturnType<typeof detailed>['executeTakeFirstOrThrow']>>

export async function findDecision(context: Context, id: string): Promise<DecisionRow> {
  const row = await detailed(context).where('d.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** Locked first and read after: what was waited for is read as it is now. */
export async function findDecisionForChange(context: Context, id: string): Promise<DecisionRow> {
  await visible(context).where('d.id', '=', id).select('d.id').forUpdate('d').executeTakeFirst()
  return findDecision(context, id)
}

/** By its id or, as people write it, its number; null where there is none that one may read. */
export async function findDecisionLike(context: Context, ref: string): Promise<DecisionRow | null> {
  const row = await detailed(context)
    .where(isId(ref) ? 'd.id' : 'd.number', '=', isId(ref) ? ref : ref.toUpperCase())
    .executeTakeFirst()
  return row ?? null
}

export async function linkedIds({ db }: Pick<Context, 'db'>, decisionId: string): Promise<string[]> {
  const rows = await db.selectFrom('decision_follow_up').select('follow_up_id as id').where('decision_id', '=', decisionId).execute()
  return rows.map(({ id }) => id)
}

export const decisionFrom = (row: DecisionRow): Decision => ({
  id: row.id,
  number: row.number,
  kind: row.kind,
  text: row.text,
  addressee: addresseeOf(row),
  result: row.result,
  note: row.note,
  postponedOn: row.postponedOn,
  dueOn: row.dueOn,
  status: row.status,
  overdue: row.overdue,
  meeting: { id: row.meetingId, number: row.meetingNumber, title: row.meetingTitle, startsAt: row.meetingStartsAt.toISOString() },
  minutes: row.minutesId,
  rev: row.rev,
})

function addresseeOf(row: DecisionRow): Decision['addressee'] {
  if (row.officeId) return { kind: 'office', id: row.officeId, name: row.officeName ?? '' }
  if (row.partnerId) return { kind: 'partner', id: row.partnerId, name: row.partnerName ?? '' }
  return row.body ? { id: null, kind: 'body', name: row.body } : null
}

/**
 * The decisions about the same matter, from the first meeting that dealt with it on, those alone that one may read; at most so many
 * meetings back and on.
 */
export async function matterOf(context: Context, id: string): Promise<(Decision & { turn: number })[]> {
  const { rows } = await sql<{ id: string; turn: number }>`
    with recursive back as (
      select d.id, d.continues, 0 as depth from decision d where d.id = ${id}::uuid
      union all
      select d.id, d.continues, b.depth + 1 from back b join decision d on d.id = b.continues where b.depth < ${mostTurns}),
    matter as (
      (select b.id, 0 as turn from back b order by b.depth desc limit 1)
      union all
      select d.id, x.turn + 1 from matter x join decision d on d.continues = x.id where x.turn < ${2 * mostTurns} and d.removed_at is null)
    select id, min(turn) as turn from matter group by id order by 2, 1 limit 200`.execute(context.db)
  if (rows.length < 2) return []
  const turns = new Map(rows.map(row => [row.id, row.turn]))
  const lines = await detailed(context)
    .where('d.id', 'in', [...turns.keys()])
    .orderBy('m.starts_at')
    .orderBy('d.seq')
    .orderBy('d.id')
    .execute()
  return lines.map(row => ({ ...decisionFrom(row), turn: turns.get(row.id)! }))
}
const mostTurns = 50

import { sql } from 'kysely'
import { isEmpty, reach, within } from '../../../platform/authority/reach.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { isId } from '../../../platform/values/shapes.ts'
import type { Involved } from '../rules.ts'
import type { EventKind, FollowUp, State } from '../schema.ts'

/**
 * Follow-ups of the offices in reach, of the partner that one speaks for, and one's own wherever the office is.
 * Whoever has lost every role has lost their own as well.
 */
export function visible(context: Context) {
  const own = reach(context, 'followup.read')
  const offices = sql`f.office_id = any (array(select r.id from office_card r where ${within(own, { path: sql.ref('r.path') })}))`
  const mine = isEmpty(own) ? sql`false` : sql`f.owner_id = ${context.actor.personId}::uuid`
  const condition = own.everywhere
    ? sql<boolean>`true`
    : sql<boolean>`(${offices} or ${within(own, { partner: sql.ref('f.partner_id') })} or ${mine})`
  return context.db.selectFrom('follow_up as f').innerJoin('office_card as o', 'o.id', 'f.office_id').where(condition)
}

/** The day that it is in the office: by that a form is late, whoever looks. */
export const todayThere = ({ clock }: Pick<Context, 'clock'>) => sql<string>`(${clock.now()}::timestamptz at time zone o.zone)::date`
/** Days are counted where the reader is, so that two follow-ups of one due day are late by as many days. */
export const todayHere = ({ clock, actor }: Pick<Context, 'clock' | 'actor'>) => sql<string>`${clock.today(actor.zone)}::date`
export const overdue = (context: Pick<Context, 'clock' | 'actor'>) =>
  sql<boolean>`(f.state in ('open', 'returned') and f.due_on < ${todayHere(context)})`

export const followUpColumns = (context: Pick<Context, 'clock' | 'actor'>) =>
  [
    'f.id',
    'f.number',
    'f.action',
    'f.detail',
    'f.state',
    'f.rev',
    'f.important',
    'f.due_on as dueOn',
    'f.created_at as createdAt',
    'f.origin_label',
    'f.origin_kind',
    'f.origin_id',
    'f.office_id',
    'o.name as officeName',
    'f.owner_id',
    'p.name as ownerName',
    'p.phones as ownerPhones',
    'f.partner_id',
    'q.name as partnerName',
    sql<string>`o.path::text`.as('path'),
    'o.zone',
    overdue(context).as('overdue'),
    sql<number | null>`case when f.state in ('open', 'returned') then f.due_on - ${todayHere(context)} end`.as('daysLeft'),
  ] as const

export const detailed = (context: Context) =>
  visible(context)
    .innerJoin('person_card as p', 'p.id', 'f.owner_id')
    .leftJoin('partner_card as q', 'q.id', 'f.partner_id')
    .select(followUpColumns(context))
export type FollowUpRow = Awaited<ReturnType<ReturnType<typeof detailed>['executeTakeFirstOrThrow']>>

export async function findFollowUp(context: Context, id: string): Promise<FollowUpRow> {
  const row = await detailed(context).where('f.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** Several at once, by due date; those out of reach are left out. */
export async function findFollowUps(context: Context, ids: readonly string[]): Promise<FollowUp[]> {
  if (!ids.length) return []
  const rows = await detailed(context).where('f.id', 'in', ids).orderBy('f.due_on').orderBy('f.id').execute()
  return rows.map(followUpFrom)
}

/** By its id or, as people write it, its number; null when there is none in reach. */
export async function findFollowUpLike(context: Context, ref: string): Promise<FollowUp | null> {
  const row = await detailed(context)
    .where(isId(ref) ? 'f.id' : 'f.number', '=', isId(ref) ? ref : ref.toUpperCase())
    .executeTakeFirst()
  return row ? followUpFrom(row) : null
}

/** What the operations change: locked, so that of two requests at once the second finds what the first left behind. */
export type LockedFollowUp = {
  id: string
  number: string
  action: string
  state: State
  rev: number
  ownerId: string
  dueOn: string
  important: boolean
  officeId: string
  partnerId: string | null
  path: string
  zone: FollowUpRow['zone']
} & Involved

export async function findFollowUpForChange(context: Context, id: string): Promise<LockedFollowUp> {
  const row = await visible(context)
    .where('f.id', '=', id)
    .select([
      'f.id',
      'f.number',
      'f.action',
      'f.state',
      'f.rev',
      'f.owner_id as ownerId',
      'f.due_on as dueOn',
      'f.important',
      'f.office_id as officeId',
      'f.partner_id as partnerId',
      sql<string>`o.path::text`.as('path'),
      'o.zone',
    ])
    .forUpdate('f')
    .executeTakeFirst()
  if (!row) throw notFound()
  return { ...row, ...(await involvedIn(context, row)) }
}

/** Asked after the lock and not within it: a row that was waited for shows its new self, its events would not. */
async function involvedIn({ db }: Pick<Context, 'db'>, { id, ownerId }: { id: string; ownerId: string }): Promise<Involved> {
  const lines = await db
    .selectFrom('follow_up_event')
    .select(['kind', 'by', 'owner_id as ownerId'])
    .where('follow_up_id', '=', id)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return involvedBy(lines, ownerId)
}

/** What the lines of its history say of who had it and who reported on it; `ownerId` is who has it now. */
export const involvedBy = (
  lines: readonly { kind: EventKind; by: string | null; ownerId: string | null }[],
  ownerId: string,
): Involved => ({
  ownerIds: [...lines.flatMap(line => line.ownerId ?? []), ownerId],
  reporterIds: lines.flatMap(({ kind, by }) => (kind === 'reported' && by ? [by] : [])),
})

export const followUpFrom = (row: FollowUpRow): FollowUp => ({
  id: row.id,
  number: row.number,
  action: row.action,
  detail: row.detail,
  state: row.state,
  overdue: row.overdue,
  daysLeft: row.daysLeft,
  important: row.important,
  dueOn: row.dueOn,
  office: { id: row.office_id, name: row.officeName },
  owner: { id: row.owner_id, name: row.ownerName },
  partner: row.partner_id ? { id: row.partner_id, name: row.partnerName ?? '' } : null,
  origin: row.origin_kind && row.origin_id ? { kind: row.origin_kind, id: row.origin_id, label: row.origin_label ?? '' } : null,
  createdAt: row.createdAt.toISOString(),
  rev: row.rev,
})

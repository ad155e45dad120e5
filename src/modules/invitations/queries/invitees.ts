import { sql } from 'kysely'
import { reach, within } from '../../../platform/authority/reach.ts'
import { type Order, pageOf } from '../../../platform/database/keyset.ts'
import { hasInOrder, sortKey } from '../../../platform/database/search.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import type { Answer, Counts, Invitee, InviteeFilter } from '../schema/invitations.ts'

/**
 * Invitees of meetings that offices in reach host, before and after they are written to; and those of offices in reach to whom an
 * invitation was sent, whoever invites them.
 */
export function visibleInvitees(context: Context) {
  const own = reach(context, 'meeting.read')
  const hosted = within(own, { path: sql.ref('h.path') })
  const invited = sql`(i.sent_at is not null and ${within(own, { path: sql.ref('o.path') })})`
  return context.db
    .selectFrom('meeting_invitee as i')
    .innerJoin('meeting_card as m', 'm.id', 'i.meeting_id')
    .innerJoin('office_card as h', 'h.id', 'm.office_id')
    .leftJoin('office_card as o', 'o.id', 'i.office_id')
    .leftJoin('partner_card as k', 'k.id', 'i.partner_id')
    .where(own.everywhere ? sql<boolean>`true` : sql<boolean>`(${hosted} or ${invited})`)
}

export const inviteeColumns = [
  'i.id',
  'i.meeting_id as meetingId',
  'i.person_id as personId',
  'i.name',
  'i.position',
  'i.unit',
  'i.acting',
  'i.office_id as officeId',
  'o.name as officeName',
  'i.partner_id as partnerId',
  'k.name as partnerName',
  'i.institution',
  'i.involvement',
  'i.mode',
  sql<Invitee['state']>`case when i.withdrawn_at is not null then 'withdrawn' when i.sent_at is not null then 'sent' else 'draft' end`.as(
    'state',
  ),
  'i.gone_at as goneAt',
  sql<boolean>`i.email is not null`.as('reachable'),
  'i.sent_at as sentAt',
  'i.answer',
  'i.answered_at as answeredAt',
  'i.reason',
  'i.rev',
  sql<string | null>`(select x.name from meeting_proxy x where x.invitee_id = i.id and x.session_id is null and x.ended_at is null)`.as(
    'proxy',
  ),
  sql<string>`h.path::text`.as('path'),
] as const

const detailed = (context: Context) => visibleInvitees(context).select(inviteeColumns)
export type InviteeRow = Awaited<ReturnType<ReturnType<typeof detailed>['executeTakeFirstOrThrow']>>

export const inviteeFrom = (row: InviteeRow): Invitee => ({
  id: row.id,
  personId: row.personId,
  name: row.name,
  position: row.position,
  unit: row.unit as Invitee['unit'],
  acting: row.acting as Invitee['acting'],
  office: row.officeId ? { id: row.officeId, name: row.officeName ?? '' } : null,
  partner: row.partnerId ? { id: row.partnerId, name: row.partnerName ?? '' } : null,
  institution: row.institution,
  involvement: row.involvement,
  mode: row.mode,
  state: row.state,
  gone: row.goneAt !== null,
  reachable: row.reachable,
  sentAt: row.sentAt?.toISOString() ?? null,
  answer: row.answer,
  answeredAt: row.answeredAt?.toISOString() ?? null,
  reason: row.reason,
  proxy: row.proxy,
  rev: row.rev,
})

export type Narrowed = Omit<InviteeFilter, 'province'> & { meeting: string; path?: string | undefined }
type Turn = { after?: string | undefined; before?: string | undefined; most?: number | undefined }

/** By office, then by position and name; partners and guests last. */
const byOffice: Order = {
  name: 'office',
  column: sql`(coalesce(o.code, '~' || coalesce(i.institution, '')) || ' ' || lpad(i.rank::text, 4, '0') || ' ' || ${sortKey(sql`i.name`)})`,
  type: 'text',
  descending: false,
}

export async function pageOfInvitees(context: Context, { after, before, most, ...filter }: Narrowed & Turn, size?: number) {
  const query = detailed(context).where(filterCondition(filter))
  const { rows, next, previous } = await pageOf(query, byOffice, sql`i.id`, { after, before, most }, size)
  return { invitees: rows.map(inviteeFrom), next, previous }
}

export async function countInvitees(context: Context, filter: Narrowed): Promise<number> {
  const { count } = await visibleInvitees(context)
    .where(filterCondition(filter))
    .select(sql<number>`count(*)::integer`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

const inState = {
  draft: sql`i.withdrawn_at is null and i.sent_at is null`,
  sent: sql`i.withdrawn_at is null and i.sent_at is not null`,
  withdrawn: sql`i.withdrawn_at is not null`,
}

/** Those who were left out stand in the list only where they are asked for. */
function filterCondition({ meeting, answer, state, involvement, path, class: kind, level, unreachable, q }: Narrowed) {
  const conditions = [
    sql`i.meeting_id = ${meeting}::uuid`,
    state ? inState[state] : sql`i.withdrawn_at is null`,
    ...(answer ? [sql`i.answer = ${answer}`] : []),
    ...(involvement ? [sql`i.involvement = ${involvement}`] : []),
    ...(path ? [sql`o.path <@ ${path}::text::ltree`] : []),
    ...(kind ? [sql`k.class = ${kind}`] : []),
    ...(level ? [sql`o.kind = ${level}`] : []),
    ...(unreachable ? [sql`i.email is null`] : []),
    ...(q ? [sql`(${hasInOrder(sql`i.name`, q)} or ${hasInOrder(sql`coalesce(o.name, i.institution, '')`, q)})`] : []),
  ]
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`
}

/** Those who were left out are not counted. */
export async function countsOf(context: Context, meetingId: string): Promise<Counts> {
  const answered = (answer: Answer) => sql<number>`(count(*) filter (where i.answer = ${answer}))::integer`
  return visibleInvitees(context)
    .where('i.meeting_id', '=', meetingId)
    .where('i.withdrawn_at', 'is', null)
    .select([
      sql<number>`count(*)::integer`.as('invited'),
      sql<number>`count(i.sent_at)::integer`.as('sent'),
      answered('waiting').as('waiting'),
      answered('onsite').as('onsite'),
      answered('online').as('online'),
      answered('declined').as('declined'),
      answered('proxy').as('proxy'),
    ])
    .executeTakeFirstOrThrow()
}

export async function findInvitee(context: Context, id: string): Promise<InviteeRow> {
  const row = await detailed(context).where('i.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

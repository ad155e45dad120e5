import { sql } from 'kysely'
import { type Order, pageOf } from '../../../platform/database/keyset.ts'
import { hasInOrder } from '../../../platform/database/search.ts'
import type { Zone } from '../../../platform/i18n/format.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import type { MeetingRow } from '../../meetings/queries/visible.ts'
import type { Invited, KnownGuest } from '../rules/guests.ts'
import { guestStatuses, unclear } from '../schema/guests.ts'
import type { Participant, ParticipantFilter, ParticipantReport } from '../schema/participants.ts'

type Db = Pick<Context, 'db'>

/** Everybody who is invited to a meeting, by office, position and name, with what tells who they are. */
export async function invitedOf({ db }: Db, meetingId: string): Promise<(Invited & { of: string })[]> {
  const rows = await db
    .selectFrom('meeting_invitee_card as i')
    .leftJoin('office_card as o', 'o.id', 'i.office_id')
    .select(['i.id', 'i.name', 'o.code as office', 'o.name as officeName', 'i.institution', 'i.position'])
    .select(['i.person_id as personId', 'i.contact_id as contactId'])
    .where('i.meeting_id', '=', meetingId)
    .where('i.state', '<>', 'withdrawn')
    .orderBy('o.code')
    .orderBy('i.rank')
    .orderBy('i.name')
    .orderBy('i.id')
    .execute()
  return rows.map(({ officeName, institution, position, ...row }) => ({ ...row, of: officeName ?? institution ?? position ?? '' }))
}

/** What was said of names in reports of meetings of this kind that the office hosts. */
export async function knownGuests(
  { db }: Db,
  { officeId, kindId }: Pick<MeetingRow, 'officeId' | 'kindId'>,
): Promise<Map<string, KnownGuest>> {
  const rows = await db
    .selectFrom('attendance_known_guest as k')
    .leftJoin('office_card as o', 'o.id', 'k.office_id')
    .select(['k.key', 'o.code as office', 'k.person_id as personId', 'k.contact_id as contactId', 'k.called', 'k.nobody'])
    .where('k.host_id', '=', officeId)
    .where('k.kind_id', '=', kindId)
    .execute()
  return new Map(rows.map(({ key, ...known }) => [key, known]))
}

const many = (status: (typeof guestStatuses)[number]) => sql<number>`(count(g.id) filter (where g.status = ${status}))::integer`.as(status)

const reports = ({ db }: Db) =>
  db
    .selectFrom('attendance_report as r')
    .innerJoin('meeting_card as m', 'm.id', 'r.meeting_id')
    .leftJoin('person_card as p', 'p.id', 'r.created_by')
    .leftJoin('attendance_report_guest as g', 'g.report_id', 'r.id')
    .groupBy(['r.id', 'm.title', 'p.name'])
    .select([
      'r.id',
      'r.meeting_id as meetingId',
      'm.title as meeting',
      'r.number',
      'r.file_name as file',
      'r.zone',
      'r.domain',
      'r.call',
      'r.topic',
      'r.starts_at as startsAt',
      'r.ends_at as endsAt',
      'r.state',
      'r.reason',
      'p.name as by',
      'r.created_at as at',
      'r.row_count as rows',
      'r.waiting_count as waitingRows',
      'r.problems',
      'r.rev',
      sql<number>`count(g.id)::integer`.as('names'),
      sql<number>`(count(distinct g.office_id) filter (where g.status <> 'waiting'))::integer`.as('offices'),
      ...guestStatuses.map(many),
    ])
export type ReportRow = Awaited<ReturnType<ReturnType<typeof reports>['executeTakeFirstOrThrow']>>

export const reportsOf = (context: Db, meetingId: string) =>
  reports(context).where('r.meeting_id', '=', meetingId).orderBy('r.number', 'desc').execute()

export async function findReport(context: Db, id: string): Promise<ReportRow> {
  const row = await reports(context).where('r.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

export function reportFrom(row: ReportRow): ParticipantReport {
  const { id, number, file, zone, call, topic, state, reason, by, rows, waitingRows, names, offices, rev } = row
  return {
    ...{ id, number, file, zone: zone as Zone, call, topic, state, reason, by, rev },
    meeting: { id: row.meetingId, name: row.meeting },
    startsAt: row.startsAt?.toISOString() ?? null,
    endsAt: row.endsAt?.toISOString() ?? null,
    at: row.at.toISOString(),
    counts: {
      ...{ rows, names, offices },
      ...(Object.fromEntries(guestStatuses.map(status => [status, row[status]])) as Record<(typeof guestStatuses)[number], number>),
      waiting: waitingRows,
    },
    problems: row.problems as ParticipantReport['problems'],
  }
}

const guests = ({ db }: Db) =>
  db
    .selectFrom('attendance_report_guest as g')
    .leftJoin('office_card as o', 'o.id', 'g.office_id')
    .leftJoin('meeting_invitee_card as i', 'i.id', 'g.invitee_id')
    .select([
      'g.id',
      'g.report_id as reportId',
      'g.name',
      'g.email',
      'g.status',
      'g.how',
      'g.office_id as officeId',
      'o.name as officeName',
      'g.invitee_id as inviteeId',
      'i.name as inviteeName',
      'g.candidates',
      'g.connections',
      'g.first_in as firstIn',
      'g.last_out as lastOut',
      'g.minutes',
      'g.devices',
      'g.rev',
      sql<{ id: string; name: string }[]>`coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name) order by c.code)
        from office_card c where c.code = any (g.candidates)), '[]')`.as('offices'),
    ])
export type GuestRow = Awaited<ReturnType<ReturnType<typeof guests>['executeTakeFirstOrThrow']>>
/** As they are kept: the row of the file, and from when to when in milliseconds. */
export type KeptConnection = [row: number, from: number, to: number]

export const guestsOf = (context: Db, reportId: string) => guests(context).where('g.report_id', '=', reportId).orderBy('g.place').execute()

export async function findGuest(context: Db, id: string): Promise<GuestRow> {
  const row = await guests(context).where('g.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

const stamp = (at: number): string => new Date(at).toISOString()

export const guestFrom = (row: GuestRow): Participant => ({
  id: row.id,
  name: row.name,
  email: row.email,
  status: row.status,
  how: row.how,
  office: row.officeId ? { id: row.officeId, name: row.officeName ?? '' } : null,
  invitee: row.inviteeId ? { id: row.inviteeId, name: row.inviteeName ?? '' } : null,
  candidates: row.offices,
  firstIn: row.firstIn?.toISOString() ?? null,
  lastOut: row.lastOut?.toISOString() ?? null,
  minutes: row.minutes,
  devices: row.devices,
  connections: (row.connections as KeptConnection[]).map(([row, from, to]) => ({ row, from: stamp(from), to: stamp(to) })),
  rev: row.rev,
})

/** Those of whom somebody has to say who they are first, then in the order of the file. */
const byNeed: Order = {
  name: 'need',
  column: sql`((case when ${isUnclear()} then '0' else '1' end) || lpad(g.place::text, 6, '0'))`,
  type: 'text',
  descending: false,
}
function isUnclear() {
  return sql`g.status = any (${[...unclear]}::text[])`
}

type Narrowed = ParticipantFilter & { report: string }
type Turn = { after?: string | undefined; before?: string | undefined; most?: number | undefined }

export const pageOfGuests = (context: Db, { after, before, most, ...filter }: Narrowed & Turn) =>
  pageOf(guests(context).where(filterCondition(filter)), byNeed, sql`g.id`, { after, before, most })

export async function countGuests(context: Db, filter: Narrowed): Promise<number> {
  const { count } = await context.db
    .selectFrom('attendance_report_guest as g')
    .leftJoin('office_card as o', 'o.id', 'g.office_id')
    .leftJoin('meeting_invitee_card as i', 'i.id', 'g.invitee_id')
    .where(filterCondition(filter))
    .select(sql<number>`count(*)::integer`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

function filterCondition({ report, status, unclear, q }: Narrowed) {
  const called = sql`concat_ws(' ', g.name, g.email, i.name, o.name)`
  const conditions = [
    sql`g.report_id = ${report}::uuid`,
    ...(status ? [sql`g.status = ${status}`] : []),
    ...(unclear ? [isUnclear()] : []),
    ...(q ? [hasInOrder(called, q)] : []),
  ]
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`
}

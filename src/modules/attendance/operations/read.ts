import { z } from 'zod'
import { covers, reachOf } from '../../../platform/authority/reach.ts'
import { badgeSigner } from '../../../platform/badges/sign.ts'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id } from '../../../platform/values/shapes.ts'
import { findMeeting, type MeetingRow } from '../../meetings/queries/visible.ts'
import { officeMeant, resolveOffice } from '../../organisation/queries/offices.ts'
import { eventsOf, historyOf, rowFrom, type Seats, seatsIn } from '../queries/events.ts'
import { belongsIn, classesOf, countPeople, findPerson, ownInvitation, type PersonRow, pageOfPeople, peopleOf } from '../queries/people.ts'
import { appointedIn, seatsTaken } from '../queries/proxies.ts'
import { currentOf, sessionsOf } from '../queries/sessions.ts'
import {
  type AreaCount,
  type AttendanceFilter,
  AttendanceListing,
  AttendancePage,
  AttendanceView,
  type AttendedSession,
  type PresenceCounts,
  SeatHistory,
} from '../schema/attendance.ts'

export const showAttendance = operation({
  name: 'attendance.show',
  summary:
    'How many were at each session of a meeting, and of the current one by province; of another office’s meeting only your own people',
  power: 'meeting.read',
  reads: true,
  input: z.object({ meeting: id, session: id.optional() }),
  output: AttendanceView,
  example: { meeting: example.meeting },
  async run(context, { meeting: meetingId, session: wanted }) {
    const meeting = await findMeeting(context, meetingId)
    const people = await peopleOf(context, meeting.id)
    const events = await eventsOf(context, meeting.id)
    const sessions = await sessionsOf(context, meeting)
    const classes = await classesOf(context, meeting.id)
    const own = await ownInvitation(context, meeting.id)
    const current = sessions.find(({ id }) => id === wanted) ?? currentOf(sessions)
    const seats = new Map(sessions.map(session => [session.id, seatsIn(session, events)]))
    return {
      meeting: { id: meeting.id, name: meeting.title },
      zone: meeting.zone,
      sessions: sessions.map(session => ({
        ...session,
        counts: countsOf(people.filter(belongsIn(session, classes)), seats.get(session.id)!),
      })),
      current: current?.id ?? null,
      areas: current ? areasOf(people.filter(belongsIn(current, classes)), seats.get(current.id)!) : [],
      mayRecord: mayRecord(context, meeting),
      own,
      acts: (await seatsTaken(context, meeting.id, own)).length > 0,
    }
  },
})

/** Whoever writes the meetings of its office, unless it is cancelled. */
export const mayRecord = ({ actor }: Pick<Context, 'actor'>, { path, state }: Pick<MeetingRow, 'path' | 'state'>): boolean =>
  actor.scope !== 'read' && state !== 'cancelled' && covers(reachOf(actor, 'meeting.write'), { path })

function countsOf(people: readonly PersonRow[], seats: Seats): PresenceCounts {
  const counts = { invited: people.length, present: 0, replaced: 0, excused: 0, absent: 0, expected: 0, late: 0, twice: 0 }
  for (const { id } of people) {
    const { status, lateBy, twice } = seats.of(id)
    counts[status]++
    if (lateBy !== null) counts.late++
    if (twice) counts.twice++
  }
  return counts
}

/** By province, in the order of people; whoever came instead counts. */
function areasOf(people: Awaited<ReturnType<typeof peopleOf>>, seats: Seats): AreaCount[] {
  const areas = new Map<string, AreaCount>()
  for (const { id, areaId, areaName, areaKind } of people) {
    const { status } = seats.of(id)
    const area = areas.get(areaId ?? '') ?? {
      office: areaId ? { id: areaId, name: areaName ?? '' } : null,
      listed: areaId !== null && areaKind !== 'national',
      present: 0,
      of: 0,
    }
    area.of++
    if (status === 'present' || status === 'replaced') area.present++
    areas.set(areaId ?? '', area)
  }
  return [...areas.values()]
}

export const listAttendance = operation({
  name: 'attendance.list',
  summary: 'Who was at a session of a meeting, by office, with when they came and left; of another office’s meeting only your own people',
  power: 'meeting.read',
  reads: true,
  input: AttendanceListing.extend({ meeting: id }),
  output: AttendancePage,
  example: { meeting: example.meeting, status: 'expected' },
  async run(context, { after, before, most, ...asked }) {
    const { session, province, filter, rowOf } = await narrowed(context, asked)
    const { rows, next, previous } = await pageOfPeople(context, { ...filter, after, before, most })
    const total = await countPeople(context, filter)
    return { session, rows: rows.map(rowOf), total, province, next, previous }
  },
})

/** Which session is meant and whom a filter leaves of it, with what is said of each. */
export async function narrowed(
  context: Context,
  { meeting: meetingId, province: ref, session: wanted, ...filter }: AttendanceFilter & { meeting: string },
) {
  const meeting = await findMeeting(context, meetingId)
  const province = ref ? await resolveOffice(context, ref) : null
  const path = province ? (await officeMeant(context, province.id, 'province')).path : undefined
  const sessions = await sessionsOf(context, meeting)
  const session = wanted ? sessions.find(({ id }) => id === wanted) : currentOf(sessions)
  if (!session) throw notFound()
  const seats = seatsIn(session, await eventsOf(context, meeting.id, { session: session.id }))
  const appointed = await appointedIn(context, meeting.id)
  return {
    ...{ meeting, session, province },
    filter: { meeting: meeting.id, path, q: filter.q, among: await among(context, meeting.id, session, seats, filter) },
    rowOf: (row: PersonRow) => rowFrom(row, seats.of(row.id), appointed(session.id, row.id)),
  }
}

/** What somebody's presence was is made of events, not kept: whoever it fits is found first, and their page after. */
async function among(
  context: Context,
  meetingId: string,
  session: AttendedSession,
  seats: Seats,
  { status, late, twice, missing }: AttendanceFilter,
) {
  const classes = session.class === null ? new Map<string, Set<string>>() : await classesOf(context, meetingId)
  const isAll = session.class === null || !classes.has(session.class)
  if (!status && !late && !twice && !missing && isAll) return undefined
  const people = await peopleOf(context, meetingId)
  return people.filter(belongsIn(session, classes)).flatMap(({ id }) => {
    const seat = seats.of(id)
    const isThere = seat.status === 'present' || seat.status === 'replaced'
    const fits = (!status || seat.status === status) && (!late || seat.lateBy !== null) && (!twice || seat.twice) && !(missing && isThere)
    return fits ? [id] : []
  })
}

export const showSeat = operation({
  name: 'attendance.history',
  summary: 'What was recorded of one invitee in one session: by whom, where, when, and what was corrected for which reason',
  power: 'meeting.read',
  reads: true,
  input: z.object({ meeting: id, session: id, invitee: id }),
  output: SeatHistory,
  example: { meeting: example.meeting, session: example.meeting, invitee: example.ownInvitee },
  run: (context, asked) => seatOf(context, asked),
})

export async function seatOf(
  context: Context,
  asked: { meeting: string; session: string; invitee: string },
): Promise<z.infer<typeof SeatHistory>> {
  const meeting = await findMeeting(context, asked.meeting)
  const session = await findSession(context, meeting, asked.session)
  const person = await findPerson(context, meeting.id, asked.invitee)
  if (!person) throw notFound()
  const events = await eventsOf(context, meeting.id, { session: session.id, invitee: person.id })
  const history = await historyOf(context, meeting.id, session.id, person.id)
  const voided = new Set(history.map(({ of }) => of))
  return {
    meeting: { id: meeting.id, name: meeting.title },
    zone: meeting.zone,
    session,
    row: rowFrom(person, seatsIn(session, events).of(person.id), (await appointedIn(context, meeting.id))(session.id, person.id)),
    events: history.map(({ of: _, at, recordedAt, ...event }) => ({
      ...event,
      at: at.toISOString(),
      recordedAt: recordedAt.toISOString(),
      voided: voided.has(event.id),
    })),
    mayRecord: mayRecord(context, meeting),
  }
}

export async function findSession(context: Context, meeting: MeetingRow, id: string): Promise<AttendedSession> {
  const session = (await sessionsOf(context, meeting)).find(each => each.id === id)
  if (!session) throw notFound()
  return session
}

/** Signs and reads the badges of a meeting. */
export const signerOf = ({ deriveKey }: Pick<Context, 'deriveKey'>, meetingId: string) =>
  badgeSigner(meetingId, deriveKey(`badge ${meetingId}`, 48))

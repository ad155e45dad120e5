import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize } from '../../../platform/authority/reach.ts'
import { publicKeyFrom, readBadge } from '../../../platform/badges/badge.ts'
import { personMeant } from '../../../platform/badges/person-meant.ts'
import { type Context, internalOperation, newId, operation } from '../../../platform/operation/operation.ts'
import { invalid, notFound, Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id, line, optional } from '../../../platform/values/shapes.ts'
import { arrive } from '../../invitations/operations/proxies.ts'
import { findMeetingForChange, type MeetingRow, placeOf } from '../../meetings/queries/visible.ts'
import { eventsOf, seatsIn, within } from '../queries/events.ts'
import { editionsOf, findPerson, invitedAmong, peopleOf } from '../queries/people.ts'
import { type AttendanceEvent, withoutVoided } from '../rules/events.ts'
import { conflictsIn, merge } from '../rules/merge.ts'
import {
  type Correction,
  corrections,
  type EventOutcome,
  type NotedEvent,
  NotedEvents,
  Recording,
  SeatHistory,
} from '../schema/attendance.ts'
import { refusals } from '../words/refusals.ts'
import { findSession, seatOf, signerOf } from './read.ts'

type Method = 'qr' | 'name' | 'code' | 'hand' | 'report'
/** An event with what is kept beside it. */
export type EventToRecord = AttendanceEvent & { method: Method; reason: string | null; guest?: string }

export const recordAttendance = operation({
  name: 'attendance.record',
  summary:
    'Record who came and left, as desks noted it: each event has an id of its own and is recorded once, however often it is sent. Says what became of each',
  power: 'meeting.write',
  input: z.object({ meeting: id, events: NotedEvents }),
  output: Recording,
  example: {
    meeting: example.meeting,
    events: [
      {
        id: '019a0000-0000-4000-8000-000000000001',
        session: example.meeting,
        invitee: example.ownInvitee,
        at: '2025-11-20T03:00:00Z',
        source: 'Meja 1',
      },
    ],
  },
  run: (context, { meeting, events }) => recordEvents(context, meeting, events),
})

export const noteOne = internalOperation({
  name: 'attendance.note',
  power: 'meeting.write',
  input: z.object({
    meeting: id,
    id,
    session: id,
    who: line(400).describe('What was scanned, or the name of somebody who is invited'),
    kind: z.enum(['in', 'out']).default('in'),
    source: line(60),
    proxy: optional(line(200)),
  }),
  output: Recording,
  async run(context, { meeting, who, ...noted }) {
    const people = (await peopleOf(context, meeting)).map(({ id, name, officeName, institution, position }) => ({
      id,
      name,
      of: officeName ?? institution ?? position ?? '',
    }))
    const named = personMeant(people, who)
    if (named.length > 1) throw invalid('who', refusals.severalNamed)
    const [one] = named
    const person = one ? { invitee: one.id, badge: null, method: 'name' as const } : { invitee: null, badge: who, method: 'qr' as const }
    const event = { ...noted, ...person, at: context.clock.now().toISOString(), mode: 'onsite' as const, reason: null }
    const recording = await recordEvents(context, meeting, [event])
    const { outcome } = recording.events[0]!
    if (outcome === 'unreadable') throw invalid('who', refusals.nobodyNamed)
    if (!isPlaced(outcome)) throw invalid('who', refusals.badge)
    return recording
  },
})

/** Whether it is there now. */
export const isPlaced = (outcome: EventOutcome): boolean => outcome === 'recorded' || outcome === 'known'

async function recordEvents(context: Context, meetingId: string, events: readonly NotedEvent[]): Promise<Recording> {
  const meeting = await findMeetingToRecord(context, meetingId)
  const meant = await inviteesMeant(context, meeting.id, events)
  const names = await invitedAmong(
    context,
    meeting.id,
    [...meant.values()].flatMap(({ invitee }) => invitee ?? []),
  )
  const outcomes = new Map<string, EventOutcome>()
  const come = events.flatMap(noted => {
    const { invitee, problem } = meant.get(noted.id)!
    if (invitee && names.has(invitee)) return [eventFrom(noted, invitee)]
    outcomes.set(noted.id, problem ?? 'unknown')
    return []
  })
  const { recorded, known, differing } = merge(await knownAmong(context, come), come)
  await insertEvents(context, meeting, recorded as EventToRecord[])
  await endProxiesOf(context, meeting, recorded)
  for (const { id } of recorded) outcomes.set(id, 'recorded')
  for (const id of known) if (!outcomes.has(id)) outcomes.set(id, 'known')
  for (const id of differing) outcomes.set(id, 'differs')
  if (recorded.length) record(context, placeOf(meeting), { attendanceNoted: null }, { attendanceNoted: recorded.length })
  const nameOf = (each: NotedEvent) => names.get(meant.get(each.id)?.invitee ?? '') ?? null
  return {
    recorded: recorded.length,
    events: events.map(each => ({ id: each.id, outcome: outcomes.get(each.id) ?? 'unknown', name: nameOf(each) })),
  }
}

/** Whoever arrives themselves ends that somebody goes in their place. */
export const endProxiesOf = (context: Context, { id }: Pick<MeetingRow, 'id'>, events: readonly AttendanceEvent[]): Promise<void> =>
  arrive(
    context,
    id,
    events.flatMap(({ kind, proxy, invitee, session, at, mode }) =>
      kind === 'in' && proxy === null ? [{ invitee, session: session || null, at, mode }] : [],
    ),
  )

/** Locked, so that two desks that send the same at once are one after the other. */
export async function findMeetingToRecord(context: Context, meetingId: string): Promise<MeetingRow> {
  const meeting = await findMeetingForChange(context, meetingId)
  authorize(context, 'meeting.write', { path: meeting.path })
  if (meeting.state === 'cancelled') throw new Refusal('conflict', refusals.meetingNotHeld)
  return meeting
}

type Meant = { invitee: string | null; problem?: EventOutcome }
/** Whom each event names, by id or by what was scanned. */
async function inviteesMeant(context: Context, meetingId: string, events: readonly NotedEvent[]): Promise<Map<string, Meant>> {
  const meant = new Map<string, Meant>()
  const key = events.some(({ badge }) => badge) ? await publicKeyFrom(signerOf(context, meetingId).publicKey) : null
  const editions = key ? await editionsOf(context, meetingId) : new Map<string, number>()
  for (const { id, invitee, badge } of events) {
    if (invitee || !badge || !key) meant.set(id, { invitee })
    else {
      const read = await readBadge(badge, meetingId, key, context.clock.now().getTime())
      const isOld = read.badge && read.badge.edition < (editions.get(read.badge.invitee) ?? 1)
      if (isOld) meant.set(id, { invitee: null, problem: 'replaced' })
      else meant.set(id, read.badge ? { invitee: read.badge.invitee } : { invitee: null, problem: read.problem })
    }
  }
  return meant
}

const eventFrom = ({ id, session, kind, at, mode, source, method, badge, proxy, reason }: NotedEvent, invitee: string): EventToRecord => ({
  id,
  invitee,
  session,
  kind,
  at: Date.parse(at),
  mode,
  source,
  proxy,
  of: null,
  method: badge ? 'qr' : method,
  reason,
})

async function knownAmong({ db }: Context, events: readonly AttendanceEvent[]): Promise<Map<string, AttendanceEvent>> {
  if (!events.length) return new Map()
  const ids = events.map(({ id }) => id)
  const rows = await db
    .selectFrom('attendance_event')
    .select(['id', 'invitee_id as invitee', 'session_id as session', 'kind', 'at', 'mode', 'source', 'proxy', 'of_id as of'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ session, at, ...row }) => [row.id, { ...row, session: session ?? '', at: at.getTime() }]))
}

/** Kept as they are; an empty session is the whole meeting. */
export async function insertEvents(context: Context, meeting: Pick<MeetingRow, 'id'>, events: readonly EventToRecord[]): Promise<void> {
  const kept = { meeting_id: meeting.id, recorded_by: context.actor.personId, recorded_at: context.clock.now() }
  const rows = events.map(({ id, invitee, session, kind, at, mode, source, method, proxy, of, reason, guest }) => ({
    ...kept,
    id,
    invitee_id: invitee,
    session_id: session || null,
    kind,
    at: new Date(at),
    mode,
    source,
    method,
    proxy,
    of_id: of,
    reason,
    guest_id: guest ?? null,
  }))
  for (let from = 0; from < rows.length; from += 500)
    await context.db
      .insertInto('attendance_event')
      .values(rows.slice(from, from + 500))
      .execute()
}

export const correctAttendance = operation({
  name: 'attendance.correct',
  summary:
    'Correct what was recorded of one invitee in one session, with the reason: present, excused, absent, or present once where two desks recorded them. What was recorded stays in the history',
  power: 'meeting.write',
  input: z.object({ meeting: id, session: id, invitee: id, is: z.enum(corrections), reason: line(500, 3) }),
  output: SeatHistory,
  example: { meeting: example.meeting, session: example.meeting, invitee: example.ownInvitee, is: 'present', reason: 'Ponselnya mati' },
  async run(context, { is, reason, ...asked }) {
    const meeting = await findMeetingToRecord(context, asked.meeting)
    const session = await findSession(context, meeting, asked.session)
    const person = await findPerson(context, meeting.id, asked.invitee)
    if (!person) throw notFound()
    const all = within(await eventsOf(context, meeting.id, { session: session.id, invitee: person.id }), session.id)
    const before = seatsIn(session, all).of(person.id)
    const now = context.clock.now().getTime()
    const made = (kind: AttendanceEvent['kind'], at: number, of: string | null = null): EventToRecord => ({
      id: newId(),
      invitee: person.id,
      session: session.id,
      kind,
      at,
      mode: 'onsite',
      source: '',
      proxy: null,
      of,
      method: 'hand',
      reason,
    })
    const gone = withoutVoided(all).filter(event => isTakenBack(is, event, all))
    const comes = is === 'present' ? [made('in', session.startsAt ? Date.parse(session.startsAt) : now)] : []
    const excuses = is === 'excused' ? [made('excused', now)] : []
    const events = [...gone.map(({ id }) => made('void', now, id)), ...comes, ...excuses]
    const isSo = is === 'once' ? !before.twice : before.status === is || (is === 'absent' && before.status === 'expected')
    if (isSo || !events.length) throw new Refusal('conflict', refusals.nothingToCorrect)
    await insertEvents(context, meeting, events)
    if (is === 'present')
      await endProxiesOf(
        context,
        meeting,
        comes.map(each => ({ ...each, at: now })),
      )
    record(
      context,
      placeOf(meeting),
      { attendanceIs: before.status },
      { attendanceIs: is === 'once' ? before.status : is, who: person.name, reason },
    )
    return seatOf(context, asked)
  },
})

/** What of what was noted does not hold any more. */
function isTakenBack(is: Correction, event: AttendanceEvent, all: readonly AttendanceEvent[]): boolean {
  if (is === 'once') return conflictsIn(all).some(({ second }) => second === event.id)
  return is === 'present' ? event.kind !== 'in' || event.proxy !== null : true
}

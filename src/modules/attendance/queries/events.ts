import { sql } from 'kysely'
import type { Context } from '../../../platform/operation/operation.ts'
import type { AttendanceEvent } from '../rules/events.ts'
import { conflictsIn } from '../rules/merge.ts'
import { type Presence, presenceOf } from '../rules/presence.ts'
import type { AttendedSession, PresenceRow } from '../schema/attendance.ts'
import type { PersonRow } from './people.ts'

/** What was noted in a meeting: of one session, with what is said of the whole meeting, or of all; perhaps of one invitation alone. */
export async function eventsOf(
  { db }: Pick<Context, 'db'>,
  meetingId: string,
  { session, invitee }: { session?: string | undefined; invitee?: string | undefined } = {},
): Promise<AttendanceEvent[]> {
  const rows = await db
    .selectFrom('attendance_event')
    .select(['id', 'invitee_id as invitee', 'session_id as session', 'kind', 'at', 'mode', 'source', 'proxy', 'of_id as of'])
    .where('meeting_id', '=', meetingId)
    .$if(session !== undefined, query => query.where(sql<boolean>`(session_id = ${session}::uuid or session_id is null)`))
    .$if(invitee !== undefined, query => query.where('invitee_id', '=', invitee!))
    .execute()
  return rows.map(({ session, at, ...row }) => ({ ...row, session: session ?? whole, at: at.getTime() }))
}

/** What was noted of these in these meetings, by the meeting. */
export async function eventsOfMany(
  { db }: Pick<Context, 'db'>,
  meetings: readonly string[],
  invitees: readonly string[],
): Promise<Map<string, AttendanceEvent[]>> {
  const rows = await db
    .selectFrom('attendance_event')
    .select(['id', 'meeting_id as meeting', 'invitee_id as invitee', 'session_id as session', 'kind', 'at', 'mode', 'source', 'proxy'])
    .select('of_id as of')
    .where(sql<boolean>`meeting_id = any (${[...meetings]}::uuid[])`)
    .where(sql<boolean>`invitee_id = any (${[...invitees]}::uuid[])`)
    .execute()
  const events = rows.map(({ session, at, ...row }) => ({ ...row, session: session ?? whole, at: at.getTime() }))
  return Map.groupBy(events, ({ meeting }) => meeting)
}

/** Stands for all sessions. */
const whole = ''

/** Of one session: what was said of it, and of the whole meeting, as if it had been said of the session. */
export const within = (events: readonly AttendanceEvent[], session: string): AttendanceEvent[] =>
  events.flatMap(event => (event.session === session ? [event] : event.session === whole ? [{ ...event, session }] : []))

export type Seats = { of(invitee: string): Presence & { twice: boolean } }

/** Where each invitation stands in a session. */
export function seatsIn(session: AttendedSession, events: readonly AttendanceEvent[]): Seats {
  const own = within(events, session.id)
  const byInvitee = Map.groupBy(own, ({ invitee }) => invitee)
  const twice = new Set(conflictsIn(own).map(({ invitee }) => invitee))
  const times = {
    startsAt: session.startsAt === null ? null : Date.parse(session.startsAt),
    endsAt: session.endsAt === null ? null : Date.parse(session.endsAt),
    isOver: session.over,
  }
  return { of: invitee => ({ ...presenceOf(byInvitee.get(invitee) ?? [], times), twice: twice.has(invitee) }) }
}

const stamp = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

/** `appointed`: who was sent in their place. Whoever is there themselves is represented by nobody. */
export const rowFrom = (
  person: PersonRow,
  { firstIn, lastOut, ...presence }: Presence & { twice: boolean },
  appointed: string | null,
): PresenceRow => ({
  id: person.id,
  name: person.name,
  position: person.position,
  office: person.officeId ? { id: person.officeId, name: person.officeName ?? '' } : null,
  institution: person.institution,
  firstIn: stamp(firstIn),
  lastOut: stamp(lastOut),
  ...presence,
  appointed: presence.status === 'present' ? null : appointed,
})

/** Everything that was said of one invitation in a session, with who said it, as it came. */
export const historyOf = ({ db }: Pick<Context, 'db'>, meetingId: string, session: string, invitee: string) =>
  db
    .selectFrom('attendance_event as e')
    .leftJoin('person_card as p', 'p.id', 'e.recorded_by')
    .select(['e.id', 'e.kind', 'e.at', 'e.mode', 'e.source', 'e.method', 'e.proxy', 'e.reason', 'e.of_id as of', 'p.name as by'])
    .select('e.recorded_at as recordedAt')
    .where('e.meeting_id', '=', meetingId)
    .where('e.invitee_id', '=', invitee)
    .where(sql<boolean>`(e.session_id = ${session}::uuid or e.session_id is null)`)
    .orderBy('e.at')
    .orderBy('e.id')
    .execute()

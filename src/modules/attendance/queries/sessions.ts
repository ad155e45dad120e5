import type { Context } from '../../../platform/operation/operation.ts'
import type { MeetingRow } from '../../meetings/queries/visible.ts'
import type { AttendedSession } from '../schema/attendance.ts'

type TimedMeeting = Pick<MeetingRow, 'id' | 'title' | 'place' | 'startsAt' | 'endsAt' | 'state'>

/** The sessions of the released programme to which people come, in their order; of a meeting without one, the meeting itself. */
export async function sessionsOf(context: Pick<Context, 'db' | 'clock'>, meeting: TimedMeeting): Promise<AttendedSession[]> {
  const rows = await context.db
    .selectFrom('meeting_session_card')
    .select(['id', 'title', 'room', 'class', 'starts_at as startsAt', 'ends_at as endsAt'])
    .where('meeting_id', '=', meeting.id)
    .where('kind', '<>', 'break')
    .orderBy('starts_at')
    .orderBy('title')
    .orderBy('id')
    .execute()
  const { id, title, place: room, startsAt, endsAt } = meeting
  const all = rows.length ? rows : [{ id, title, room, class: null, startsAt, endsAt }]
  const now = context.clock.now().getTime()
  const isEnded = meeting.state === 'ended' || meeting.state === 'reported'
  return all.map(({ startsAt, endsAt, ...session }) => ({
    ...session,
    startsAt: startsAt?.toISOString() ?? null,
    endsAt: endsAt?.toISOString() ?? null,
    over: isEnded || (endsAt !== null && endsAt.getTime() <= now),
  }))
}

/** The first that is not over, else the last. */
export const currentOf = (sessions: readonly AttendedSession[]): AttendedSession | null =>
  sessions.find(({ over }) => !over) ?? sessions.at(-1) ?? null

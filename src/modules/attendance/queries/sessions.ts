import { sql } from 'kysely'
import type { Context } from '../../../platform/operation/operation.ts'
import type { MeetingRow } from '../../meetings/queries/visible.ts'
import type { AttendedSession } from '../schema/attendance.ts'

type TimedMeeting = Pick<MeetingRow, 'id' | 'title' | 'place' | 'startsAt' | 'endsAt' | 'state'>

/** The sessions of the released programme to which people come, in their order; of a meeting without one, the meeting itself. */
export const sessionsOf = async (context: Pick<Context, 'db' | 'clock'>, meeting: TimedMeeting): Promise<AttendedSession[]> =>
  (await sessionsOfMany(context, [meeting])).get(meeting.id)!

/** The same of several, by the meeting. */
export async function sessionsOfMany(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  meetings: readonly TimedMeeting[],
): Promise<Map<string, AttendedSession[]>> {
  const ids = meetings.map(({ id }) => id)
  const rows = await db
    .selectFrom('meeting_session_card')
    .select(['id', 'meeting_id as meetingId', 'title', 'room', 'class', 'starts_at as startsAt', 'ends_at as endsAt'])
    .where(sql<boolean>`meeting_id = any (${ids}::uuid[])`)
    .where('kind', '<>', 'break')
    .orderBy('starts_at')
    .orderBy('title')
    .orderBy('id')
    .execute()
  const released = Map.groupBy(rows, ({ meetingId }) => meetingId)
  const now = clock.now().getTime()
  return new Map(
    meetings.map(({ id, title, place: room, startsAt, endsAt, state }) => {
      const own = released.get(id)?.map(({ meetingId: _, ...session }) => session)
      const isEnded = state === 'ended' || state === 'reported'
      const all = own ?? [{ id, title, room, class: null, startsAt, endsAt }]
      return [
        id,
        all.map(({ startsAt, endsAt, ...session }) => ({
          ...session,
          startsAt: startsAt?.toISOString() ?? null,
          endsAt: endsAt?.toISOString() ?? null,
          over: isEnded || (endsAt !== null && endsAt.getTime() <= now),
        })),
      ]
    }),
  )
}

/** The first that is not over, else the last. */
export const currentOf = (sessions: readonly AttendedSession[]): AttendedSession | null =>
  sessions.find(({ over }) => !over) ?? sessions.at(-1) ?? null

import type { Context } from '../../../platform/operation/operation.ts'
import { lastRelease } from '../../meetings/queries/programmes.ts'
import type { MeetingRow } from '../../meetings/queries/visible.ts'
import type { SessionPerson } from '../schema/minutes.ts'
import type { MinutesRow } from './minutes.ts'

type SessionLine = { id: string | null; title: string; startsAt: string | null }

/** What of a meeting has minutes: the sessions of its released programme but for the breaks, or the meeting itself. */
export async function sessionsWith(context: Context, meeting: MeetingRow): Promise<SessionLine[]> {
  const sessions = (await lastRelease(context, meeting.id))?.sessions ?? []
  const spoken = sessions.filter(({ kind }) => kind !== 'break')
  if (spoken.length === 0) return [{ id: null, title: meeting.title, startsAt: meeting.startsAt.toISOString() }]
  return spoken.map(({ id, title, startsAt }) => ({ id, title, startsAt }))
}

type Session = { startsAt: string | null; endsAt: string | null; room: string | null; people: SessionPerson[] }

/** When and where a session took place and who had a part in it, as released last; of one that is not there any more, nothing. */
export async function sessionOf(context: Context, row: Pick<MinutesRow, 'meetingId' | 'sessionId' | keyof Times>): Promise<Session> {
  if (row.sessionId === null)
    return {
      startsAt: row.meetingStartsAt.toISOString(),
      endsAt: row.meetingEndsAt?.toISOString() ?? null,
      room: row.meetingPlace,
      people: [],
    }
  const session = (await lastRelease(context, row.meetingId))?.sessions.find(({ id }) => id === row.sessionId)
  return {
    startsAt: session?.startsAt ?? null,
    endsAt: session?.endsAt ?? null,
    room: session?.room ?? null,
    people: session?.parts.map(({ name, role, institution }) => ({ name, role, institution })) ?? [],
  }
}
type Times = Pick<MinutesRow, 'meetingStartsAt' | 'meetingEndsAt' | 'meetingPlace'>

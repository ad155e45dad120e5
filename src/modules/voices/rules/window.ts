import { dayIn, type Zone } from '../../../platform/i18n/format.ts'
import { addDays } from '../../../platform/values/clock.ts'
import { instantAt } from '../../meetings/rules/local-time.ts'
import type { SessionProblem } from '../schema/voices.ts'

type TimedMeeting = { startsAt: Date; endsAt: Date | null; state: string; zone: Zone }
type Session = { startsAt: string | null; endsAt: string | null }

/** So long before a session begins it takes voices already, and so long after its end it counts as going on, in milliseconds. */
const margin = { before: 15 * 60_000, after: 30 * 60_000 }

/**
 * When a session takes voices: from a quarter of an hour before it begins until the day after it is over, by the clock of the host, so that
 * what was written without a connection arrives.
 */
export function windowOf({ startsAt, endsAt }: Session, meeting: TimedMeeting): { from: Date; until: Date; onUntil: Date } {
  const begins = new Date(startsAt ?? meeting.startsAt)
  const ends = endsAt ? new Date(endsAt) : startsAt ? begins : (meeting.endsAt ?? begins)
  const day = dayIn(ends, meeting.zone)
  const dayEnds = (days: number) => instantAt(`${addDays(day, days)}T00:00`, meeting.zone)
  const isOpenEnded = ends.getTime() === begins.getTime()
  return {
    from: new Date(begins.getTime() - margin.before),
    until: dayEnds(2),
    onUntil: isOpenEnded ? dayEnds(1) : new Date(ends.getTime() + margin.after),
  }
}

/** Why a session takes nothing now, whoever asks. */
export function problemOf(session: Session, meeting: TimedMeeting, now: Date): Exclude<SessionProblem, 'notInvited' | 'full'> | null {
  if (meeting.state === 'cancelled') return 'cancelled'
  if (meeting.state === 'reported') return 'over'
  const { from, until } = windowOf(session, meeting)
  if (meeting.state === 'planned' || now < from) return 'notYet'
  return now >= until ? 'over' : null
}

export const isOn = (session: Session, meeting: TimedMeeting, now: Date): boolean => {
  const { from, onUntil } = windowOf(session, meeting)
  return ['invited', 'running'].includes(meeting.state) && now >= from && now < onUntil
}

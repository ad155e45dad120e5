import type { Answer } from '../schema/invitations.ts'

type Mode = 'onsite' | 'online' | 'hybrid'
/**
 * What is known of an invitation and its meeting when somebody wants to answer. `overAt` is when the meeting is over, `lapsed` that one is
 * not invited any more or does not hold on its day what one was invited as.
 */
export type Answerable = {
  state: 'draft' | 'sent' | 'withdrawn'
  mode: Mode
  meetingMode: Mode
  meetingState: string
  overAt: Date
  lapsed: boolean
}
/** Why it cannot be answered: it was withdrawn, the meeting does not take place, it is over, or one is not among the invited any more. */
export type Unanswerable = 'withdrawn' | 'cancelled' | 'over' | 'lapsed'

export function whyNotAnswerable(
  { state, meetingState, overAt, lapsed }: Omit<Answerable, 'mode' | 'meetingMode'>,
  now: Date,
): Unanswerable | null {
  if (state === 'withdrawn') return 'withdrawn'
  if (meetingState === 'cancelled') return 'cancelled'
  if (meetingState === 'ended' || meetingState === 'reported' || overAt <= now) return 'over'
  return lapsed ? 'lapsed' : null
}

/** What somebody may answer: to be there, as far as they are invited so and the meeting is held so, and not to be there. */
export function choicesOf({ mode, meetingMode }: Pick<Answerable, 'mode' | 'meetingMode'>): Exclude<Answer, 'waiting' | 'proxy'>[] {
  const possible = (way: 'onsite' | 'online') => [mode, meetingMode].every(each => each === 'hybrid' || each === way)
  const ways = (['onsite', 'online'] as const).filter(possible)
  // Invited one way to a meeting that is held the other way: as it is held.
  const held = ways.length ? ways : meetingMode === 'hybrid' ? (['onsite', 'online'] as const) : [meetingMode]
  return [...held, 'declined']
}

import type { Answer } from '../schema/invitations.ts'

type Mode = 'onsite' | 'online' | 'hybrid'
/** What is known of an invitation and its meeting when somebody wants to answer. `overAt` is when the meeting is over. */
export type Answerable = {
  state: 'draft' | 'sent' | 'withdrawn'
  mode: Mode
  meetingMode: Mode
  meetingState: string
  overAt: Date
}
/** Why it cannot be answered: it was withdrawn, the meeting does not take place, or it is over. */
export type Unanswerable = 'withdrawn' | 'cancelled' | 'over'

export function whyNotAnswerable(
  { state, meetingState, overAt }: Omit<Answerable, 'mode' | 'meetingMode'>,
  now: Date,
): Unanswerable | null {
  if (state === 'withdrawn') return 'withdrawn'
  if (meetingState === 'cancelled') return 'cancelled'
  return meetingState === 'ended' || meetingState === 'reported' || overAt <= now ? 'over' : null
}

/** What somebody may answer: to be there, as far as they are invited so and the meeting is held so, and not to be there. */
export function choicesOf({ mode, meetingMode }: Pick<Answerable, 'mode' | 'meetingMode'>): Exclude<Answer, 'waiting' | 'proxy'>[] {
  const possible = (way: 'onsite' | 'online') => [mode, meetingMode].every(each => each === 'hybrid' || each === way)
  const ways = (['onsite', 'online'] as const).filter(possible)
  // Invited one way to a meeting that is held the other way: as it is held.
  const held = ways.length ? ways : meetingMode === 'hybrid' ? (['onsite', 'online'] as const) : [meetingMode]
  return [...held, 'declined']
}

import { stateAfter, type Transitions } from '../../../platform/workflow/workflow.ts'
import type { Act, EventKind, State } from '../schema/meetings.ts'

/**
 * How a meeting goes: planned, invited, running, ended, reported. A small one is held without an invitation. What was cancelled by
 * mistake is planned again; a meeting whose report is made stays as it is.
 */
export const transitions = {
  invite: { planned: 'invited' },
  start: { planned: 'running', invited: 'running' },
  end: { running: 'ended' },
  report: { ended: 'reported' },
  cancel: { planned: 'cancelled', invited: 'cancelled', running: 'cancelled' },
  restore: { cancelled: 'planned' },
} as const satisfies Transitions<State, string>
export type Transition = keyof typeof transitions

/** What the history of a meeting says of each. */
export const eventOf = {
  invite: 'invited',
  start: 'started',
  end: 'ended',
  report: 'reported',
  cancel: 'cancelled',
  restore: 'restored',
} as const satisfies Record<Transition, EventKind>

/** Its times, places and objectives may still be changed. */
export const isOpen = (state: State): boolean => state === 'planned' || state === 'invited' || state === 'running'
/** Whether its objectives were reached can be said: it has begun and its report is not made. */
export const mayAnswer = (state: State): boolean => state === 'running' || state === 'ended'

/** What whoever writes the meetings of its office may do now, in the order in which a page offers it. */
export const actsFor = (state: State, unanswered: number): Act[] => {
  const possible = (name: Transition) => stateAfter(transitions, state, name) !== null
  return [
    ...(possible('invite') ? (['invite'] as const) : []),
    ...(possible('start') ? (['start'] as const) : []),
    ...(possible('end') ? (['end'] as const) : []),
    ...(possible('report') && unanswered === 0 ? (['report'] as const) : []),
    ...(mayAnswer(state) ? (['answer'] as const) : []),
    ...(isOpen(state) ? (['change'] as const) : []),
    ...(possible('cancel') ? (['cancel'] as const) : []),
    ...(possible('restore') ? (['restore'] as const) : []),
  ]
}

import { stateAfter, type Transitions } from '../../../platform/workflow/workflow.ts'
import type { Act, State } from '../schema/minutes.ts'

/** Minutes are written, sent to the chair, sent back with a reason or approved, and then distributed; what was approved stays as it is. */
export const transitions = {
  send: { draft: 'sent', returned: 'sent' },
  return: { sent: 'returned' },
  approve: { sent: 'approved' },
  distribute: { approved: 'distributed' },
} as const satisfies Transitions<State, string>
export type Transition = keyof typeof transitions

export const isOpen = (state: State): boolean => state === 'draft' || state === 'returned'

/** Who the one who asks is to these minutes. */
export type Rights = {
  /** Writes the meetings of its office, or takes the minutes of the session or chairs it. */
  writes: boolean
  /** Chairs the session; where nobody does, writes the meetings of its office. */
  approves: boolean
  /** Wrote all of it alone while somebody else may approve it. */
  isOnlyWriter: boolean
}

export function actsFor(state: State, hasPassages: boolean, { writes, approves, isOnlyWriter }: Rights): Act[] {
  const possible = (name: Transition) => stateAfter(transitions, state, name) !== null
  return [
    ...(isOpen(state) && writes ? (['write'] as const) : []),
    ...(possible('send') && writes && hasPassages ? (['send'] as const) : []),
    ...(possible('approve') && approves && !isOnlyWriter ? (['approve'] as const) : []),
    ...(possible('return') && approves ? (['return'] as const) : []),
    ...(possible('distribute') && (writes || approves) ? (['distribute'] as const) : []),
  ]
}

import type { Transitions } from '../../../platform/workflow/workflow.ts'

export type CycleState = 'draft' | 'open' | 'closed'
export const cycleStateOf = ({ openedAt, closedAt }: { openedAt: unknown; closedAt: unknown }): CycleState =>
  closedAt ? 'closed' : openedAt ? 'open' : 'draft'
/** Opening an open cycle adds the forms of what was registered since. */
export const cycleTransitions = {
  open: { draft: 'open', open: 'open' },
  close: { open: 'closed' },
} as const satisfies Transitions<CycleState, string>

export type AssignmentState = 'waiting' | 'submitted' | 'closed'
export const assignmentStateOf = ({ submittedAt, closedAt }: { submittedAt: unknown; closedAt: unknown }): AssignmentState =>
  closedAt ? 'closed' : submittedAt ? 'submitted' : 'waiting'
export const assignmentTransitions = {
  submit: { waiting: 'submitted' },
  return: { submitted: 'waiting' },
  extend: { waiting: 'waiting' },
} as const satisfies Transitions<AssignmentState, string>

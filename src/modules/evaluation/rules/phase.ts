import type { AssignmentRow, Phase } from '../schema.ts'

/** The days of a cycle, and of one form in it that was given more time. Days are `yyyy-mm-dd`. */
export type Deadlines = {
  opensOn: string
  dueOn: string
  closesOn: string
  openedAt: Date | null
  closedAt: Date | null
  extendedTo?: string | null
}

export const dueDayOf = ({ dueOn, extendedTo }: Pick<Deadlines, 'dueOn' | 'extendedTo'>): string => extendedTo ?? dueOn

/** Whether answers are taken on a day, and as what. The last day itself still counts; more time may go beyond the cycle's end. */
export function phaseOn(deadlines: Deadlines, today: string): Phase {
  const { opensOn, closesOn, openedAt, closedAt, extendedTo } = deadlines
  if (!openedAt) return 'draft'
  if (closedAt) return 'closed'
  if (today < opensOn) return 'ahead'
  if (today <= dueDayOf(deadlines)) return 'open'
  return today <= closesOn || (extendedTo && today <= extendedTo) ? 'late' : 'closed'
}

/** Whether answers are taken, in time or late. */
export const isTaking = (phase: Phase): boolean => phase === 'open' || phase === 'late'

/** Whether a form was not submitted and can be no more: it is late no longer, it never came. */
export const isNever = ({ state, phase }: { state: AssignmentRow['state']; phase: Phase }): boolean =>
  phase === 'closed' && state !== 'submitted'

/** Which forms of a cycle its page names: those that are waited for, or that never came. */
export const missingIn = ({ phase }: { phase: Phase }) => (phase === 'closed' ? 'never' : 'waiting')

export const letterKinds = ['before_21', 'before_14', 'before_7', 'overdue'] as const
export type ReminderKind = (typeof letterKinds)[number]

/** Which reminder is due with so many days left: 21, 14 and 7 days before, and after. A day on which nothing ran is made up for. */
export function reminderFor(daysLeft: number): ReminderKind | null {
  if (daysLeft < 0) return 'overdue'
  return daysLeft <= 7 ? 'before_7' : daysLeft <= 14 ? 'before_14' : daysLeft <= 21 ? 'before_21' : null
}

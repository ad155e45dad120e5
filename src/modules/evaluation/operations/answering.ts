import { reach } from '../../../platform/authority/reach.ts'
import type { Power } from '../../../platform/authority/roles.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { forbidden, Refusal } from '../../../platform/refusals/refusal.ts'
import { answersFor, type LockedAssignment, todayAt } from '../queries/assignments.ts'
import { phaseOn } from '../rules/phase.ts'
import type { Phase } from '../schema.ts'
import { refusals } from '../words/refusals.ts'

/** Whether this person may answer for this side: as `authorize`, but nobody in the commission answers for a partner. */
export function allowAnswer(context: Context, assignment: LockedAssignment, power: Power): void {
  reach(context, power)
  if (!answersFor(context, assignment, power)) throw forbidden()
}

/** Refuses when answers are not taken now; `open` and `late` are left. */
export function mustBeOpen(context: Context, assignment: LockedAssignment): Phase {
  if (assignment.submittedAt) throw new Refusal('conflict', refusals.formSubmitted)
  const phase = phaseOn({ ...assignment, dueOn: assignment.cycleDueOn }, todayAt(context, assignment))
  if (phase === 'closed') throw new Refusal('conflict', refusals.cycleClosedForAnswers)
  if (phase === 'draft' || phase === 'ahead') throw new Refusal('conflict', refusals.answersTaken({ opensOn: assignment.opensOn }))
  return phase
}

/** Who may read the audit lines of a form: of a partner's, only the partner, so that the trail tells the other side nothing. */
export const audience = ({ side, officePath, partnerId }: LockedAssignment): { reach?: string[]; partnerId?: string | null } =>
  side === 'kpu' ? { reach: [officePath] } : { partnerId }

import { reach } from '../../../platform/authority/reach.ts'
import type { Power } from '../../../platform/authority/roles.ts'
import { formatDay } from '../../../platform/i18n/format.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { forbidden, Refusal } from '../../../platform/refusals/refusal.ts'
import { answersFor, type LockedAssignment, todayAt } from '../queries/assignments.ts'
import { phaseOn } from '../rules/phase.ts'
import type { Phase } from '../schema.ts'

/** Whether this person may answer for this side: as `authorize`, but nobody in the commission answers for a partner. */
export function allowAnswer(context: Context, assignment: LockedAssignment, power: Power): void {
  reach(context, power)
  if (!answersFor(context, assignment, power)) throw forbidden()
}

/** Refuses when answers are not taken now; `open` and `late` are left. */
export function mustBeOpen(context: Context, assignment: LockedAssignment): Phase {
  if (assignment.submittedAt)
    throw new Refusal('conflict', {
      id: 'Isian ini sudah dikirim dan tidak dapat diubah lagi.',
      en: 'This form has been submitted and cannot be changed any more.',
    })
  const phase = phaseOn({ ...assignment, dueOn: assignment.cycleDueOn }, todayAt(context, assignment))
  if (phase === 'closed')
    throw new Refusal('conflict', {
      id: 'Siklus evaluasi ini sudah ditutup; jawaban tidak diterima lagi.',
      en: 'This evaluation cycle is closed; answers are not taken any more.',
    })
  if (phase === 'draft' || phase === 'ahead')
    throw new Refusal('conflict', {
      id: `Pengisian baru dibuka pada ${formatDay('id', assignment.opensOn)}.`,
      en: `Answers are taken from ${formatDay('en', assignment.opensOn)} on.`,
    })
  return phase
}

/** Who may read the audit lines of a form: of a partner's, only the partner, so that the trail tells the other side nothing. */
export const audience = ({ side, officePath, partnerId }: LockedAssignment): { reach?: string[]; partnerId?: string | null } =>
  side === 'kpu' ? { reach: [officePath] } : { partnerId }

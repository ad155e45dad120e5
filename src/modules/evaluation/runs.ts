import { record } from '../../platform/audit/record.ts'
import { authorize } from '../../platform/authority/reach.ts'
import { call } from '../../platform/operation/operation.ts'
import type { RunKind } from '../../platform/runs/run.ts'
import { continueInvitations, letterPowers } from './operations/letter-runs.ts'
import { findCycleForChange } from './queries/cycles.ts'
import { LettersAsked, lettersRun } from './rules/letters.ts'
import { refusals } from './words/refusals.ts'
import { titles } from './words/titles.ts'

export const letters: RunKind = {
  kind: lettersRun,
  names: titles.sendingLetters,
  subject: 'cycle',
  seenBy: 'assignment.remind',
  step: (kernel, actor, { id }) => call(kernel, actor, continueInvitations, { id }, 'job'),
  async hold(context, { subjectId, path, input }) {
    await findCycleForChange(context, subjectId)
    authorize(context, letterPowers[LettersAsked.parse(input).letter], { path })
  },
  /** Of how many were to be written about, how many were, where it ended before. */
  async moved(context, { subjectId: id, path, input, state, done, total }) {
    if (state === 'done' || state === 'waiting') return
    const name = LettersAsked.parse(input).letter === 'invitation' ? 'invitations' : 'reminders'
    record(context, { kind: 'cycle', id, reach: [path] }, { [name]: total }, { [name]: done })
  },
  notAnyMore: refusals.lettersWithoutAsker,
}

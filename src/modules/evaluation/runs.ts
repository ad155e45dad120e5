import { record } from '../../platform/audit/record.ts'
import { authorize } from '../../platform/authority/reach.ts'
import { call } from '../../platform/operation/operation.ts'
import type { RunKind } from '../../platform/runs/run.ts'
import { continueInvitations } from './operations/letter-runs.ts'
import { findCycleForChange } from './queries/cycles.ts'
import { LettersAsked, lettersRun } from './rules/letters.ts'
import { refusals } from './words/refusals.ts'
import { titles } from './words/titles.ts'

export const letters: RunKind = {
  kind: lettersRun,
  names: titles.sendingLetters,
  subject: 'cycle',
  seenBy: 'cycle.write',
  step: (kernel, actor, { id }) => call(kernel, actor, continueInvitations, { id }, 'job'),
  async hold(context, { subjectId, path }) {
    await findCycleForChange(context, subjectId)
    authorize(context, 'cycle.write', { path })
  },
  /** Of how many were to be written about, how many were, where it ended before. */
  async moved(context, { subjectId: id, path, input, state, done, total }) {
    if (state === 'done' || state === 'waiting') return
    const name = LettersAsked.parse(input).letter === 'invitation' ? 'invitations' : 'reminders'
    record(context, { kind: 'cycle', id, reach: [path] }, { [name]: total }, { [name]: done })
  },
  notAnyMore: refusals.lettersWithoutAsker,
}

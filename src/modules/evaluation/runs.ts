import { record } from '../../platform/audit/record.ts'
import { authorize, reachesAllOf, reachOf } from '../../platform/authority/reach.ts'
import { call } from '../../platform/operation/operation.ts'
import { forbidden } from '../../platform/refusals/refusal.ts'
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
  /** One's own, or where one may write to all that it writes to: who has a place alone does not stop what others send below it. */
  async hold(context, { subjectId, path, input, askedBy }) {
    await findCycleForChange(context, subjectId)
    const power = letterPowers[LettersAsked.parse(input).letter]
    authorize(context, power, { path })
    const all = { everywhere: false, below: [path], at: [], partners: [] }
    if (askedBy !== context.actor.personId && !reachesAllOf(reachOf(context.actor, power), all)) throw forbidden()
  },
  /** Of how many were to be written about, how many were, where it ended before. */
  async moved(context, { subjectId: id, path, input, state, done, total }) {
    if (state === 'done' || state === 'waiting') return
    const name = LettersAsked.parse(input).letter === 'invitation' ? 'invitations' : 'reminders'
    record(context, { kind: 'cycle', id, reach: [path] }, { [name]: total }, { [name]: done })
  },
  notAnyMore: refusals.lettersWithoutAsker,
}

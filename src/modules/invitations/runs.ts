import { authorize } from '../../platform/authority/reach.ts'
import { call } from '../../platform/operation/operation.ts'
import type { RunKind } from '../../platform/runs/run.ts'
import { findMeetingForChange } from '../meetings/queries/visible.ts'
import { continueLetters } from './operations/letters.ts'
import { lettersRun } from './schema/letters.ts'
import { refusals } from './words/refusals.ts'
import { titles } from './words/titles.ts'

export const letters: RunKind = {
  kind: lettersRun,
  names: titles.sendingLetters,
  subject: 'meeting',
  seenBy: 'meeting.write',
  step: (kernel, actor, { id }) => call(kernel, actor, continueLetters, { id, key: kernel.secret, sender: kernel.config.MAIL_FROM }, 'job'),
  async hold(context, { subjectId, path }) {
    await findMeetingForChange(context, subjectId)
    authorize(context, 'meeting.write', { path })
  },
  notAnyMore: refusals.lettersWithoutAsker,
}

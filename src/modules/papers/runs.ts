import { authorize } from '../../platform/authority/reach.ts'
import { papersPdf } from '../../platform/documents/paper-pdf.ts'
import { call } from '../../platform/operation/operation.ts'
import type { RunKind } from '../../platform/runs/run.ts'
import { findMeetingForChange } from '../meetings/queries/visible.ts'
import { attachLetters, nextLetters } from './operations/letters.ts'
import { lettersInFile, lettersRun } from './schema/letters.ts'
import { refusals } from './words/refusals.ts'
import { titles } from './words/titles.ts'
import { words } from './words/words.ts'

/** Each step makes one file: read in one snapshot, typeset in a process of its own while nothing is held, and kept with how far it came. */
export const makingLetters: RunKind = {
  kind: lettersRun,
  names: titles.makingLetters,
  subject: 'meeting',
  seenBy: 'meeting.write',
  async step(kernel, actor, { id }) {
    const next = await call(kernel, actor, nextLetters, { id }, 'job')
    if (!next) return
    const { papers, ...made } = next
    const [first, ...others] = papers
    const name = `${fileName(made, words[actor.locale].kinds.letter)}.pdf`
    const file = first ? { name, bytes: await papersPdf([first, ...others]) } : null
    await call(kernel, actor, attachLetters, { id, ...made, file }, 'job')
  },
  async hold(context, { subjectId, path }) {
    await findMeetingForChange(context, subjectId)
    authorize(context, 'meeting.write', { path })
  },
  notAnyMore: refusals.lettersWithoutAsker,
}

/** "00 Surat undangan", "01 Surat undangan 0001–0100". */
function fileName({ seq, letters }: { seq: number; letters: number }, title: string): string {
  const number = String(seq).padStart(2, '0')
  if (!letters) return `${number} ${title}`
  const from = (seq - 1) * lettersInFile + 1
  return `${number} ${title} ${[from, from + letters - 1].map(each => String(each).padStart(4, '0')).join('–')}`
}

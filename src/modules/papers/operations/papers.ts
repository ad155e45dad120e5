import { z } from 'zod'
import type { Paper } from '../../../platform/documents/paper.ts'
import { paperPdf } from '../../../platform/documents/paper-pdf.ts'
import { paperWord } from '../../../platform/documents/word.ts'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { Download, id } from '../../../platform/values/shapes.ts'
import { findMeeting } from '../../meetings/queries/visible.ts'
import { linesOf, sources } from '../queries/sources.ts'
import { Form, type Form as FormName, MeetingPapers, PaperAnswer, PaperAsked } from '../schema/papers.ts'

export const listPapers = operation({
  name: 'papers.list',
  summary: 'The official papers of a meeting that you may read, and why one is not there yet',
  power: 'meeting.read',
  reads: 'snapshot',
  input: z.object({ meeting: id }),
  output: MeetingPapers,
  example: { meeting: example.minutesMeeting },
  async run(context, { meeting: meetingId }) {
    const meeting = await findMeeting(context, meetingId)
    return { meeting: { id: meeting.id, name: meeting.title }, papers: await linesOf(context, meeting) }
  },
})

export const showPaper = operation({
  name: 'papers.show',
  summary: 'What a paper of a meeting says, part by part; its PDF and its Word document say the same',
  power: 'meeting.read',
  reads: 'snapshot',
  input: PaperAsked,
  output: PaperAnswer,
  example: { meeting: example.minutesMeeting, kind: 'minutes', of: example.distributedMinutes },
  run: (context, asked) => answerTo(context, asked),
})

async function answerTo(context: Context, { meeting: meetingId, kind, of }: z.output<typeof PaperAsked>) {
  const meeting = await findMeeting(context, meetingId)
  return { meeting: { id: meeting.id, name: meeting.title }, paper: await sources[kind].paper(context, meeting, of ?? null) }
}

export const downloadPaper = operation({
  name: 'papers.download',
  summary: 'A paper of a meeting as PDF or Word document, read in one snapshot; the same data gives the same PDF',
  power: 'meeting.read',
  reads: 'snapshot',
  input: PaperAsked.extend({ form: Form }),
  output: Download,
  example: { meeting: example.minutesMeeting, kind: 'minutes', of: example.distributedMinutes, form: 'pdf' },
  async run(context, { form, ...asked }) {
    const { paper } = await answerTo(context, asked)
    return { name: fileName(paper, form), type: types[form], size: null, chunks: made(paper, form) }
  },
})

const types: Record<FormName, string> = {
  pdf: 'application/pdf',
  word: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}
const endings: Record<FormName, string> = { pdf: 'pdf', word: 'docx' }
const mostLetters = 120

const fileName = ({ heading, title, number }: Paper, form: FormName): string =>
  `${[heading, number, title]
    .filter(Boolean)
    .join(' - ')
    .replace(/[/\\\p{C}]/gu, ' ')
    .slice(0, mostLetters)
    .trim()}.${endings[form]}`

/** Made once the snapshot is given back, which takes seconds: no connection is kept for it. */
async function* made(paper: Paper, form: FormName): AsyncGenerator<Uint8Array, void> {
  yield await (form === 'pdf' ? paperPdf(paper) : paperWord(paper))
}

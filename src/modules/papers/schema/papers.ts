import { z } from 'zod'
import { Paper } from '../../../platform/documents/paper.ts'
import { id, line } from '../../../platform/values/shapes.ts'
import { Named } from '../../meetings/schema/meetings.ts'

/** In the order in which a meeting needs them. */
export const paperKinds = ['letter', 'rundown', 'assignments', 'attendance', 'minutes', 'record', 'report', 'certificate'] as const
/** When in the life of a meeting each is needed. */
export const phases = {
  before: ['letter', 'rundown', 'assignments'],
  during: ['attendance'],
  after: ['minutes', 'record', 'report', 'certificate'],
} as const satisfies Record<string, readonly (typeof paperKinds)[number][]>
export const phaseNames = ['before', 'during', 'after'] as const
export const PaperKind = z.enum(paperKinds)
export const forms = ['pdf', 'word'] as const
export const Form = z.enum(forms)

/** A paper of a meeting. `of` is which of its kind: a day, or the id of a session, of minutes or of an invitation. `reason` says why it is not there yet. */
export const PaperLine = z.object({
  kind: PaperKind,
  of: z.string().nullable(),
  title: z.string(),
  ready: z.boolean(),
  reason: z.string().nullable(),
})
export const MeetingPapers = z.object({ meeting: Named, papers: z.array(PaperLine) })
export const PaperAsked = z.object({
  meeting: id,
  kind: PaperKind,
  of: line(60).optional().describe('Which of its kind, as the list of papers says; left out where there is but one'),
})
export const PaperAnswer = z.object({ meeting: Named, paper: Paper })

export type PaperKind = z.infer<typeof PaperKind>
export type Form = z.infer<typeof Form>
export type PaperLine = z.infer<typeof PaperLine>
export type MeetingPapers = z.infer<typeof MeetingPapers>
export type PaperAsked = z.infer<typeof PaperAsked>

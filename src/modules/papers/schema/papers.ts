import { z } from 'zod'
import { Paper } from '../../../platform/documents/paper.ts'
import { id } from '../../../platform/values/shapes.ts'
import { Named } from '../../meetings/schema/meetings.ts'

/** In the order in which a meeting needs them. */
export const paperKinds = ['rundown', 'minutes'] as const
/** When in the life of a meeting each is needed. */
export const phases = {
  before: ['rundown'],
  after: ['minutes'],
} as const satisfies Record<string, readonly (typeof paperKinds)[number][]>
export const phaseNames = ['before', 'after'] as const
export const PaperKind = z.enum(paperKinds)
export const forms = ['pdf', 'word'] as const
export const Form = z.enum(forms)

/** A paper of a meeting. `of` is which of its kind: of the minutes of a session their id. `reason` says why it is not there yet. */
export const PaperLine = z.object({
  kind: PaperKind,
  of: id.nullable(),
  title: z.string(),
  ready: z.boolean(),
  reason: z.string().nullable(),
})
export const MeetingPapers = z.object({ meeting: Named, papers: z.array(PaperLine) })
export const PaperAsked = z.object({
  meeting: id,
  kind: PaperKind,
  of: id.optional().describe('Which of its kind, as the list of papers says; left out where there is but one'),
})
export const PaperAnswer = z.object({ meeting: Named, paper: Paper })

export type PaperKind = z.infer<typeof PaperKind>
export type Form = z.infer<typeof Form>
export type PaperLine = z.infer<typeof PaperLine>
export type MeetingPapers = z.infer<typeof MeetingPapers>
export type PaperAsked = z.infer<typeof PaperAsked>

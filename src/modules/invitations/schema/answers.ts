import { z } from 'zod'
import { id, keptRev, optional, paragraphs, rule, seenRev, Upload } from '../../../platform/values/shapes.ts'
import { modes } from '../../meetings/schema/meetings.ts'
import { involvements } from '../../meetings/schema/programmes.ts'
import { units, Zone } from '../../organisation/schema.ts'
import { refusals } from '../words/refusals.ts'
import { Answer, answers } from './invitations.ts'

const text = z.string()
/** Why an invitation cannot be answered any more. */
export const problems = ['withdrawn', 'cancelled', 'over', 'lapsed'] as const
export const hows = ['link', 'self', 'host', 'arrival'] as const

/** One’s own invitation: to what, as what, and what one answered. `choices` are the answers that one may give; none where `problem` says why. */
export const OwnInvitation = z.object({
  id,
  meeting: z.object({
    id,
    title: text,
    theme: text.nullable(),
    office: text,
    mode: z.enum(modes),
    place: text.nullable(),
    link: text.nullable(),
    startsAt: z.iso.datetime(),
    endsAt: z.iso.datetime().nullable(),
    zone: Zone,
  }),
  name: text,
  position: text.nullable(),
  unit: z.enum(units).nullable(),
  acting: z.enum(['plt', 'plh']).nullable(),
  office: text.nullable(),
  involvement: z.enum(involvements),
  letter: text.nullable(),
  answer: Answer,
  answeredAt: z.iso.datetime().nullable(),
  reason: text.nullable(),
  reasonFile: z.object({ id, name: text }).nullable(),
  choices: z.array(Answer),
  problem: z.enum(problems).nullable(),
  proxy: z.object({ id, name: text }).nullable(),
  history: z.array(z.object({ answer: Answer, reason: text.nullable(), how: z.enum(hows), at: z.iso.datetime() })),
  rev: keptRev,
})
export type OwnInvitation = z.infer<typeof OwnInvitation>

const fields = {
  answer: z.enum(answers).exclude(['waiting', 'proxy']),
  reason: optional(paragraphs(2000)).describe('Required where somebody does not attend'),
  letter: optional(Upload).describe('A letter that says why'),
  rev: seenRev,
}
const reasoned = <T extends z.ZodType<{ answer: string; reason: string | null }>>(shape: T) =>
  shape.refine(
    ({ answer, reason }) => answer !== 'declined' || reason !== null,
    rule(['reason'], refusals.reasonMissing, ['answer', 'reason']),
  )
export const AnswerGiven = reasoned(z.object({ ...fields, id }))
export const AnswerByLink = reasoned(z.object({ ...fields, token: z.string().max(200) }))

import { z } from 'zod'
import { flag, id, keptRev, optional, paragraphs, rule, seenRev } from '../../../platform/values/shapes.ts'
import { refusals } from '../words/refusals.ts'

/** What somebody who took part says of approved minutes. `isTaken` once it is answered: whether it stands below them as an addendum. */
export const Correction = z.object({
  id,
  passage: id.nullable(),
  text: z.string(),
  by: z.string().nullable(),
  at: z.iso.datetime(),
  isTaken: z.boolean().nullable(),
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: z.iso.datetime().nullable(),
  mayAnswer: z.boolean(),
  rev: keptRev,
})
export const Corrections = z.object({ corrections: z.array(Correction), maySend: z.boolean() })
export const CorrectionDraft = z.object({
  minutes: id,
  passage: optional(id).describe('The passage that it is about'),
  text: paragraphs(3000, 5),
})
export const CorrectionAnswer = z
  .object({ id, rev: seenRev, taken: flag, answer: optional(paragraphs(2000)) })
  .refine(({ taken, answer }) => taken || answer !== null, rule(['answer'], refusals.whyNotTaken, ['taken', 'answer']))

/** At most so many of one person on one set of minutes. */
export const mostCorrections = 50

export type Correction = z.infer<typeof Correction>
export type Corrections = z.infer<typeof Corrections>

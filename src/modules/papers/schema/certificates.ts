import { z } from 'zod'
import { id, wholeFrom } from '../../../platform/values/shapes.ts'
import { Named } from '../../meetings/schema/meetings.ts'

const text = z.string()

/** Somebody who was invited, or came in the place of one who was. `of` asks for their certificate. */
export const CertificateLine = z.object({
  of: text,
  name: text,
  behalfOf: text.nullable(),
  position: text.nullable(),
  institution: text.nullable(),
  attended: z.int().describe('At how many sessions they were'),
  sessions: z.int().describe('Of how many that were meant for them'),
  gets: z.boolean(),
})
/** `percent` is null where no rule was said; `held`: the meeting has ended, so that certificates are given. */
export const CertificatePage = z.object({
  meeting: Named,
  percent: z.int().nullable(),
  rev: z.int(),
  held: z.boolean(),
  mayWrite: z.boolean(),
  given: z.int(),
  total: z.int(),
  lines: z.array(CertificateLine),
  next: z.string().nullable(),
  previous: z.string().nullable(),
})
export const CertificateFilter = z.object({
  meeting: id,
  after: wholeFrom(0, 100_000).optional().describe('How many of them come before the first one wanted'),
})
export type CertificateLine = z.infer<typeof CertificateLine>
export type CertificatePage = z.infer<typeof CertificatePage>

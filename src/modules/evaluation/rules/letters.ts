import { z } from 'zod'
import { Side } from '../../questionnaires/schema.ts'

const LetterKind = z.enum(['invitation', 'reminder'])
/** How far letters about a cycle are. An invitation counts forms, a reminder people. */
export const LetterRun = z.object({
  id: z.uuid(),
  letter: LetterKind,
  name: z.string(),
  total: z.int(),
  done: z.int(),
  letters: z.int(),
  finished: z.boolean(),
})
export type LetterRun = z.infer<typeof LetterRun>

/**
 * Who would be written to: `forms` wait, `letters` people would get one, `told` had one lately. `receivers` and `without` (those whom
 * nobody can be written to about, `lacking` in all) name at most 200.
 */
export const LetterPreview = z.object({
  place: z.object({ code: z.string(), name: z.string() }).nullable(),
  forms: z.int(),
  letters: z.int(),
  told: z.int(),
  receivers: z.array(z.object({ name: z.string(), institution: z.string(), side: Side, forms: z.int(), phone: z.string().nullable() })),
  without: z.array(z.object({ id: z.uuid(), name: z.string(), code: z.string(), side: Side, forms: z.int() })),
  lacking: z.int(),
})
export type LetterPreview = z.infer<typeof LetterPreview>

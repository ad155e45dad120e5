import { z } from 'zod'
import { runStates } from '../../../platform/runs/run.ts'
import { Side } from '../../questionnaires/schema.ts'

/** Where one form is answered, and where somebody finds all of theirs in a cycle. */
export const pathOf = (assignmentId: string): string => `/evaluasi/isian/${assignmentId}`
export const formsPath = (cycleId: string): string => `/evaluasi/isian?siklus=${cycleId}&saya=ya`

/**
 * The long work that writes letters: what was asked for (`path` is null for the whole cycle) and on which day, and how far it came. Whoever
 * was invited since that day is not invited again by it.
 */
export const lettersRun = 'evaluation.letters'
const LetterKind = z.enum(['invitation', 'reminder'])
export const LettersAsked = z.object({
  letter: LetterKind,
  province: z.uuid().nullable(),
  path: z.string().nullable(),
  askedOn: z.string().optional(),
})
export const LettersCursor = z.object({ last: z.uuid().nullable().default(null), letters: z.int().default(0) })
/** How far letters about a cycle are. An invitation counts forms, a reminder people. */
export const LetterRun = z.object({
  id: z.uuid(),
  letter: LetterKind,
  name: z.string(),
  total: z.int(),
  done: z.int(),
  letters: z.int(),
  finished: z.boolean(),
  state: z.enum(runStates),
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

import { z } from 'zod'
import { runStates } from '../../../platform/runs/run.ts'

/**
 * The long work that writes to invitees: the invitation, a reminder to those who have not answered, that its hour or place is another, or
 * that it does not take place.
 */
export const lettersRun = 'meeting.letters'
export const letterKinds = ['invitation', 'reminder', 'change', 'cancellation'] as const
export const LetterKind = z.enum(letterKinds)
/** `byHand`: those to whom no letter can be sent are invited too, by whoever delivers theirs. `number` is that of the letter. */
export const LettersAsked = z.object({
  letter: LetterKind,
  byHand: z.boolean().default(false),
  number: z.string().nullable().default(null),
})
export const LettersCursor = z.object({ last: z.uuid().nullable().default(null), letters: z.int().default(0) })
export const LettersRun = z.object({
  id: z.uuid(),
  letter: LetterKind,
  state: z.enum(runStates),
  total: z.int(),
  done: z.int(),
  letters: z.int(),
  finished: z.boolean(),
})
export type LetterKind = z.infer<typeof LetterKind>
export type LettersRun = z.infer<typeof LettersRun>

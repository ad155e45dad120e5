import { z } from 'zod'
import { forgetAnswers, internalOperation } from '../../../platform/operation/operation.ts'

/** Answers that are emptied in one transaction. */
const batch = 5000

/** Empties answers to requests of people and their programs that nobody repeats any more; false when none is left. */
export const tidyAnswers = internalOperation({
  name: 'answers.tidy',
  input: z.object({}),
  output: z.boolean(),
  run: async context => (await forgetAnswers(context, batch)) === batch,
})

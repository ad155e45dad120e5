import type { z } from 'zod'
import type { Request } from '../../platform/doors/request.ts'
import { type AnyOperation, call } from '../../platform/operation/operation.ts'
import { Refusal } from '../../platform/refusals/refusal.ts'
import type { ListQuery, Question } from './list.ts'
import { readList, refusedOf } from './read.ts'

/**
 * Asks an operation what the address of a list asks. What the operation refuses of it (an office that nobody knows, a marker of a page that
 * is no longer good) is left out, said on the page, and the rest asked again. `input` makes more of what is asked.
 */
export async function askList<I extends z.ZodType, O extends z.ZodType>(
  c: Request,
  list: Question,
  operation: AnyOperation & { input: I; output: O },
  input: (asked: ListQuery) => object = () => ({}),
): Promise<{ asked: ListQuery; answer: z.output<O> }> {
  const refused = new Set<string>()
  for (;;) {
    const asked = readList(list, new URL(c.req.url), refused)
    try {
      const given = { ...asked.asks, ...asked.turn, ...input(asked) }
      return { asked, answer: (await call(c.var.kernel, c.var.actor, operation, given)) as z.output<O> }
    } catch (error) {
      const more =
        error instanceof Refusal && (error.code === 'invalid' || error.code === 'not_found') && refusedOf(asked, Object.keys(error.fields))
      if (!more) throw error
      for (const field of more) refused.add(field)
    }
  }
}

import type { z } from 'zod'
import type { Request } from '../../platform/doors/request.ts'
import { type AnyOperation, call } from '../../platform/operation/operation.ts'
import { Refusal } from '../../platform/refusals/refusal.ts'
import { type Choice, choiceMeant } from '../../platform/values/choices.ts'
import type { ListQuery, Question, Unmet } from './list.ts'
import { readList, refusedOf } from './read.ts'

/**
 * Asks an operation what the address of a list asks. What the operation refuses of it (an office that nobody knows, a marker of a page that
 * is no longer good) is left out, said on the page, and the rest asked again. `input` makes more of what is asked. A text that
 * was typed into a choice and means one of what `choices` finds, by parameter, is taken for it; for any other nothing is listed, since what
 * it was to leave out is not known.
 */
export async function askList<I extends z.ZodType, O extends z.ZodType>(
  c: Request,
  list: Question,
  operation: AnyOperation & { input: I; output: O },
  input: (asked: ListQuery) => object = () => ({}),
  choices: Choices = {},
): Promise<{ asked: ListQuery; answer: z.output<O> }> {
  const refused = new Set<string>()
  const url = new URL(c.req.url)
  const unmet = new Map<string, Unmet>()
  const taken = new Set<string>()
  for (;;) {
    const asked = readList(list, url, refused)
    const open = asked.unknown.find(({ parameter }) => choices[parameter] && !unmet.has(parameter))
    if (open) {
      const found = await call(c.var.kernel, c.var.actor, choices[open.parameter]!, { q: open.value }).catch(ifRefused)
      const meant = taken.has(open.parameter) ? null : choiceMeant(found, open.value)
      taken.add(open.parameter)
      if (meant) {
        url.searchParams.set(open.parameter, meant.value)
        refused.delete(list.filters.find(({ parameter }) => parameter === open.parameter)?.field ?? '')
      } else unmet.set(open.parameter, { ...open, choices: found.slice(0, mostNamed) })
      continue
    }
    try {
      const given = { ...asked.asks, ...asked.turn, ...input(asked) }
      const answer = (await call(c.var.kernel, c.var.actor, operation, given)) as z.output<O>
      return unmet.size ? { asked: withUnmet(asked, [...unmet.values()]), answer: emptied(answer) } : { asked, answer }
    } catch (error) {
      const more =
        error instanceof Refusal && (error.code === 'invalid' || error.code === 'not_found') && refusedOf(asked, Object.keys(error.fields))
      if (!more) throw error
      for (const field of more) refused.add(field)
    }
  }
}

/** Of what an operation offers for words in which nothing was found: what comes near them. */
export async function comingNear(c: Request, operation: Choices[string], typed: unknown): Promise<Choice[]> {
  if (typeof typed !== 'string') return []
  const offered: Choice[] = await call(c.var.kernel, c.var.actor, operation, { q: typed }).catch(ifRefused)
  return offered.filter(({ near }) => near).slice(0, mostNamed)
}

type Choices = Readonly<Record<string, AnyOperation & { output: { _zod: { output: Choice[] } } }>>
const mostNamed = 3

/** Who may not look among them finds none. */
function ifRefused(error: unknown): Choice[] {
  if (error instanceof Refusal && error.code !== 'unavailable') return []
  throw error
}

/** What was typed stays in its field, where it can be put right. */
const withUnmet = (asked: ListQuery, unmet: readonly Unmet[]): ListQuery => {
  const typed = Object.fromEntries(unmet.map(({ parameter, value }) => [parameter, value]))
  return {
    ...asked,
    unmet,
    values: { ...asked.values, ...typed },
    unknown: asked.unknown.filter(({ parameter }) => !(parameter in typed)),
  }
}

/** The same answer with nothing in it: no rows, no page before or after, and every number 0. */
function emptied<T>(answer: T): T {
  const empty = (value: unknown): unknown => {
    if (Array.isArray(value)) return []
    if (typeof value === 'number') return 0
    if (value && typeof value === 'object' && !(value instanceof Date))
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, empty(each)]))
    return value
  }
  const all = empty(answer)
  if (!all || typeof all !== 'object') return answer
  const ends = ['next', 'previous', 'more', 'similar'].filter(key => key in all)
  return { ...all, ...Object.fromEntries(ends.map(key => [key, key === 'more' || key === 'similar' ? false : null])) } as T
}

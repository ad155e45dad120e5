import type { Request } from '../doors/request.ts'
import { Refusal } from '../refusals/refusal.ts'
import { most, tooLarge } from './limits.ts'
import { receivedText } from './received.ts'
import { refusals } from './refusal-words.ts'

/**
 * The JSON object of a request; none at all is an empty one. Refuses `invalid` what is not one, and `too_large` what is too deep or too
 * much.
 */
export async function readJson(c: Request): Promise<object> {
  const text = await receivedText(c)
  await c.var.askAgain()
  if (!text) return {}
  if (!/\bjson\b/.test(c.req.header('content-type') ?? '')) throw new Refusal('invalid', refusals.bodyNotJson)
  const body = parsed(text)
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw notJson()
  measure(body)
  return body
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw notJson()
  }
}

/** Level by level, so that no depth fills the stack of calls. */
function measure(body: object): void {
  let [level, count] = [[body], 0]
  for (let depth = 0; level.length; depth++) {
    const next: object[] = []
    for (const group of level) {
      const inside = Object.values(group)
      if (!Array.isArray(group) && inside.length > most.names) throw tooLarge()
      for (const value of inside) {
        if (++count > most.values) throw tooLarge()
        if (typeof value === 'object' && value !== null) next.push(value)
      }
    }
    if (depth > most.depth) throw tooLarge()
    level = next
  }
}

const notJson = (): Refusal => new Refusal('invalid', refusals.bodyJsonInvalid)

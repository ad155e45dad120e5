/**
 * An answer as JSON that can be given again exactly as it was: JSON alone would make texts of dates and lists of bytes, and a page or
 * a program that repeats its request must not be able to tell the difference.
 */
export const serialize = (answer: unknown): unknown => {
  if (answer instanceof Date) return { $date: answer.toISOString() }
  if (answer instanceof Uint8Array) return { $bytes: Buffer.from(answer).toString('base64') }
  return eachPart(answer, serialize)
}

export const deserialize = (kept: unknown): unknown => {
  if (isMarked(kept, '$date')) return new Date(kept.$date)
  if (isMarked(kept, '$bytes')) return new Uint8Array(Buffer.from(kept.$bytes, 'base64'))
  return eachPart(kept, deserialize)
}

function eachPart(value: unknown, change: (part: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(change)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, change(part)]))
}

const isMarked = <M extends string>(value: unknown, mark: M): value is { [K in M]: string } =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Record<string, unknown>)[mark] === 'string' &&
  Object.keys(value).length === 1

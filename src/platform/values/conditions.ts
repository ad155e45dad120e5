import { readNumber } from './numbers.ts'

/**
 * Conditions between the questions of a form, as JSON: `{ q: 'budget', op: 'in', v: ['part', 'none'] }`, joined by `all`, `any` and `not`.
 * They are data, never code. The server and the browser run the very same lines, so this file imports only what needs neither.
 */

export type Scalar = string | number
export type Comparison =
  | { q: string; op: 'answered' }
  | { q: string; op: 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge'; v: Scalar }
  | { q: string; op: 'in'; v: Scalar[] }
  | { q: string; op: 'has'; v: string }
export type Condition = Comparison | { all: Condition[] } | { any: Condition[] } | { not: Condition }

/** What a form holds under one name: a text, day or choice; a number; several choices or files; the rows of a table with their choices. */
export type Value = string | number | string[] | { [row: string]: string }
export type Read = (question: string) => Value | undefined

/** Nesting beyond this is not evaluated (false) and not accepted by the schema. */
export const deepest = 8

/**
 * Whether a condition holds. Total: any input gives true or false, and an unknown shape is false. An unanswered question equals nothing,
 * so `ne` is true of it and every other comparison false. `eq` on several choices means "this one alone", `has` "this one among them".
 * A number in the condition compares as a number, a text as text (days are `yyyy-mm-dd`, so their order is the calendar's).
 */
export function holds(condition: unknown, read: Read, depth = 0): boolean {
  if (depth > deepest || typeof condition !== 'object' || condition === null) return false
  if ('all' in condition) return Array.isArray(condition.all) && condition.all.every(part => holds(part, read, depth + 1))
  if ('any' in condition) return Array.isArray(condition.any) && condition.any.some(part => holds(part, read, depth + 1))
  if ('not' in condition) return !holds(condition.not, read, depth + 1)
  if (!('q' in condition) || typeof condition.q !== 'string' || !('op' in condition)) return false
  return compare(read(condition.q), condition.op, 'v' in condition ? condition.v : undefined)
}

/**
 * The keys of the fields that are shown, going through them in order. A field that is hidden counts as unanswered for those after it,
 * whatever it still holds.
 */
export function shownKeys(fields: Iterable<{ key: string; showIf?: unknown }>, read: Read): Set<string> {
  const shown = new Set<string>()
  const readShown: Read = key => (shown.has(key) ? read(key) : undefined)
  for (const { key, showIf } of fields) if (showIf === undefined || holds(showIf, readShown)) shown.add(key)
  return shown
}

/**
 * The value that the texts of one form name stand for; undefined when nothing was entered. What is no number stays as typed, to be shown
 * again.
 */
export function valueFrom(type: string, texts: readonly string[]): Value | undefined {
  const entered = texts.map(text => text.replaceAll('\r\n', '\n').trim()).filter(text => text !== '')
  const first = entered[0]
  if (first === undefined) return undefined
  if (type === 'multi' || type === 'file') return [...new Set(entered)]
  if (type !== 'number') return first
  const number = readNumber(first)
  return typeof number === 'number' ? number : first
}

/** The same condition with every question renamed. */
export function renamed(condition: Condition, rename: (question: string) => string): Condition {
  if ('all' in condition) return { all: condition.all.map(part => renamed(part, rename)) }
  if ('any' in condition) return { any: condition.any.map(part => renamed(part, rename)) }
  if ('not' in condition) return { not: renamed(condition.not, rename) }
  return { ...condition, q: rename(condition.q) }
}

/** Every comparison inside a condition, left to right. */
export function comparisonsIn(condition: Condition): Comparison[] {
  if ('all' in condition) return condition.all.flatMap(comparisonsIn)
  if ('any' in condition) return condition.any.flatMap(comparisonsIn)
  if ('not' in condition) return comparisonsIn(condition.not)
  return [condition]
}

/** Nothing entered: no value, an empty text, an empty list, no row. */
export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  return typeof value === 'object' && Object.keys(value).length === 0
}

function compare(value: Value | undefined, op: unknown, wanted: unknown): boolean {
  if (op === 'answered') return !isBlank(value)
  if (op === 'eq') return equals(value, wanted)
  if (op === 'ne') return !equals(value, wanted)
  if (op === 'in') return Array.isArray(wanted) && wanted.some(one => contains(value, one))
  if (op === 'has') return contains(value, wanted)
  const order = orderOf(value, wanted)
  if (op === 'lt') return order < 0
  if (op === 'le') return order <= 0
  if (op === 'gt') return order > 0
  return op === 'ge' && order >= 0
}

function equals(value: Value | undefined, wanted: unknown): boolean {
  if (Array.isArray(value)) return value.length === 1 && equals(value[0], wanted)
  if (typeof wanted === 'number') return numberOf(value) === wanted
  return typeof wanted === 'string' && (typeof value === 'string' || typeof value === 'number') && String(value) === wanted
}

const contains = (value: Value | undefined, wanted: unknown): boolean =>
  Array.isArray(value) ? value.some(one => equals(one, wanted)) : equals(value, wanted)

/**
 * Below, equal or above zero as the value is before, at or after the wanted one; NaN, for which every comparison is false, when there is no
 * order.
 */
function orderOf(value: Value | undefined, wanted: unknown): number {
  if (typeof wanted === 'number') return numberOf(value) - wanted
  if (typeof wanted !== 'string' || typeof value !== 'string') return Number.NaN
  return value < wanted ? -1 : value > wanted ? 1 : 0
}

function numberOf(value: Value | undefined): number {
  if (typeof value === 'number') return value
  const number = typeof value === 'string' ? readNumber(value) : 'none'
  return typeof number === 'number' ? number : Number.NaN
}

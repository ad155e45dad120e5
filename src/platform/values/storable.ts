/**
 * The same input without what PostgreSQL holds in no text: NUL, and halves of a pair of surrogates. At the one door, so that no field of
 * any operation has to think of it.
 */
export function storable(value: unknown): unknown {
  if (!hasUnstorable(value)) return value
  if (typeof value === 'string') return value.replaceAll('\u0000', '').toWellFormed()
  if (Array.isArray(value)) return value.map(storable)
  return Object.fromEntries(Object.entries(value as object).map(([name, inner]) => [storable(name), storable(inner)]))
}

function hasUnstorable(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\u0000') || !value.isWellFormed()
  if (Array.isArray(value)) return value.some(hasUnstorable)
  return isGroup(value) && Object.entries(value).some(([name, inner]) => hasUnstorable(name) || hasUnstorable(inner))
}

/** Fields by name, and no bytes, date or the like: those have no names of anybody's. */
const isGroup = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  (Object.getPrototypeOf(value) === null || Object.getPrototypeOf(value) === Object.prototype)

import { createHash } from 'node:crypto'

/** SHA-256 in hexadecimal of plain data. Keys are sorted first, so that a copy that went through a database gives the same. */
export const fingerprint = (content: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(content)))
    .digest('hex')

/** In groups of four, as people compare it: the first 16 digits. */
export const shortFingerprint = (hash: string): string => hash.slice(0, 16).replace(/.{4}(?=.)/g, '$& ')

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, kept]) => [key, sorted(kept)]),
  )
}

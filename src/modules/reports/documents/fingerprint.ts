import { createHash } from 'node:crypto'
import type { ReportData } from '../schema.ts'

/**
 * SHA-256 in hexadecimal of a report's figures, without its text: editing a paragraph leaves it, changing a number does not. Keys are
 * sorted first, so that a copy that went through a database gives the same.
 */
export function fingerprint({ narrative: _, ...figures }: ReportData): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(figures)))
    .digest('hex')
}

/** As printed in the documents: the first 16 digits in groups of four. */
export const shortFingerprint = (data: ReportData): string =>
  fingerprint(data)
    .slice(0, 16)
    .replace(/.{4}(?=.)/g, '$& ')

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, held]) => [key, sorted(held)]),
  )
}

import type { Batch } from '../schema/batches.ts'
import { fields } from '../schema/codes.ts'
import type { FileColumn } from '../schema/files.ts'

/** The columns of a file with what they mean and up to three different texts of each, so that a person can tell. */
export function columnsOf(
  headers: readonly string[],
  mapping: Batch['mapping'],
  hidden: readonly string[],
  rows: readonly Readonly<Record<string, string>>[],
): FileColumn[] {
  return headers.map((header, i) => {
    const texts = rows.map(row => (Object.hasOwn(row, header) ? row[header]!.replace(/\s+/g, ' ').trim() : ''))
    const samples = [...new Set(texts.filter(text => text !== ''))]
      .slice(0, 3)
      .map(text => (text.length > 60 ? `${text.slice(0, 59)}…` : text))
    return { header, field: fields.find(field => mapping[field] === i) ?? null, samples, hidden: hidden.includes(header) }
  })
}

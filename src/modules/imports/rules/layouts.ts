import { type Field, fields, type Layout, layouts } from '../schema/codes.ts'
import type { Mapping } from '../schema/files.ts'
import type { Correction } from '../schema/rows.ts'
import { meaningOfParts, partsOf } from './head-words.ts'
import { knownHeaders, otherHeaders, tellingFields } from './headers.ts'

/** Which of a file's columns mean what, and whether that is certain (`recognised`) or a guess for a person to look at. */
export type FoundLayout = { recognised: Layout | null; mapping: Mapping; unmapped: string[] }

/**
 * Reads a layout off the headers; case, punctuation, order and further columns do not matter. A known layout takes exactly its own
 * columns, and what it lacks, like any other file, by the best guess.
 */
export function layoutOf(headers: readonly string[]): FoundLayout {
  const columns = columnsOf(headers)
  const recognised = layouts.find(layout => isLayout(columns, layout)) ?? null
  const mapping = mappingOf(field => {
    const own = recognised && knownHeaders[recognised][field]
    if (own) return columnOf(columns, [own])
    return columnOf(columns, [...layouts.flatMap(layout => knownHeaders[layout][field] ?? []), ...(otherHeaders[field] ?? [])])
  })
  const taken = new Set(Object.values(mapping))
  return { recognised, mapping, unmapped: headers.filter((header, i) => header !== '' && !taken.has(i)) }
}

/** The mapping that a person chose, by header, over the guess; an empty header leaves the field out. One column means one thing. */
export function withMapping(headers: readonly string[], chosen: Partial<Record<Field, string>>): Mapping {
  const guess = layoutOf(headers).mapping
  const claimed = new Set(Object.values(chosen).map(header => headers.indexOf(header)))
  return mappingOf(field => {
    if (chosen[field] !== undefined) return headers.includes(chosen[field]) && chosen[field] !== '' ? headers.indexOf(chosen[field]) : null
    const column = guess[field] ?? null
    return column !== null && claimed.has(column) ? null : column
  })
}

/** The text of a row for a field: what a person typed over it, else its cell, else nothing. */
export function textOf(cells: readonly string[], mapping: Mapping, correction: Correction | undefined, field: Field): string {
  const column = mapping[field] ?? null
  return correction?.[field] ?? (column === null ? '' : (cells[column] ?? ''))
}

function isLayout(columns: Columns, layout: Layout): boolean {
  const has = (field: Field) => columnOf(columns, [knownHeaders[layout][field] ?? '']) !== null
  return tellingFields.every(has) && (has('officeCode') || has('officeName'))
}

/** The first column of each bare header, whole and without what stands in brackets. */
type Columns = Map<string, number>

function columnsOf(headers: readonly string[]): Columns {
  const columns: Columns = new Map()
  headers.slice(0, 500).forEach((header, i) => {
    for (const form of formsOf(header)) if (!columns.has(form)) columns.set(form, i)
  })
  return columns
}

function columnOf(columns: Columns, spellings: readonly string[]): number | null {
  for (const form of spellings.flatMap(formsOf)) {
    const column = columns.get(form)
    if (column !== undefined) return column
  }
  return null
}

/** A header of several rows is also known under the header that says what they say together. */
function formsOf(header: string): string[] {
  const parts = partsOf(header)
  const meaning = parts.length > 1 ? meaningOfParts(parts) : null
  const usual = meaning && (knownHeaders.register[meaning] ?? knownHeaders.form[meaning])
  return [bare(header), bare(header.replace(/\([^)]*\)/g, '')), bare(usual ?? '')].filter(form => form !== '')
}

/**
 * What of a header counts: letters and digits, without a number in front as in `1. Nama Mitra`; `No.`, `Tgl.` and `s.d.` are whole words.
 */
export const bare = (header: string) =>
  header
    .slice(0, 300)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\bs\s?[./]\s?d\b/g, 'sampai')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/sampaidengan|hingga/, 'sampai')
    .replace(/^\d+/, '')
    .replace(/^tgl/, 'tanggal')
    .replace(/^no(?=naskah|mitra|kpu|induk|mou|pks|nk|dokumen|perjanjian|surat|kerjasama|pihak)/, 'nomor')

const mappingOf = (column: (field: Field) => number | null): Mapping =>
  Object.fromEntries(fields.map(field => [field, column(field)])) as Mapping

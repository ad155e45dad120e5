import type { Cell, Sheet } from '../../../platform/spreadsheets/cells.ts'
import { fields } from '../schema.ts'
import { type FoundLayout, layoutOf } from './layouts.ts'

/** A row as it came: its number in the spreadsheet, and its cells as text in the order of the headers. */
export type Row = { number: number; cells: string[] }
export type Table = FoundLayout & { sheet: string; headers: string[]; rows: Row[] }

/**
 * The table of a workbook: on the sheet of a known layout, else on the one whose headers say most. Titles above the header do not
 * matter. Headers become different from one another, a column without one is named by its letter. Null when nothing looks like a
 * table of at least two columns.
 */
export function findTable(sheets: readonly Sheet[]): Table | null {
  const found = sheets.flatMap(sheet =>
    sheet.rows.slice(0, 30).map((row, at) => ({ sheet, at, headers: row.cells.map(textOfCell), meaning: 0, recognised: false })),
  )
  for (const candidate of found) {
    const { mapping, recognised } = layoutOf(candidate.headers)
    candidate.recognised = recognised !== null
    candidate.meaning = fields.filter(field => mapping[field] !== null).length
  }
  const wide = found.filter(({ headers }) => headers.filter(header => header.trim() !== '').length >= 2)
  const best = wide.reduce<(typeof wide)[number] | null>((best, next) => (best && rank(best) >= rank(next) ? best : next), null)
  if (!best) return null
  const rows = best.sheet.rows.slice(best.at + 1)
  const headers = different(
    best.headers,
    rows.reduce((width, row) => Math.max(width, row.cells.length), 0),
  )
  return {
    ...layoutOf(headers),
    sheet: best.sheet.name,
    headers,
    rows: rows
      .map(({ number, cells }) => ({ number, cells: cells.map(textOfCell) }))
      .filter(row => row.cells.some(cell => cell.trim() !== '')),
  }
}

const rank = ({ meaning, recognised }: { meaning: number; recognised: boolean }) => meaning + (recognised ? 100 : 0)

/** The row by header, for keeping as it came; columns behind its last cell are left out. */
export const originalOf = (headers: readonly string[], cells: readonly string[]): Record<string, string> =>
  Object.fromEntries(cells.map((cell, i) => [headers[i] ?? '', cell]))

/** The way back from `originalOf`. */
export const cellsOf = (headers: readonly string[], original: Readonly<Record<string, string>>): string[] =>
  headers.map(header => (Object.hasOwn(original, header) ? original[header]! : ''))

/**
 * A cell as text, so that judging a stored row again gives the same: numbers as the program shows them, days and times as ISO. A
 * NUL and half of a surrogate pair, which PostgreSQL refuses, become the replacement character.
 */
export function textOfCell(cell: Cell): string {
  if (cell === null) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 19).replace('T', ' ').replace(' 00:00:00', '')
  if (typeof cell === 'number') return String(Number(cell.toPrecision(15)))
  return String(cell).toWellFormed().replaceAll('\0', '\ufffd')
}

function different(headers: readonly string[], width: number): string[] {
  const taken = new Set<string>()
  return Array.from({ length: Math.max(width, headers.length) }, (_, i) => {
    const name = headers[i]?.replace(/\s+/g, ' ').trim() || `Kolom ${letterOf(i)}`
    let unique = name
    for (let n = 2; taken.has(unique); n++) unique = `${name} (${n})`
    taken.add(unique)
    return unique
  })
}

const letterOf = (column: number): string =>
  (column >= 26 ? letterOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))

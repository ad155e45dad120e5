import type { Cell as CellLook, CellStyle } from 'hucre'
import { writeXlsx, writeXlsxStream } from 'hucre/xlsx'
import type { Cell } from './cells.ts'

/**
 * `text` by default. A `day` is written from `yyyy-mm-dd` or a Date's UTC parts; an `instant` from a Date or ISO text, in the zone.
 * `format` is how numbers are shown, as spreadsheets say it: `0%`.
 */
export type Column = { header: string; width?: number; kind?: 'text' | 'number' | 'day' | 'instant'; format?: string }
/** A link in a cell of the body by row and column, from 0, or of the header by row -1, to the sheet at a place in the workbook. */
export type SheetLink = { row: number; column: number; sheet: number }
/**
 * `totals` is how many rows at the end are sums, which filtering and sorting leave where they are. A sheet `forReading` has a coloured
 * head, whole texts on several lines, bold sums, and prints on pages turned round, as wide as they are, with its head on each; `formats`
 * are of single cells of its body. Others are for data alone.
 */
export type SheetToWrite = {
  name: string
  columns: Column[]
  rows: Iterable<readonly Cell[]>
  links?: readonly SheetLink[]
  totals?: number
  forReading?: boolean
  formats?: readonly { row: number; column: number; format: string }[]
}

/**
 * An .xlsx workbook: a bold header that stays in view, filters, and a fitting type for each column. Text stays exactly as
 * typed and is never a formula; only what the format cannot hold is lost (the text beyond 32,767 characters of a cell, lone
 * surrogates). Everything is held in memory: about 8 KB a row of 15 cells.
 */
export async function writeWorkbook(sheets: SheetToWrite[], zone = 'Asia/Jakarta'): Promise<Uint8Array> {
  const clock = clockOf(zone)
  const names = legalNames(sheets.map(sheet => sheet.name))
  return writeXlsx({
    // Shared strings keep leading and trailing spaces; inline strings of this writer do not.
    stringMode: 'shared',
    properties: { modified: epoch },
    sheets: sheets.map(({ columns, rows, links = [], totals = 0, forReading = false, formats: own = [] }, i) => {
      const body = Array.from(rows, row => columns.map((column, j) => toCell(row[j] ?? null, column.kind ?? 'text', clock)))
      // A link at the end of the head is no column.
      const filtered = columns.length - links.filter(({ row, column }) => row === -1 && column === columns.length - 1).length
      return {
        name: names[i]!,
        columns: columns.map(column => ({ width: column.width ?? 18, style: bodyStyle(column, forReading) })),
        rows: [columns.map(({ header }) => storable(header)), ...body],
        cells: new Map<string, Partial<CellLook>>([
          ...columns.map((column, j) => [`0,${j}`, { style: forReading ? headStyle(column) : { font: bold } }] as const),
          ...own.map(({ row, column, format }) => {
            const style = { ...bodyStyle(columns[column]!, forReading), numFmt: format }
            return [`${row + 1},${column}`, { style }] as const
          }),
          ...body.slice(body.length - (forReading ? totals : 0)).flatMap((_, at, sums) =>
            columns.map((column, j) => {
              const style = { ...bodyStyle(column, forReading), font: bold, border: { top: { style: 'thin', color: ink } } } as const
              return [`${body.length - sums.length + at + 1},${j}`, { style }] as const
            }),
          ),
          ...links.map(
            ({ row, column, sheet }) =>
              [`${row + 1},${column}`, { hyperlink: { target: '', location: placeOf(names[sheet]!) }, style: { font: linkFont } }] as const,
          ),
        ]),
        freezePane: { rows: 1 },
        ...(columns.length > 0 && { autoFilter: { range: `A1:${letters(filtered)}${body.length + 1 - totals}` } }),
        ...(forReading && { pageSetup: printed }),
      }
    }),
  })
}

/** A sheet whose rows come page by page; instants are told in the zone. */
export type LongSheet = { name: string; columns: Column[]; zone: string }

/**
 * The same for one long sheet whose rows come page by page: rows become bytes as they arrive, so that any number of them takes the memory
 * of a few. The header is not bold and has no filter: the library, when it streams, knows one
 * look for a whole column.
 */
export function longWorkbook({ name, columns, zone }: LongSheet, pages: AsyncIterable<(readonly Cell[])[]>): AsyncIterable<Uint8Array> {
  const clock = clockOf(zone)
  const kinds = columns.map(({ kind = 'text' }) => kind)
  const [legal] = legalNames([name])
  const rows = async function* () {
    for await (const page of pages) for (const row of page) yield kinds.map((kind, column) => toCell(row[column] ?? null, kind, clock))
  }
  return writeXlsxStream(rows(), {
    name: legal!,
    columns: columns.map(({ header, width, kind = 'text' }) => ({ header: storable(header), width: width ?? 18, numFmt: formats[kind] })),
    freezePane: { rows: 1 },
  })
}

/** The first day that a zip knows, as all parts have it: the same rows are the same bytes, whenever they are written. */
const epoch = new Date('1980-01-01T00:00:00Z')

const formats = { text: '@', number: 'General', day: 'yyyy-mm-dd', instant: 'yyyy-mm-dd hh:mm' } as const

function toCell(value: Cell, kind: NonNullable<Column['kind']>, zone: Intl.DateTimeFormat): Cell {
  if (typeof value === 'string' && kind !== 'text') return fromText(value, kind, zone)
  if (typeof value === 'string') return storable(value)
  if (value instanceof Date && kind === 'instant') return wallClock(value, zone)
  return value instanceof Date && Number.isNaN(value.getTime()) ? null : value
}

/** A day or an instant that cannot be read as such stays as the text that it is. */
function fromText(value: string, kind: 'number' | 'day' | 'instant', zone: Intl.DateTimeFormat): Cell {
  const date = kind === 'number' ? new Date(Number.NaN) : new Date(kind === 'day' ? `${value}T00:00:00Z` : value)
  if (Number.isNaN(date.getTime())) return storable(value)
  return kind === 'instant' ? wallClock(date, zone) : date
}

/** The clock on the wall of a zone, as a Date whose UTC parts say it: a spreadsheet knows no zones. */
function wallClock(instant: Date, zone: Intl.DateTimeFormat): Date | null {
  if (Number.isNaN(instant.getTime())) return null
  return new Date(`${zone.format(instant).replace(' ', 'T')}Z`)
}

/** Swedish is the locale that writes `2025-10-25 09:08:09`. */
const clockOf = (timeZone: string) => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })

/** What XML cannot carry is replaced, what Excel would take for an escape (`_x0041_`) is escaped, what it would refuse is cut. */
function storable(text: string): string {
  if (text.length <= 32_767 && !needsCare.test(text)) return text
  const cut = text.length > 32_767 ? `${text.slice(0, 32_766)}…` : text
  return cut
    .toWellFormed()
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
}

const needsCare = /[\ud800-\udfff\ufffe\uffff]|_x/i

/**
 * Excel's rules for sheet names: 1 to 31 characters, none of `[]:*?/\`, no apostrophe at the ends, all different, not "History". A longer
 * name ends after a whole word.
 */
function legalNames(names: string[]): string[] {
  const taken = new Set(['history'])
  return names.map((name, i) => {
    const allowed = name.toWellFormed().replace(/[[\]:*?/\\\p{Cc}\ufffe\uffff\s]+/gu, ' ')
    const clean = allowed.trim().replace(/^'+|'+$/g, '') || `Lembar ${i + 1}`
    let legal = wholeWords(clean, 31)
    for (let n = 2; taken.has(legal.toLowerCase()); n++) legal = `${wholeWords(clean, 31 - ` (${n})`.length)} (${n})`
    taken.add(legal.toLowerCase())
    return legal
  })
}

/** As many whole words as there is room for; of a single longer word its beginning, with an ellipsis. */
function wholeWords(name: string, room: number): string {
  if (name.length <= room) return name
  const words = name.slice(0, room + 1).replace(/\s+\S*$/u, '')
  const cut = words.length <= room ? words : `${name.slice(0, room - 1).replace(/[\ud800-\udbff]$/, '')}…`
  return cut.replace(/['\s]+$/, '')
}

/** The first cell of a sheet, as a link names it. */
const placeOf = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'!A1`
const ink = { rgb: '0B5267' } as const
const face = { name: 'Calibri', size: 11 } as const
const bold = { ...face, bold: true } as const
const linkFont = { ...face, underline: true, color: ink } as const
const printed = {
  paperSize: 'a4',
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  printTitlesRow: '1:1',
} as const

function bodyStyle({ kind = 'text', format }: Column, forReading: boolean): CellStyle {
  const numFmt = format ?? formats[kind]
  return forReading ? { numFmt, alignment: { vertical: 'top', wrapText: kind === 'text' } } : { numFmt }
}

const headStyle = ({ kind = 'text' }: Column): CellStyle => ({
  font: bold,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E2EFF3' } },
  alignment: { vertical: 'bottom', wrapText: true, ...(kind === 'number' && { horizontal: 'right' }) },
})

function letters(column: number): string {
  const rest = Math.floor((column - 1) / 26)
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26))
}

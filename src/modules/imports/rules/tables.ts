import { isCellError } from '../../../platform/reading/cell-errors.ts'
import { textOfCell, textOfRow } from '../../../platform/reading/cell-texts.ts'
import { letterOf } from '../../../platform/reading/letters.ts'
import type { Cell, Sheet } from '../../../platform/spreadsheets/cells.ts'
import { fromSerial } from '../../../platform/spreadsheets/parts.ts'
import { firstOf } from '../../../platform/values/cut.ts'
import type { Columns, Places, Unread } from '../schema/files.ts'
import { type Body, bodyOf } from './bodies.ts'
import { findHead, type Head, rank } from './heads.ts'
import { bare, type FoundLayout, layoutOf } from './layouts.ts'
import { reasonHeaders } from './reasons.ts'

/**
 * A row as it came: where it stands, whether it was hidden there, and its cells as text in the order of the headers. `sheet` is null
 * where the file has only one, `columns` is there when the sheet has its columns in another order (see `Places`).
 */
export type Row = { number: number; place: number; sheet: string | null; hidden: boolean; columns?: number[]; cells: string[] }
export type Table = FoundLayout & { headers: string[]; rows: Row[]; places: Places; columns: Columns; unread: Unread }

/**
 * The table of a file: that of the sheet of a known layout, else of the one whose headers say most, and below it the rows of all
 * other visible sheets of the same layout. What is not read is told. Headers become different from one another, a column without one
 * is named by its letter. Null when nothing looks like a table of at least two columns.
 */
export function findTable(sheets: readonly Sheet[]): Table | null {
  const heads = sheets.flatMap(sheet => (sheet.hidden ? [] : (findHead(sheet) ?? [])))
  const main = heads.reduce<Head | null>((best, next) => (best && rank(best) >= rank(next) ? best : next), null)
  if (!main) return null
  const read = heads.filter(head => head === main || isSameLayout(main, head))
  const { headers, orders } = withoutReasons(unite([main, ...read.filter(head => head !== main)]))
  const found = layoutOf(headers)
  const table: Table = {
    ...found,
    recognised: read.every(head => head.recognised) ? found.recognised : null,
    headers,
    rows: [],
    places: {},
    columns: { unread: found.unmapped, hidden: hiddenColumns(headers, read, orders) },
    unread: { sheets: unreadSheets(sheets, read), rows: [], cells: [] },
  }
  let above = 0
  for (const head of read) {
    addSheet(table, head, orders.get(head)!, sheets.length > 1 ? head.sheet.name : null, above)
    above += head.sheet.rows.at(-1)?.number ?? 0
  }
  return table
}

/** The rows of one sheet, and what of it is in none of them. Of long lists the first thousand are told. */
function addSheet(table: Table, head: Head, order: number[], sheet: string | null, above: number): void {
  const isOther = order.some((column, i) => column !== i && column !== -1)
  if (isOther && sheet !== null) table.places[sheet] = order
  const body = bodyOf(head)
  const days = head.sheet.since1904 ? dayColumns(table.headers) : new Set<number>()
  for (const row of body.rows) {
    const ordered = isOther ? order.map(column => row.cells[column] ?? null) : row.cells.slice(0, order.length)
    const cells = ordered.map((cell, column) => textOfCell(days.has(column) ? since1904(cell) : cell))
    if (cells.every(cell => cell.trim() === '')) continue
    const position = { number: row.number, place: above + row.number, sheet, hidden: row.hidden ?? false }
    table.rows.push({ ...position, ...(isOther && { columns: order }), cells })
  }
  const mapped = new Set(Object.values(table.mapping).map(place => order[place ?? -1]))
  table.unread.rows.push(...unreadRows(head, body, sheet).slice(0, 1000))
  table.unread.cells.push(...unreadCells(head, body, mapped, sheet).slice(0, 1000))
}

/**
 * Sheets are of one layout when both are known, or the other says by its headers what the first needs; unknown headers must largely be the
 * same.
 */
function isSameLayout(main: Head, other: Head): boolean {
  if (main.recognised && other.recognised) return true
  const [needed, there] = [main, other].map(({ headers }) => layoutOf(headers).mapping)
  const telling = (['kpuNumber', 'partner', 'kind', 'title', 'signedOn'] as const).filter(field => needed![field] !== null)
  if (telling.length > 2) return telling.every(field => there![field] !== null)
  const [these, those] = [main, other].map(({ headers }) => new Set(headers.map(bare).filter(header => header !== '')))
  return [...these!].filter(header => those!.has(header)).length * 3 >= Math.max(these!.size, those!.size) * 2
}

/** For each sheet and each header the column there, from 0; −1 when it has none. */
type Orders = Map<Head, number[]>

/** The columns of all sheets: those of the first, then what the others have more. Same are columns of one meaning, else of one header. */
function unite(heads: readonly Head[]): { headers: string[]; orders: Orders } {
  const headers: string[] = []
  const places = new Map<string, number>()
  const orders: Orders = new Map()
  const unique = uniqueNames()
  for (const head of heads) {
    const names = differentHeaders(head.headers, widthOf(head))
    const meanings = new Map(
      Object.entries(layoutOf(names).mapping).flatMap(([field, column]) => (column === null ? [] : [[column, `field ${field}`] as const])),
    )
    const order: number[] = Array(headers.length).fill(-1)
    names.forEach((name, column) => {
      const keys = [meanings.get(column) ?? '', `name ${name}`, `bare ${bare(name)}`].filter(key => key !== '' && key !== 'bare ')
      const known = keys.map(key => places.get(key)).find(place => place !== undefined && order[place] === -1)
      const place = known ?? headers.push(unique(name)) - 1
      for (const key of keys) if (!places.has(key)) places.set(key, place)
      order[place] = column
    })
    orders.set(head, order)
  }
  for (const order of orders.values()) while (order.length < headers.length) order.push(-1)
  return { headers, orders }
}

/** A workbook of rows with problems that comes back: the columns that we added to it are no part of the file. */
function withoutReasons({ headers, orders }: ReturnType<typeof unite>): ReturnType<typeof unite> {
  if (!reasonHeaders.every(header => headers.includes(header))) return { headers, orders }
  const kept = (_: unknown, i: number) => !reasonHeaders.includes(headers[i]!)
  return { headers: headers.filter(kept), orders: new Map([...orders].map(([head, order]) => [head, order.filter(kept)])) }
}

function hiddenColumns(headers: readonly string[], read: readonly Head[], orders: Orders): string[] {
  const hidden = new Set(
    read.flatMap(head => {
      const there = new Set(head.sheet.hiddenColumns)
      return orders.get(head)!.flatMap((column, i) => (there.has(column) ? [headers[i]!] : []))
    }),
  )
  return headers.filter(header => hidden.has(header))
}

function unreadSheets(sheets: readonly Sheet[], read: readonly Head[]): Unread['sheets'] {
  const taken = new Set(read.map(({ sheet }) => sheet))
  return sheets.flatMap(sheet => {
    if (taken.has(sheet)) return []
    const reason = sheet.hidden ? 'hidden' : sheet.rows.length === 0 ? 'empty' : 'other_layout'
    return [{ sheet: sheet.name, reason, rows: sheet.rows.length }] as const
  })
}

function unreadRows({ sheet: { rows }, at }: Head, { others }: Body, sheet: string | null): Unread['rows'] {
  const told = [...rows.slice(0, at).map(row => ({ row, reason: 'title' as const })), ...others]
  return told.map(({ row, reason }) => ({ sheet, row: row.number, reason, text: firstOf(textOfRow(row.cells), 2000) }))
}

/** Cells under no header, which stay with their row under the letter of their column, and failed formulas in columns without a meaning. */
const unreadCells = ({ headers }: Head, { rows }: Body, mapped: ReadonlySet<number | undefined>, sheet: string | null): Unread['cells'] =>
  rows.flatMap(row =>
    row.cells.flatMap((cell, column) => {
      if (mapped.has(column)) return []
      const text = textOfCell(cell).trim()
      const reason = isCellError(text) ? 'error' : (headers[column] ?? '').trim() === '' && text !== '' ? 'no_header' : null
      return reason ? [{ sheet, cell: `${letterOf(column)}${row.number}`, reason, text: firstOf(text, 2000) } as const] : []
    }),
  )

/** A workbook since 1904 shows a day that has no format of a day as a smaller number; only its header says that it is one. */
const dayColumns = (headers: readonly string[]): Set<number> =>
  new Set(
    headers.flatMap((header, i) => (/tanggal|tgl|berlaku|mulai|berakhir|selesai|sejak|sampai|timestamp|waktu/i.test(header) ? [i] : [])),
  )

const since1904 = (cell: Cell): Cell => (typeof cell === 'number' && cell > 15_000 && cell < 71_500 ? fromSerial(cell, true) : cell)

const widthOf = ({ sheet, at }: Head): number => sheet.rows.slice(at).reduce((width, row) => Math.max(width, row.cells.length), 0)

/** A hidden row that somebody leaves out, as it is told. */
export const leftOut = ({ sheet, number, cells }: Pick<Row, 'sheet' | 'number' | 'cells'>): Unread['rows'][number] => ({
  sheet,
  row: number,
  reason: 'left_out',
  text: firstOf(textOfRow(cells), 2000),
})

/** The row by header, for keeping as it came; columns behind its last cell are left out. */
export const originalOf = (headers: readonly string[], cells: readonly string[]): Record<string, string> =>
  Object.fromEntries(cells.map((cell, i) => [headers[i] ?? '', cell]))

/** The way back from `originalOf`. */
export const cellsOf = (headers: readonly string[], original: Readonly<Record<string, string>>): string[] =>
  headers.map(header => (Object.hasOwn(original, header) ? original[header]! : ''))

/** A name for each column that no other has; one without a header is named by its letter. */
export function differentHeaders(headers: readonly string[], width: number): string[] {
  const unique = uniqueNames()
  return Array.from({ length: Math.max(width, headers.length) }, (_, i) =>
    unique(headers[i]?.replace(/\s+/g, ' ').trim() || `Kolom ${letterOf(i)}`),
  )
}

function uniqueNames(): (name: string) => string {
  const taken = new Set<string>()
  return name => {
    let unique = name
    for (let n = 2; taken.has(unique); n++) unique = `${name} (${n})`
    taken.add(unique)
    return unique
  }
}

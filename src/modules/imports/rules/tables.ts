import type { Cell, Sheet } from '../../../platform/spreadsheets/cells.ts'
import { type Columns, fields, type Places, type Unread } from '../schema.ts'
import { bare, type FoundLayout, layoutOf } from './layouts.ts'
import { letterOf } from './letters.ts'

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
  const { headers, orders } = unite([main, ...read.filter(head => head !== main)])
  const several = sheets.length > 1
  const rows: Row[] = []
  let above = 0
  for (const head of read) {
    rows.push(...rowsOf(head, orders.get(head)!, several ? head.sheet.name : null, above))
    above += head.sheet.rows.at(-1)?.number ?? 0
  }
  const found = layoutOf(headers)
  return {
    ...found,
    recognised: read.every(head => head.recognised) ? found.recognised : null,
    headers,
    rows,
    places: Object.fromEntries(rows.flatMap(({ sheet, columns }) => (columns && sheet !== null ? [[sheet, columns]] : []))),
    columns: { unread: found.unmapped, hidden: hiddenColumns(headers, read, orders) },
    unread: {
      sheets: unreadSheets(sheets, read),
      rows: read.flatMap(head => titlesOf(head, several)),
      cells: read.flatMap(head => strayCells(head, several)),
    },
  }
}

type Head = { sheet: Sheet; at: number; headers: string[]; meaning: number; recognised: boolean }

/** Titles above the header do not matter. */
function findHead(sheet: Sheet): Head | null {
  const found = sheet.rows.slice(0, 30).flatMap((row, at): Head[] => {
    const headers = row.cells.map(textOfCell)
    if (headers.filter(header => header.trim() !== '').length < 2) return []
    const { mapping, recognised } = layoutOf(headers)
    return [{ sheet, at, headers, recognised: recognised !== null, meaning: fields.filter(field => mapping[field] !== null).length }]
  })
  return found.reduce<Head | null>((best, next) => (best && rank(best) >= rank(next) ? best : next), null)
}

const rank = ({ meaning, recognised }: Head) => meaning + (recognised ? 100 : 0)

/** Sheets are of one layout when the other says by its headers what the first needs; unknown headers must be largely the same. */
function isSameLayout(main: Head, other: Head): boolean {
  if (main.recognised && other.recognised) return true
  const [needed, there] = [main, other].map(({ headers }) => new Set(headers.map(bare).filter(header => header !== '')))
  const common = [...needed!].filter(header => there!.has(header)).length
  return common * 3 >= Math.max(needed!.size, there!.size) * 2
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
    const names = different(head.headers, widthOf(head))
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

function rowsOf(head: Head, order: number[], sheet: string | null, above: number): Row[] {
  const isOther = order.some((column, i) => column !== i)
  return head.sheet.rows.slice(head.at + 1).flatMap((row): Row[] => {
    const cells = isOther ? order.map(column => textOfCell(row.cells[column] ?? null)) : row.cells.map(textOfCell)
    if (cells.every(cell => cell.trim() === '')) return []
    const position = { number: row.number, place: above + row.number, sheet, hidden: row.hidden ?? false }
    return [{ ...position, ...(isOther && { columns: order }), cells }]
  })
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

const titlesOf = ({ sheet, at }: Head, several: boolean): Unread['rows'] =>
  sheet.rows.slice(0, at).map(row => ({ sheet: several ? sheet.name : null, row: row.number, reason: 'title', text: textOfRow(row.cells) }))

/** Cells under no header; they stay with their row, under the letter of their column. */
const strayCells = ({ sheet, at, headers }: Head, several: boolean): Unread['cells'] =>
  sheet.rows.slice(at + 1).flatMap(row =>
    row.cells.flatMap((cell, column) => {
      const text = (headers[column] ?? '').trim() === '' ? textOfCell(cell) : ''
      if (text.trim() === '') return []
      return [{ sheet: several ? sheet.name : null, cell: `${letterOf(column)}${row.number}`, reason: 'no_header' as const, text }]
    }),
  )

const textOfRow = (cells: readonly Cell[]): string =>
  cells
    .map(cell => textOfCell(cell).trim())
    .filter(text => text !== '')
    .join(' | ')

const widthOf = ({ sheet, at }: Head): number => sheet.rows.slice(at).reduce((width, row) => Math.max(width, row.cells.length), 0)

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

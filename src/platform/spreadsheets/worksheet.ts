import { boundText, type Cell, type Merge, type Sheet, type SheetRow } from './cells.ts'
import { fromSerial } from './parts.ts'
import { type Showing, shownNumber } from './shown.ts'
import { attribute, unescapeText, walkXml } from './xml.ts'

/** What cells refer to, and the purse that reading pays from. */
export type Book = { texts: string[]; styles: Showing[]; since1904: boolean; spent: (width: number, characters?: number) => void }

/** The rows of a worksheet part that hold something, and what is hidden and merged there. Stops at the caps before a row is made. */
export function readWorksheet(part: Uint8Array, book: Book): Omit<Sheet, 'name'> {
  const rows: SheetRow[] = []
  const merges: Merge[] = []
  const hiddenColumns: number[] = []
  let hidden = false
  let found: { column: number; value: Cell }[] = []
  let number = 0
  let column = -1
  let cell: { type: string; attributes: string } | null = null
  let value = ''
  let listening = false
  walkXml(part, {
    open(name, attributes) {
      if (name === 'c') {
        column = columnOf(attribute(attributes, 'r')) ?? column + 1
        cell = { type: attribute(attributes, 't') ?? 'n', attributes }
        value = ''
      } else if (name === 'row') {
        number = rowOf(attribute(attributes, 'r')) ?? number + 1
        column = -1
        found = []
        hidden = isHidden(attributes)
      } else if (name === 'mergeCell') {
        book.spent(0, 1)
        const merge = mergeOf(attribute(attributes, 'ref') ?? '')
        if (merge) merges.push(merge)
      } else if (name === 'col' && isHidden(attributes)) {
        const columns = columnsIn(attributes)
        book.spent(columns.length) // a few letters name all columns of a sheet, and may be repeated without end
        hiddenColumns.push(...columns)
      } else if (name === 'v' || name === 't') listening = cell !== null
      else if (name === 'rPh') cell = null
    },
    text(piece) {
      if (listening) value += piece
      boundText(value.length)
    },
    close(name) {
      if (name === 'v' || name === 't') listening = false
      else if (name === 'c' && cell) {
        const read = toCell(value, cell, book)
        if (typeof read === 'string') book.spent(0, read.length)
        if (read !== null && read !== '') found.push({ column, value: read })
        cell = null
      } else if (name === 'row' && found.length > 0) {
        rows.push({ number, cells: spread(found), ...(hidden && { hidden }) })
        found = []
      }
    },
  })
  return { rows, ...(merges.length > 0 && { merges }), ...(hiddenColumns.length > 0 && { hiddenColumns }) }

  function spread(cells: { column: number; value: Cell }[]): Cell[] {
    const width = cells.reduce((most, { column }) => Math.max(most, column + 1), 0)
    book.spent(width)
    const row: Cell[] = Array(width).fill(null)
    for (const { column, value } of cells) row[column] = value
    return row
  }
}

function toCell(value: string, { type, attributes }: { type: string; attributes: string }, book: Book): Cell {
  if (type === 's') return book.texts[Number(value)] ?? null
  if (type === 'str' || type === 'inlineStr') return unescapeText(value)
  if (value === '') return null
  if (type === 'b') return value === '1' || value === 'true'
  if (type === 'd') return toDate(value) ?? value
  const number = Number(value)
  if (type !== 'n' || !Number.isFinite(number)) return value
  const showing = book.styles[Number(attribute(attributes, 's') ?? -1)] ?? null
  if (showing === 'date') return fromSerial(number, book.since1904)
  return showing ? shownNumber(number, showing) : number
}

/** ISO 8601 text without a zone, as ECMA-376 writes it in cells of type `d`. */
function toDate(value: string): Date | null {
  const date = new Date(/T.*(Z|[+-]\d\d:?\d\d)$/.test(value) || !value.includes('T') ? value : `${value}Z`)
  return Number.isNaN(date.getTime()) ? null : date
}

const isHidden = (attributes: string) => attributes.includes('hidden') && /^(1|true)$/.test(attribute(attributes, 'hidden') ?? '')

/** `A1:K1`; a merge of one cell, or one that lies outside a sheet, is none. */
function mergeOf(reference: string): Merge | null {
  const [first, last] = reference.split(':')
  const [left, right] = [columnOf(first), columnOf(last)]
  const [top, bottom] = [first, last].map(cell => rowOf(cell?.replace(/^[A-Z]+/i, '')))
  if (left === undefined || right === undefined || top === undefined || bottom === undefined) return null
  return (top < bottom && left <= right) || (top <= bottom && left < right) ? { top, left, bottom, right } : null
}

/** `min` and `max` of a `col` count from 1. Beyond the last column of the format there is none. */
function columnsIn(attributes: string): number[] {
  const [min, max] = [Number(attribute(attributes, 'min')), Math.min(Number(attribute(attributes, 'max')), 16_384)]
  return Number.isInteger(min) && min > 0 && max >= min ? Array.from({ length: max - min + 1 }, (_, i) => min - 1 + i) : []
}

const rowOf = (text: string | undefined) => (text && /^\d{1,7}$/.test(text) ? Number(text) : undefined)

function columnOf(reference: string | undefined): number | undefined {
  const letters = reference && /^[A-Z]{1,3}(?=\d)/i.exec(reference)?.[0]
  if (!letters) return undefined
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

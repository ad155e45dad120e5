import { UnreadableSpreadsheet } from './unreadable.ts'

/** What a cell holds. A `Date` is a cell formatted as a date or time: its wall clock, in UTC parts. */
export type Cell = string | number | boolean | Date | null

/** A row that holds something; `number` is what the spreadsheet program shows beside it, from 1; `hidden` by a filter or by hand. */
export type SheetRow = { number: number; cells: Cell[]; hidden?: true }

/** Cells shown as one: rows from 1, columns from 0, both ends included. The value stands in the first. */
export type Merge = { top: number; left: number; bottom: number; right: number }

/** What is not said is not so: the sheet is shown, so are its columns, nothing is merged, and serial numbers count from 1900. */
export type Sheet = {
  name: string
  rows: SheetRow[]
  hidden?: true
  hiddenColumns?: readonly number[]
  merges?: readonly Merge[]
  since1904?: true
}

/**
 * The most that is read, of all sheets together: rows, cells (gaps and hidden columns included), and bytes after unpacking, which also
 * bound the text.
 */
export type Caps = { rows: number; cells: number; unzippedBytes: number }
export const usualCaps: Caps = { rows: 150_000, cells: 2_000_000, unzippedBytes: 160_000_000 }

/**
 * Counts against the caps, before it is made: `consume(width)` for each row and each range of hidden columns, `consume(0, characters)` for
 * each text.
 */
export function spending(caps: Caps): (width: number, characters?: number) => void {
  let [rows, cells, characters] = [0, 0, 0]
  return (width, length = 0) => {
    if (width > 0) rows++
    cells += width
    characters += length
    if (rows > caps.rows) throw new UnreadableSpreadsheet('too_large', `More than ${caps.rows} rows`)
    if (cells > caps.cells) throw new UnreadableSpreadsheet('too_large', `More than ${caps.cells} cells`)
    if (characters > caps.unzippedBytes) throw tooMuchText()
    boundText(length)
  }
}

/** Refuses a text of so many characters, of which there may be more. */
export function boundText(length: number): void {
  if (length > longestText) throw tooMuchText()
}

const tooMuchText = () => new UnreadableSpreadsheet('too_large', 'The cells hold too much text')

/** Excel holds 32,767 characters in a cell; more than three times that is a damaged file. */
const longestText = 100_000

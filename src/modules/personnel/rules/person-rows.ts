import { cellsUnder, findHeads } from '../../../platform/reading/column-heads.ts'
import type { Sheet } from '../../../platform/spreadsheets/cells.ts'
import { type PersonField, personColumns } from './columns.ts'

/**
 * A row as it came: `row` is what the spreadsheet program shows beside it, `place` where it would stand if the sheets stood one below
 * the other, `sheet` its name where the file has several with people.
 */
export type PersonRow = { row: number; place: number; sheet: string | null; hidden: boolean; cells: Partial<Record<PersonField, string>> }

/** The rows of all visible sheets that have the columns of a register of people; null when none has. */
export function personRows(sheets: readonly Sheet[]): PersonRow[] | null {
  const heads = findHeads(sheets, personColumns)
  if (!heads.length) return null
  let above = 0
  return heads.flatMap(({ sheet, columns, rows }) => {
    const before = above
    above += sheet.rows.at(-1)!.number
    return rows.map(row => ({
      row: row.number,
      place: before + row.number,
      sheet: heads.length > 1 ? sheet.name : null,
      hidden: row.hidden ?? false,
      cells: cellsUnder(row, columns),
    }))
  })
}

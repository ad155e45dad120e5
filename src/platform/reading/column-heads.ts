import type { Sheet, SheetRow } from '../spreadsheets/cells.ts'
import { textOfCell } from './cell-texts.ts'
import { wordsOf } from './cell-words.ts'

/** What the columns of a kind of file are called, folded; a `required` one must be there for a row to be the header. */
export type ColumnNames<Field extends string> = Record<Field, { names: readonly string[]; required?: true }>
/** The rows below the header of one sheet, and the place of each column in them, from 0. */
export type HeadedRows<Field extends string> = { sheet: Sheet; header: SheetRow; columns: Partial<Record<Field, number>>; rows: SheetRow[] }

/**
 * In each visible sheet the first row that names all required columns, in any order, among columns of other names; what stands above
 * it is no data. Rows without any value are left out. Sheets without such a row are not there.
 */
export function findHeads<Field extends string>(sheets: readonly Sheet[], names: ColumnNames<Field>): HeadedRows<Field>[] {
  const fieldOf = new Map<string, Field>()
  const required: Field[] = []
  for (const field of Object.keys(names) as Field[]) {
    if (names[field].required) required.push(field)
    for (const name of names[field].names) fieldOf.set(name, field)
  }
  return sheets.flatMap(sheet => {
    if (sheet.hidden) return []
    for (const [at, row] of sheet.rows.entries()) {
      const columns = columnsIn(row, fieldOf)
      if (!required.every(field => columns[field] !== undefined)) continue
      return { sheet, header: row, columns, rows: sheet.rows.slice(at + 1).filter(hasValue) }
    }
    return []
  })
}

/** The text of each column of a row; empty where it has none. */
export const cellsUnder = <Field extends string>(row: SheetRow, columns: Partial<Record<Field, number>>): Record<Field, string> =>
  Object.fromEntries(Object.entries(columns).map(([field, at]) => [field, textOfCell(row.cells[at as number] ?? null)])) as Record<
    Field,
    string
  >

function columnsIn<Field extends string>(row: SheetRow, fieldOf: ReadonlyMap<string, Field>): Partial<Record<Field, number>> {
  const columns: Partial<Record<Field, number>> = {}
  row.cells.forEach((cell, at) => {
    if (typeof cell !== 'string' || cell.length > 200) return
    const field = fieldOf.get(wordsOf(cell.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ')))
    if (field !== undefined) columns[field] ??= at
  })
  return columns
}

const hasValue = (row: SheetRow): boolean => row.cells.some(cell => textOfCell(cell).trim() !== '')

import type { Sheet, SheetRow } from '../spreadsheets/cells.ts'
import { textOfCell } from './cell-texts.ts'
import { wordsOf } from './cell-words.ts'

/** What the columns of a kind of file are called, folded; a `required` one must be there for a row to be the header. */
export type ColumnNames<Field extends string> = Record<Field, { names: readonly string[]; required?: true }>
/** The rows below the header of one sheet, and the place of each column in them, from 0. */
export type HeadedRows<Field extends string> = { sheet: Sheet; header: SheetRow; columns: Partial<Record<Field, number>>; rows: SheetRow[] }

/**
 * In each visible sheet the first row that names all required columns (and is a header by `isHead`, where one of several will do), in
 * any order, among columns of other names; what stands above it is no data. Rows without any value are left out. Sheets without such a
 * row are not there.
 */
export function findHeads<Field extends string>(
  sheets: readonly Sheet[],
  names: ColumnNames<Field>,
  isHead: (columns: Partial<Record<Field, number>>) => boolean = () => true,
): HeadedRows<Field>[] {
  const fieldOf = fieldsByName(names)
  const required = (Object.keys(names) as Field[]).filter(field => names[field].required)
  return sheets.flatMap(sheet => {
    if (sheet.hidden) return []
    for (const [at, row] of sheet.rows.entries()) {
      const columns = columnsIn(row, fieldOf)
      if (!required.every(field => columns[field] !== undefined) || !isHead(columns)) continue
      return { sheet, header: row, columns, rows: sheet.rows.slice(at + 1).filter(hasValue) }
    }
    return []
  })
}

/** Which of the headers mean something, in their order, each with its field. */
export function fieldsOfHeaders<Field extends string>(headers: readonly string[], names: ColumnNames<Field>): [string, Field][] {
  const fieldOf = fieldsByName(names)
  return headers.flatMap(header => {
    const field = fieldOf.get(nameOfHeader(header))
    return field === undefined ? [] : [[header, field]]
  })
}

const fieldsByName = <Field extends string>(names: ColumnNames<Field>): Map<string, Field> =>
  new Map((Object.keys(names) as Field[]).flatMap(field => names[field].names.map(name => [name, field] as const)))

/** Which columns a row names, wherever it stands. */
export const columnsNamed = <Field extends string>(row: SheetRow, names: ColumnNames<Field>): Partial<Record<Field, number>> =>
  columnsIn(row, fieldsByName(names))

/** A header without what stands in brackets, folded. */
export const nameOfHeader = (header: string): string => wordsOf(header.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' '))

function columnsIn<Field extends string>(row: SheetRow, fieldOf: ReadonlyMap<string, Field>): Partial<Record<Field, number>> {
  const columns: Partial<Record<Field, number>> = {}
  row.cells.forEach((cell, at) => {
    if (typeof cell !== 'string' || cell.length > 200) return
    const field = fieldOf.get(nameOfHeader(cell))
    if (field !== undefined) columns[field] ??= at
  })
  return columns
}

const hasValue = (row: SheetRow): boolean => row.cells.some(cell => textOfCell(cell).trim() !== '')

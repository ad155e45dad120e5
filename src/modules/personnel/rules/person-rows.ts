import { textOfCell } from '../../../platform/reading/cell-texts.ts'
import { fieldsOfHeaders, findHeads } from '../../../platform/reading/column-heads.ts'
import type { Sheet } from '../../../platform/spreadsheets/cells.ts'
import { differentHeaders } from '../../imports/rules/tables.ts'
import type { PersonCells, PersonCorrection } from '../schema.ts'
import { personColumns } from './columns.ts'

/** A row as it came, by header; see `PersonBatchRow`. */
export type PersonRow = { row: number; place: number; sheet: string | null; hidden: boolean; original: Record<string, string> }
export type PersonTable = { headers: string[]; rows: PersonRow[] }

/** The rows of all visible sheets that have the columns of a register of people; null when none has. */
export function personTable(sheets: readonly Sheet[]): PersonTable | null {
  const heads = findHeads(sheets, personColumns)
  if (!heads.length) return null
  const headers = new Set<string>()
  let above = 0
  const rows = heads.flatMap(({ sheet, header, rows }) => {
    const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), header.cells.length)
    const names = differentHeaders(header.cells.map(textOfCell), width)
    for (const name of names) headers.add(name)
    const before = above
    above += sheet.rows.at(-1)!.number
    return rows.map(({ number, cells, hidden = false }) => ({
      row: number,
      place: before + number,
      sheet: heads.length > 1 ? sheet.name : null,
      hidden,
      original: Object.fromEntries(cells.map((cell, at) => [names[at]!, textOfCell(cell)])),
    }))
  })
  return { headers: [...headers], rows }
}

/** The text of each column of a row, with what a person typed over it. */
export function cellsOfPerson(
  headers: readonly string[],
): (row: Pick<PersonRow, 'original'> & { correction?: PersonCorrection }) => PersonCells {
  const fields = fieldsOfHeaders(headers, personColumns)
  return ({ original, correction }) => {
    const cells: PersonCells = {}
    for (const [header, field] of fields) if (Object.hasOwn(original, header)) cells[field] ??= original[header]!
    return { ...cells, ...correction }
  }
}

/** The cells of a row in the order of the headers, with what was typed over them in the column that was read for it. */
export function correctedRow(
  headers: readonly string[],
): (row: Pick<PersonRow, 'original'> & { correction: PersonCorrection }) => string[] {
  const fields = fieldsOfHeaders(headers, personColumns)
  return ({ original, correction }) => {
    const typed = new Map<string, string>()
    for (const [field, text] of Object.entries(correction)) {
      const header =
        fields.find(([name, each]) => each === field && Object.hasOwn(original, name)) ?? fields.find(([, each]) => each === field)
      if (header) typed.set(header[0], text)
    }
    return headers.map(header => typed.get(header) ?? (Object.hasOwn(original, header) ? original[header]! : ''))
  }
}

import { printable } from '../../../platform/documents/text.ts'
import { writeWorkbook } from '../../../platform/spreadsheets/write.ts'
import type { ReportData } from '../schema.ts'
import { reportContent } from './content.ts'
import type { Kind } from './plans.ts'
import type { Cell, Table } from './table.ts'
import { reportTables } from './tables.ts'
import { documentWords } from './words.ts'

/** The report's tables as an .xlsx workbook: first what it is (number, cycle, cut-off, fingerprint), then a sheet for each table. */
export function reportWorkbook(data: ReportData): Promise<Uint8Array> {
  const say = documentWords[data.locale].workbook
  const about = {
    name: say.about,
    columns: [
      { header: say.name, width: 28 },
      { header: say.value, width: 70 },
    ],
    rows: reportContent(data).facts,
  }
  return writeWorkbook([about, ...reportTables(data).map((table, at) => sheet(table, at + 1))], data.zone)
}

/** Numbers stay numbers: shares from 0 to 1 and scores as computed, where the other documents print them rounded. */
function sheet(table: Table, number: number) {
  const rows = table.total && table.rows.length ? [...table.rows, table.total] : table.rows
  return {
    name: `${number} ${table.title}`,
    columns: table.columns.map(({ header, kind, width }) => ({
      header: printable(header),
      width: Math.max(12, Math.round(width * 11)),
      kind: kinds[kind],
    })),
    rows: rows.map(row => row.map((cell): Cell => (typeof cell === 'string' ? printable(cell) : cell))),
  }
}

const kinds: Record<Kind, 'text' | 'number' | 'day'> = {
  text: 'text',
  day: 'day',
  number: 'number',
  count: 'number',
  score: 'number',
  gap: 'number',
  change: 'number',
  share: 'number',
}

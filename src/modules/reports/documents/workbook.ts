import { printable } from '../../../platform/documents/text.ts'
import { writeWorkbook } from '../../../platform/spreadsheets/write.ts'
import type { ReportData } from '../schema.ts'
import { reportContent } from './content.ts'
import type { Kind } from './plans.ts'
import type { Cell, Table } from './table.ts'
import { reportTables } from './tables.ts'
import { documentWords } from './words.ts'

/**
 * The report's tables as an .xlsx workbook: first a sheet that says what is where, with a link to each; then what the report is (number,
 * cycle, cut-off, fingerprint), and a sheet for each table that has rows, with a link back.
 */
export function reportWorkbook(data: ReportData): Promise<Uint8Array> {
  const say = documentWords[data.locale].workbook
  const tables = reportTables(data).filter(table => table.rows.length || table.empty)
  const filled = tables.filter(table => table.rows.length)
  const about = {
    name: say.about,
    columns: [
      { header: say.name, width: 28 },
      { header: say.value, width: 70 },
      { header: say.back, width: 16 },
    ],
    rows: reportContent(data).facts,
    forReading: true,
    links: [{ row: -1, column: 2, sheet: 0 }],
  }
  return writeWorkbook([contents(data, tables, filled), about, ...filled.map(table => sheet(table, say.back))], data.zone)
}

/** Every table with its sheet and its rows, or the sentence that says why it has none. */
function contents(data: ReportData, tables: readonly Table[], filled: readonly Table[]) {
  const say = documentWords[data.locale].workbook
  const place = (table: Table) => filled.indexOf(table) + 2
  const row = (table: Table): Cell[] =>
    filled.includes(table) ? [table.tab, table.title, table.rows.length] : [null, `${table.title}: ${table.empty}`, 0]
  return {
    name: say.contents,
    columns: [
      { header: say.sheet, width: 26 },
      { header: say.holds, width: 70 },
      { header: say.rows, width: 12, kind: 'number' as const },
    ],
    rows: [[say.about, data.title, null], ...tables.map(row)],
    forReading: true,
    links: [
      { row: 0, column: 0, sheet: 1 },
      ...tables.flatMap((table, at) => (filled.includes(table) ? [{ row: at + 1, column: 0, sheet: place(table) }] : [])),
    ],
  }
}

/** Numbers stay numbers, shares from 0 to 1 and scores as computed; they are shown as the other documents print them. */
function sheet(table: Table, back: string) {
  const rows = table.total ? [...table.rows, table.total] : table.rows
  const columns = table.columns.map(({ header, kind, width }) => ({
    header: printable(header),
    width: Math.min(60, Math.max(kind === 'number' ? 8 : 12, Math.round(width * 11))),
    kind: kinds[kind],
    ...(formats[kind] && { format: formats[kind] }),
  }))
  return {
    name: table.tab,
    columns: [...columns, { header: back, width: 16 }],
    rows: rows.map(row => row.map((cell): Cell => (typeof cell === 'string' ? printable(cell) : cell))),
    links: [{ row: -1, column: columns.length, sheet: 0 }],
    totals: table.total ? 1 : 0,
    forReading: true,
    formats: (table.scored ?? []).flatMap(row =>
      table.columns.flatMap(({ kind }, column) => {
        const format = kind === 'number' ? formats.score : kind === 'change' ? formats.gap : undefined
        return format ? [{ row, column, format }] : []
      }),
    ),
  }
}

/** Which sign and how many places; each country's Excel writes its own comma. */
const formats: Partial<Record<Kind, string>> = {
  count: '#,##0',
  score: '0.0',
  gap: '+0.0;-0.0;0.0',
  change: '+#,##0;-#,##0;0',
  share: '0%',
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

import type { ReportData } from '../schema.ts'
import { annexTables } from './annex-tables.ts'
import { classTables } from './class-tables.ts'
import { tableKeys } from './plans.ts'
import { resultTables } from './result-tables.ts'
import type { Table } from './table.ts'

/**
 * All tables of a report, in order: the only place where its figures become rows, so that every document shows the same. A table that
 * counts nothing has no rows: a sentence says more than zeros.
 */
export function reportTables(data: ReportData): Table[] {
  const made = new Map([...classTables(data), ...resultTables(data), ...annexTables(data)].map(table => [table.key, table]))
  return tableKeys.map(key => withoutZeros(made.get(key)!))
}

function withoutZeros(table: Table): Table {
  const figures = table.columns.flatMap(({ kind }, at) => (kind === 'count' || kind === 'score' ? [{ kind, at }] : []))
  const none = (row: Table['rows'][number]) => figures.every(({ kind, at }) => row[at] === null || (kind === 'count' && row[at] === 0))
  const dated = table.columns.some(({ kind }) => kind === 'day')
  const nothing = !table.rows.length || (figures.length > 0 && !dated && table.rows.every(none))
  return nothing ? { ...table, rows: [], total: null } : table
}

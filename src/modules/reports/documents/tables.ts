import type { ReportData } from '../schema.ts'
import { annexTables } from './annex-tables.ts'
import { classTables } from './class-tables.ts'
import { tableKeys } from './plans.ts'
import { resultTables } from './result-tables.ts'
import type { Table } from './table.ts'

/** All tables of a report, in order: the only place where its figures become rows, so that every document shows the same. */
export function reportTables(data: ReportData): Table[] {
  const made = new Map([...classTables(data), ...resultTables(data), ...annexTables(data)].map(table => [table.key, table]))
  return tableKeys.map(key => made.get(key)!)
}

import type { ReportData } from '../schema.ts'
import { annexTables } from './annex-tables.ts'
import { classTables } from './class-tables.ts'
import { resultTables } from './result-tables.ts'
import type { Table } from './table.ts'

/** The report's tables in the order in which they are numbered, 1 first. */
export const tableKeys = [
  'partners',
  'statuses',
  'response',
  'provinces',
  'obligations',
  'maturity',
  'itemScores',
  'classScores',
  'obstacles',
  'recommendations',
  'followUps',
  'comparison',
  'urgent',
  'agreements',
  'offices',
  'responses',
  'findings',
  'actionPlan',
  'attachments',
] as const
export type TableKey = (typeof tableKeys)[number]

/** All tables of a report, in order: the only place where its figures become rows, so that every document shows the same. */
export function reportTables(data: ReportData): Table[] {
  const made = new Map([...classTables(data), ...resultTables(data), ...annexTables(data)].map(table => [table.key, table]))
  return tableKeys.map(key => made.get(key)!)
}

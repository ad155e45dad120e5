import type { Limits } from '../../../platform/documents/apart.ts'
import { fitted, type Paper } from '../../../platform/documents/fitted-table.ts'
import { renderPdf } from '../../../platform/documents/pdf.ts'
import type { ReportData } from '../schema.ts'
import { type Content, reportContent } from './content.ts'
import { type TableKey, tableKeys } from './plans.ts'

/**
 * The report as a tagged PDF on A4, dated at the cut-off of its data: the same report gives the same bytes. Measured by `bench/documents.ts`.
 */
export function reportPdf(data: ReportData, limits: Limits = {}): Promise<Uint8Array> {
  const content = reportContent(data)
  return renderPdf(
    'src/modules/reports/documents/national.typ',
    { ...content, tables: fittedTables(content) },
    { ...limits, made: data.cutoff },
  )
}

/** The text of a chapter is 155 mm wide; the appendices are set smaller, most of them on pages turned round. */
const papers: Partial<Record<TableKey, Paper>> = {
  statuses: { width: 155, size: 8.5, upright: true },
  urgent: { width: 155, size: 8.5 },
  agreements: { width: 261, size: 7.5 },
  offices: { width: 165, size: 9 },
  responses: { width: 261, size: 8 },
  findings: { width: 261, size: 8 },
  actionPlan: { width: 261, size: 8 },
}

function fittedTables({ tables }: Content) {
  return Object.fromEntries(tableKeys.map(key => [key, fitted(tables[key], papers[key] ?? { width: 155, size: 9 })]))
}

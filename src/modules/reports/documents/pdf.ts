import { fitted, type Paper } from '../../../platform/documents/fitted-table.ts'
import { renderPdf } from '../../../platform/documents/pdf.ts'
import type { Limits } from '../../../platform/process/apart.ts'
import type { ReportData } from '../schema.ts'
import { reportContent } from './content.ts'
import { keptTogether } from './kept-together.ts'
import { type AppendixKey, type TableKey, tableKeys } from './plans.ts'

/** The Typst template of the report, from the project's folder. */
export const nationalTemplate = 'src/modules/reports/documents/national.typ'

/** The report as a tagged PDF on A4, dated at the cut-off of its data: the same report gives the same bytes. */
export const reportPdf = (data: ReportData, limits: Limits = {}): Promise<Uint8Array> =>
  renderPdf(nationalTemplate, pdfContent(data), { ...limits, made: data.cutoff })

/** What the template reads: the content of the report, its tables fitted to their paper. */
export function pdfContent(data: ReportData) {
  const content = keptTogether(data.locale, reportContent(data))
  const paper = (key: TableKey) => (content.short ? shortPapers[key] : papers[key]) ?? { width: 155, size: 9 }
  const tables = tableKeys.filter(key => key !== 'findings').map(key => [key, fitted(content.tables[key], paper(key))])
  const appendices = content.appendices.map(each => ({ ...each, turned: turned.includes(each.key) }))
  return { ...content, appendices, tables: Object.fromEntries(tables) }
}

/** The text of a chapter is 155 mm wide; the appendices are set smaller, those of many columns on pages turned round. */
const papers: Partial<Record<TableKey, Paper>> = {
  statuses: { width: 155, size: 8.5 },
  urgent: { width: 155, size: 8.5, byContent: true },
  agreements: { width: 261, size: 7.5 },
  offices: { width: 155, size: 8 },
  findingGroups: { width: 261, size: 8 },
  actionPlan: { width: 261, size: 8, byContent: true },
}
/** Appendices that are wider than a page is upright. */
const turned: readonly AppendixKey[] = ['agreements', 'findingGroups', 'actionPlan']
const shortPapers: Partial<Record<TableKey, Paper>> = {
  responses: { width: 155, size: 8.5 },
  findingGroups: { width: 155, size: 7.5 },
  actionPlan: { width: 155, size: 8.5, byContent: true },
}

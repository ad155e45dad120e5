import type { Limits } from '../../../platform/documents/apart.ts'
import { renderPdf } from '../../../platform/documents/pdf.ts'
import type { ReportData } from '../schema.ts'
import { reportContent } from './content.ts'

/** The report as a tagged PDF on A4, dated at the cut-off of its data: the same report gives the same bytes. About 1 s for 300 findings. */
export const reportPdf = (data: ReportData, limits: Limits = {}): Promise<Uint8Array> =>
  renderPdf('src/modules/reports/documents/national.typ', reportContent(data), { ...limits, made: data.cutoff })

import type { Endpoint } from '../../platform/doors/endpoint.ts'
import { cancelReport, createReport, listReports, newReport, showDashboard, showReport } from './operations/reports.ts'
import { listSharedReports, shareReport, showSharedReport, withdrawReport } from './operations/sharing.ts'
import { downloadTemplate, retireTemplate, showTemplate, uploadTemplate } from './operations/templates.ts'

export const reportEndpoints: Endpoint[] = [
  { route: 'GET /cycles/:cycle/figures', operation: showDashboard },
  { route: 'GET /reports', operation: listReports },
  { route: 'POST /reports', operation: createReport, status: 202 },
  { route: 'GET /reports/:id', operation: showReport },
  { route: 'PUT /reports/:id/cancellation', operation: cancelReport },
  { route: 'PUT /reports/:id/sharing', operation: shareReport },
  { route: 'DELETE /reports/:id/sharing', operation: withdrawReport },
  { route: 'GET /shared-reports', operation: listSharedReports },
  { route: 'GET /shared-reports/:id', operation: showSharedReport },
  { route: 'GET /new-report', operation: newReport },
  { route: 'GET /report-template', operation: showTemplate },
  { route: 'GET /report-template/file', operation: downloadTemplate },
  { route: 'PUT /report-template', operation: uploadTemplate },
  { route: 'DELETE /report-template', operation: retireTemplate },
]

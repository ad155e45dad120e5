import type { Endpoint } from '../../platform/doors/endpoint.ts'
import { acceptProposals } from './operations/accepting.ts'
import { correctRow, decideRows } from './operations/deciding.ts'
import { listImports, listRows, showColumns, showImport, showRow, showUnread } from './operations/listing.ts'
import { leaveOutHidden, mapImport, uploadImport } from './operations/reading.ts'
import { confirmImport, importAgreements } from './operations/running.ts'
import { separateRows } from './operations/separating.ts'
import { cancelImport } from './operations/stopping.ts'
import { importTemplate, problemRows } from './operations/workbooks.ts'

export const importEndpoints: Endpoint[] = [
  { route: 'POST /agreements/imports', operation: importAgreements, status: 201 },
  { route: 'GET /imports', operation: listImports },
  { route: 'GET /imports/template', operation: importTemplate },
  { route: 'POST /imports', operation: uploadImport, status: 202 },
  { route: 'GET /imports/:id', operation: showImport },
  { route: 'PUT /imports/:id/mapping', operation: mapImport },
  { route: 'PUT /imports/:id/hidden-rows', operation: leaveOutHidden },
  { route: 'GET /imports/:id/columns', operation: showColumns },
  { route: 'GET /imports/:id/unread', operation: showUnread },
  { route: 'PUT /imports/:id/separations', operation: separateRows },
  { route: 'PUT /imports/:id/proposals', operation: acceptProposals },
  { route: 'GET /imports/:id/problems', operation: problemRows },
  { route: 'GET /imports/:id/rows', operation: listRows },
  { route: 'PUT /imports/:id/decisions', operation: decideRows },
  { route: 'GET /imports/:id/rows/:row', operation: showRow },
  { route: 'PATCH /imports/:id/rows/:row', operation: correctRow },
  { route: 'PUT /imports/:id/confirmation', operation: confirmImport, status: 202 },
  { route: 'PUT /imports/:id/cancellation', operation: cancelImport },
]

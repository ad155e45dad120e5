import type { Endpoint } from '../../platform/doors/endpoint.ts'
import { doBulkAct, planBulkAct, undoBulkAct } from './operations/acts.ts'
import { countMatching, listBulkActs, showBulkAct } from './operations/read.ts'

export const bulkEndpoints: Endpoint[] = [
  { route: 'GET /bulk-acts', operation: listBulkActs },
  { route: 'POST /bulk-acts', operation: planBulkAct, status: 201 },
  { route: 'GET /bulk-acts/count', operation: countMatching },
  { route: 'GET /bulk-acts/:id', operation: showBulkAct },
  { route: 'PUT /bulk-acts/:id/execution', operation: doBulkAct },
  { route: 'PUT /bulk-acts/:id/reversal', operation: undoBulkAct },
]

import type { Endpoint } from '../../platform/doors/endpoint.ts'
import { listRuns, showRun } from './operations/listing.ts'
import { cancel, resumeRuns, retry } from './operations/moving.ts'

export const runEndpoints: Endpoint[] = [
  { route: 'GET /runs', operation: listRuns },
  { route: 'POST /runs/resumptions', operation: resumeRuns },
  { route: 'GET /runs/:id', operation: showRun },
  { route: 'PUT /runs/:id/cancellation', operation: cancel },
  { route: 'PUT /runs/:id/retry', operation: retry, status: 202 },
]

import type { Endpoint } from '../../platform/doors/endpoint.ts'
import { exportAudit, listAudit, showHistory, verifyAudit } from './operations.ts'

export const auditEndpoints: Endpoint[] = [
  { route: 'GET /audit', operation: listAudit },
  { route: 'GET /audit/export', operation: exportAudit },
  { route: 'GET /audit/verification', operation: verifyAudit },
  { route: 'GET /audit/:kind/:id', operation: showHistory },
]

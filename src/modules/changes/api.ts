import type { Endpoint } from '../../platform/doors/endpoint.ts'
import { listChanges, markChanges } from './operations.ts'

export const changeEndpoints: Endpoint[] = [
  { route: 'GET /changes', operation: listChanges },
  { route: 'PUT /changes/mark', operation: markChanges },
]

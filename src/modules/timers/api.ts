import type { Endpoint } from '../../platform/doors/endpoint.ts'
import { listTimers, retryTimers } from './operations.ts'

export const timerEndpoints: Endpoint[] = [
  { route: 'GET /timers', operation: listTimers },
  { route: 'POST /timers/retries', operation: retryTimers },
]

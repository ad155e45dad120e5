import type { Endpoint } from '../../platform/doors/endpoint.ts'
import { completeFirstStep, dismissFirstDays, restoreFirstDays, showFirstDays } from './operations/first-days.ts'

export const helpEndpoints: Endpoint[] = [
  { route: 'GET /first-days', operation: showFirstDays },
  { route: 'PUT /first-days/:step/completion', operation: completeFirstStep },
  { route: 'PUT /first-days/dismissal', operation: dismissFirstDays },
  { route: 'DELETE /first-days/dismissal', operation: restoreFirstDays },
]

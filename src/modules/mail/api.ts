import type { Endpoint } from '../../platform/doors/endpoint.ts'
import { listMail, resendMail, retryMail, showMail } from './operations.ts'

export const mailEndpoints: Endpoint[] = [
  { route: 'GET /mail', operation: listMail },
  { route: 'GET /mail/:id', operation: showMail },
  { route: 'POST /mail/:id/deliveries', operation: resendMail, status: 202 },
  { route: 'POST /mail/deliveries', operation: retryMail, status: 202 },
]

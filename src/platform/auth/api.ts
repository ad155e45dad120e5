import type { Endpoint } from '../endpoint.ts'
import {
  changeAccount,
  clearSessions,
  createToken,
  listSessions,
  listTokens,
  revokeSession,
  revokeToken,
  showAccount,
} from './operations.ts'

export const accountEndpoints: Endpoint[] = [
  { route: 'GET /account', operation: showAccount },
  { route: 'PATCH /account', operation: changeAccount },
  { route: 'GET /account/sessions', operation: listSessions },
  { route: 'DELETE /account/sessions', operation: clearSessions },
  { route: 'DELETE /account/sessions/:id', operation: revokeSession },
  { route: 'GET /account/tokens', operation: listTokens },
  { route: 'POST /account/tokens', operation: createToken, status: 201 },
  { route: 'DELETE /account/tokens/:id', operation: revokeToken },
]
export const accountOperations = accountEndpoints.map(endpoint => endpoint.operation)

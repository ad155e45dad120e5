import type { Endpoint } from '../../platform/doors/endpoint.ts'
import { changeAccount, showAccount } from './operations/profile.ts'
import { clearSessions, listSessions, revokeSession } from './operations/sessions.ts'
import { createToken, listTokens, revokeToken } from './operations/tokens.ts'

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

import type { Endpoint } from '../../platform/doors/endpoint.ts'
import { listInvitees, showInvitations } from './operations/read.ts'
import { createRule, removeRule, resolveInvitations } from './operations/rules.ts'

export const invitationEndpoints: Endpoint[] = [
  { route: 'GET /meetings/:meeting/invitations', operation: showInvitations },
  { route: 'POST /meetings/:meeting/invitation-rules', operation: createRule, status: 201 },
  { route: 'DELETE /invitation-rules/:id', operation: removeRule },
  { route: 'GET /meetings/:meeting/invitees', operation: listInvitees },
  { route: 'PUT /meetings/:meeting/invitees', operation: resolveInvitations },
]

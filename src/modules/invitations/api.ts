import type { Endpoint } from '../../platform/doors/endpoint.ts'
import { answerInvitation, listOwnInvitations, recordAnswer, showOwnInvitation, withdrawInvitee } from './operations/answers.ts'
import { chooseClass, showClassChoices } from './operations/classes/choose.ts'
import { allotClasses, changeClass, listClasses, showClass } from './operations/classes/plan.ts'
import { exportInvitees } from './operations/export.ts'
import { remindInvitees, sendInvitations } from './operations/letters.ts'
import { appointProxy, endProxy, showProxies } from './operations/proxies.ts'
import { listInvitees, showInvitations } from './operations/read.ts'
import { createRule, removeRule, resolveInvitations } from './operations/rules.ts'

export const invitationEndpoints: Endpoint[] = [
  { route: 'GET /meetings/:meeting/classes', operation: listClasses },
  { route: 'POST /meetings/:meeting/classes/allotments', operation: allotClasses, status: 201 },
  { route: 'GET /classes/:id', operation: showClass },
  { route: 'PUT /classes/:id', operation: changeClass },
  { route: 'GET /invitations/:id/classes', operation: showClassChoices },
  { route: 'PUT /invitations/:id/class', operation: chooseClass },
  { route: 'GET /meetings/:meeting/invitations', operation: showInvitations },
  { route: 'POST /meetings/:meeting/invitation-rules', operation: createRule, status: 201 },
  { route: 'DELETE /invitation-rules/:id', operation: removeRule },
  { route: 'GET /meetings/:meeting/invitees', operation: listInvitees },
  { route: 'GET /meetings/:meeting/invitees/export', operation: exportInvitees },
  { route: 'PUT /meetings/:meeting/invitees', operation: resolveInvitations },
  { route: 'POST /meetings/:meeting/invitations', operation: sendInvitations, status: 202 },
  { route: 'POST /meetings/:meeting/reminders', operation: remindInvitees, status: 202 },
  { route: 'PUT /invitees/:id/answer', operation: recordAnswer },
  { route: 'PUT /invitees/:id/withdrawal', operation: withdrawInvitee },
  { route: 'GET /invitations/:id/proxies', operation: showProxies },
  { route: 'PUT /invitations/:id/proxy', operation: appointProxy },
  { route: 'PUT /proxies/:id/end', operation: endProxy },
  { route: 'GET /invitations', operation: listOwnInvitations },
  { route: 'GET /invitations/:id', operation: showOwnInvitation },
  { route: 'PUT /invitations/:id/answer', operation: answerInvitation },
]

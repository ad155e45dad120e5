import type { Endpoint } from '../../platform/doors/endpoint.ts'
import { changeContact, createContact, endContact, invitePartner } from './operations/contacts.ts'
import { exportPartners } from './operations/export.ts'
import { findSimilarPartners, listPartners, searchPartners, showPartner } from './operations/read.ts'
import { changePartner, createPartner } from './operations/write.ts'

export const partnerEndpoints: Endpoint[] = [
  { route: 'GET /partners', operation: listPartners },
  { route: 'POST /partners', operation: createPartner, status: 201 },
  { route: 'GET /partners/export', operation: exportPartners },
  { route: 'GET /partners/choices', operation: searchPartners },
  { route: 'GET /partners/similar', operation: findSimilarPartners },
  { route: 'GET /partners/:id', operation: showPartner },
  { route: 'PUT /partners/:id', operation: changePartner },
  { route: 'POST /partners/:partner/contacts', operation: createContact, status: 201 },
  { route: 'PUT /contacts/:id', operation: changeContact },
  { route: 'PUT /contacts/:id/end', operation: endContact },
  { route: 'POST /contacts/:id/invitations', operation: invitePartner },
]

import type { Endpoint } from '../../platform/doors/endpoint.ts'
import { addDocument, publishDocument, removeDocument } from './operations/documents.ts'
import { exportAgreements } from './operations/export.ts'
import { addObligation, changeObligation, removeObligation } from './operations/obligations.ts'
import { classifyAgreement } from './operations/openness.ts'
import { listAgreements, searchAgreements, searchOffices, showAgreement } from './operations/read.ts'
import {
  advanceAgreement,
  completeAgreement,
  renewAgreement,
  signAgreement,
  startRenewal,
  terminateAgreement,
} from './operations/transitions.ts'
import { changeAgreement, createAgreement } from './operations/write.ts'

export const agreementEndpoints: Endpoint[] = [
  { route: 'GET /agreements', operation: listAgreements },
  { route: 'POST /agreements', operation: createAgreement, status: 201 },
  { route: 'GET /agreements/choices', operation: searchAgreements },
  { route: 'GET /agreements/office-choices', operation: searchOffices },
  { route: 'GET /agreements/export', operation: exportAgreements },
  { route: 'GET /agreements/:id', operation: showAgreement },
  { route: 'PUT /agreements/:id', operation: changeAgreement },
  { route: 'PUT /agreements/:id/openness', operation: classifyAgreement },
  { route: 'PUT /agreements/:id/stage', operation: advanceAgreement },
  { route: 'PUT /agreements/:id/signature', operation: signAgreement },
  { route: 'PUT /agreements/:id/renewal', operation: startRenewal },
  { route: 'PUT /agreements/:id/term', operation: renewAgreement },
  { route: 'PUT /agreements/:id/termination', operation: terminateAgreement },
  { route: 'PUT /agreements/:id/completion', operation: completeAgreement },
  { route: 'POST /agreements/:agreement/obligations', operation: addObligation, status: 201 },
  { route: 'PUT /obligations/:id', operation: changeObligation },
  { route: 'DELETE /obligations/:id', operation: removeObligation },
  { route: 'POST /agreements/:agreement/documents', operation: addDocument, status: 201 },
  { route: 'PUT /documents/:id/publication', operation: publishDocument },
  { route: 'DELETE /documents/:id', operation: removeDocument },
]

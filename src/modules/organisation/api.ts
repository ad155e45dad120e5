import type { Endpoint } from '../../platform/doors/endpoint.ts'
import { createAppointment, endAppointment } from './operations/appointments.ts'
import { delegateGrant } from './operations/delegations.ts'
import { exportPersons } from './operations/export.ts'
import { createGrant, listGrants, revokeGrant } from './operations/grants.ts'
import { invitePerson } from './operations/invitations.ts'
import { loadOffices } from './operations/loading.ts'
import { changeOffice, countOffices, createOffice, listInviters, listOffices, searchOffices, showOffice } from './operations/offices.ts'
import { changePerson, createPerson, leavePerson, listPersons, returnPerson, searchPersons, showPerson } from './operations/persons.ts'
import { changePosition, createPosition, listPositions } from './operations/positions.ts'
import { resetSecondFactor } from './operations/second-factor.ts'

export const organisationEndpoints: Endpoint[] = [
  { route: 'GET /offices', operation: listOffices },
  { route: 'POST /offices', operation: createOffice, status: 201 },
  { route: 'GET /offices/choices', operation: searchOffices },
  { route: 'GET /offices/count', operation: countOffices },
  { route: 'POST /offices/loads', operation: loadOffices },
  { route: 'GET /offices/:id', operation: showOffice },
  { route: 'PUT /offices/:id', operation: changeOffice },
  { route: 'GET /offices/:id/inviters', operation: listInviters },
  { route: 'GET /positions', operation: listPositions },
  { route: 'POST /positions', operation: createPosition, status: 201 },
  { route: 'PUT /positions/:id', operation: changePosition },
  { route: 'GET /persons', operation: listPersons },
  { route: 'GET /persons/export', operation: exportPersons },
  { route: 'GET /persons/choices', operation: searchPersons },
  { route: 'POST /persons', operation: createPerson, status: 201 },
  { route: 'GET /persons/:id', operation: showPerson },
  { route: 'PUT /persons/:id', operation: changePerson },
  { route: 'PUT /persons/:id/departure', operation: leavePerson },
  { route: 'DELETE /persons/:id/departure', operation: returnPerson },
  { route: 'DELETE /persons/:id/second-factor', operation: resetSecondFactor },
  { route: 'POST /invitations', operation: invitePerson, status: 202 },
  { route: 'POST /appointments', operation: createAppointment, status: 201 },
  { route: 'PUT /appointments/:id/end', operation: endAppointment },
  { route: 'GET /grants', operation: listGrants },
  { route: 'POST /grants', operation: createGrant, status: 201 },
  { route: 'PUT /grants/:id/revocation', operation: revokeGrant },
  { route: 'POST /delegations', operation: delegateGrant, status: 201 },
]

import type { Endpoint } from '../../platform/endpoint.ts'
import { changeOffice, createOffice, listOffices, loadOffices, showOffice } from './operations.ts'

export const organisationEndpoints: Endpoint[] = [
  { route: 'GET /offices', operation: listOffices },
  { route: 'POST /offices', operation: createOffice, status: 201 },
  { route: 'POST /offices/loads', operation: loadOffices },
  { route: 'GET /offices/:id', operation: showOffice },
  { route: 'PUT /offices/:id', operation: changeOffice },
]

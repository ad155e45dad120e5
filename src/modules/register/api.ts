import type { Endpoint } from '../../platform/doors/endpoint.ts'
import { exportRegister } from './operations/export.ts'
import { downloadPublicFile, listRegister, searchRegisterOffices, showExclusions, showRegister } from './operations/read.ts'

export const registerEndpoints: Endpoint[] = [
  { route: 'GET /register', operation: listRegister },
  { route: 'GET /register/office-choices', operation: searchRegisterOffices },
  { route: 'GET /register/exclusions', operation: showExclusions },
  { route: 'GET /register/export', operation: exportRegister },
  { route: 'GET /register/:id', operation: showRegister },
  { route: 'GET /register/:id/documents/:document', operation: downloadPublicFile },
]

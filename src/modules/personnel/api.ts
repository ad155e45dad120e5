import type { Endpoint } from '../../platform/doors/endpoint.ts'
import { correctPersonRow, decidePersonRows } from './operations/deciding.ts'
import { listPersonImports, listPersonRows, showPersonImport, showPersonRow } from './operations/listing.ts'
import { importPersons, uploadPersons } from './operations/reading.ts'
import { cancelPersons, confirmPersons } from './operations/running.ts'
import { personProblemRows, personTemplate } from './operations/workbooks.ts'

export const personnelEndpoints: Endpoint[] = [
  { route: 'POST /persons/imports', operation: importPersons, status: 201 },
  { route: 'GET /person-imports', operation: listPersonImports },
  { route: 'GET /person-imports/template', operation: personTemplate },
  { route: 'POST /person-imports', operation: uploadPersons, status: 202 },
  { route: 'GET /person-imports/:id', operation: showPersonImport },
  { route: 'GET /person-imports/:id/problems', operation: personProblemRows },
  { route: 'GET /person-imports/:id/rows', operation: listPersonRows },
  { route: 'PUT /person-imports/:id/decisions', operation: decidePersonRows },
  { route: 'GET /person-imports/:id/rows/:row', operation: showPersonRow },
  { route: 'PATCH /person-imports/:id/rows/:row', operation: correctPersonRow },
  { route: 'PUT /person-imports/:id/confirmation', operation: confirmPersons, status: 202 },
  { route: 'PUT /person-imports/:id/cancellation', operation: cancelPersons },
]

import type { Endpoint } from '../../platform/doors/endpoint.ts'
import { exportWords } from './operations/export.ts'
import { importWords } from './operations/import.ts'
import { listLanguages } from './operations/list.ts'

export const languageEndpoints: Endpoint[] = [
  { route: 'GET /languages', operation: listLanguages },
  { route: 'GET /languages/:language/words', operation: exportWords },
  { route: 'POST /languages', operation: importWords, status: 201 },
]

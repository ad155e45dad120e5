import type { Endpoint } from '../../platform/doors/endpoint.ts'
import { downloadPaper, listPapers, showPaper } from './operations/papers.ts'

export const paperEndpoints: Endpoint[] = [
  { route: 'GET /meetings/:meeting/papers', operation: listPapers },
  { route: 'GET /meetings/:meeting/papers/:kind', operation: showPaper },
  { route: 'GET /meetings/:meeting/papers/:kind/file', operation: downloadPaper },
]

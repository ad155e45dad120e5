import type { Endpoint } from '../../platform/doors/endpoint.ts'
import { downloadCertificates, listCertificates, setCertificateRule } from './operations/certificates.ts'
import { downloadLetters, makeLetters, showLetters } from './operations/letters.ts'
import { downloadPaper, listPapers, showPaper } from './operations/papers.ts'

export const paperEndpoints: Endpoint[] = [
  { route: 'GET /meetings/:meeting/papers', operation: listPapers },
  { route: 'GET /meetings/:meeting/papers/:kind', operation: showPaper },
  { route: 'GET /meetings/:meeting/papers/:kind/file', operation: downloadPaper },
  { route: 'GET /meetings/:meeting/certificates', operation: listCertificates },
  { route: 'PUT /meetings/:meeting/certificates', operation: setCertificateRule },
  { route: 'GET /meetings/:meeting/certificates/file', operation: downloadCertificates },
  { route: 'GET /meetings/:meeting/letters', operation: showLetters },
  { route: 'POST /meetings/:meeting/letters', operation: makeLetters, status: 202 },
  { route: 'GET /meetings/:meeting/letters/file', operation: downloadLetters },
]

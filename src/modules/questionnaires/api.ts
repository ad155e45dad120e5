import type { Endpoint } from '../../platform/doors/endpoint.ts'
import { listInstruments, loadInstruments, publishInstrument, showInstrument } from './operations.ts'

export const questionnaireEndpoints: Endpoint[] = [
  { route: 'GET /instruments', operation: listInstruments },
  { route: 'POST /instruments', operation: publishInstrument, status: 201 },
  { route: 'POST /instruments/loads', operation: loadInstruments },
  { route: 'GET /instruments/:id', operation: showInstrument },
]

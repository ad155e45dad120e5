import type { Endpoint } from '../endpoint.ts'
import { showFileState } from './state.ts'
import { sweepFiles } from './sweep.ts'
import { verifyFiles } from './verify.ts'

export const fileEndpoints: Endpoint[] = [
  { route: 'GET /files', operation: showFileState },
  { route: 'GET /files/verification', operation: verifyFiles },
  { route: 'POST /files/sweeps', operation: sweepFiles, status: 201 },
]

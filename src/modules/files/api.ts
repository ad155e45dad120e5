import type { Endpoint } from '../../platform/doors/endpoint.ts'
import { showFile } from './operations/show.ts'
import { showFileState } from './operations/state.ts'
import { sweepFiles } from './operations/sweep.ts'
import { verifyFiles } from './operations/verify.ts'

export const fileEndpoints: Endpoint[] = [
  { route: 'GET /files', operation: showFileState },
  { route: 'GET /files/verification', operation: verifyFiles },
  { route: 'GET /files/:id', operation: showFile },
  { route: 'POST /files/sweeps', operation: sweepFiles, status: 201 },
]

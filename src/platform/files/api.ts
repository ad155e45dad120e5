import type { Endpoint } from '../endpoint.ts'
import { showFile } from './operations.ts'

export const fileEndpoints: Endpoint[] = [{ route: 'GET /files/:id', operation: showFile }]

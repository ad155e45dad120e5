import type { Endpoint } from '../../platform/doors/endpoint.ts'
import { look } from './operations.ts'

export const liveEndpoints: Endpoint[] = [{ route: 'GET /live', operation: look }]

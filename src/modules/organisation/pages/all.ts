import { Hono } from 'hono'
import type { Env } from '../../../platform/doors/request.ts'
import { officePages } from './offices.tsx'
import { personPages } from './persons.tsx'
import { positionPages } from './positions.tsx'
import { rolePages } from './roles.tsx'

export const organisationPages = new Hono<Env>()
  .route('/', officePages)
  .route('/', personPages)
  .route('/', positionPages)
  .route('/', rolePages)

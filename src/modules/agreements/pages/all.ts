import { Hono } from 'hono'
import type { Env } from '../../../platform/doors/request.ts'
import { agreementPage } from './agreement.tsx'
import { formPages } from './form.tsx'
import { listPages } from './list.tsx'
import { partPages } from './parts.tsx'
import { stepPages } from './steps.tsx'

/** New before one, so that `baru` is not taken for an id. */
export const agreementPages = new Hono<Env>()
  .route('/', listPages)
  .route('/', formPages)
  .route('/', agreementPage)
  .route('/', stepPages)
  .route('/', partPages)

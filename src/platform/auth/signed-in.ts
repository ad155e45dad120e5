import type { Next } from 'hono'
import type { Request } from '../doors/request.ts'
import { unauthenticated } from '../refusals/refusal.ts'

/** In front of pages that mean nothing to a stranger: a list would be empty rather than refused. The refusal leads to the way in. */
export async function signedInOnly(c: Request, next: Next): Promise<void> {
  if (c.var.actor.kind === 'anonymous') throw unauthenticated()
  await next()
}

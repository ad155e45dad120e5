import { getCookie } from 'hono/cookie'
import type { Kernel } from '../operation.ts'
import type { Actor } from '../permissions/actor.ts'
import { actorOfSession } from '../permissions/load-actor.ts'
import type { Request } from '../request.ts'
import { cookieName, verifyToken } from './session.ts'
import { actorOfToken } from './tokens.ts'

/** Who sends this request: by bearer token, else by the session cookie, else nobody. One statement either way. */
export async function identify(c: Request, kernel: Kernel): Promise<{ actor: Actor | null; token: string | null }> {
  const bearer = c.req.header('authorization')?.match(/^Bearer (\S+)$/i)?.[1]
  if (bearer) return { actor: await actorOfToken(kernel, bearer), token: null }
  const cookie = getCookie(c, cookieName(kernel.baseUrl.startsWith('https:')))
  const token = cookie ? verifyToken(cookie, kernel.secret) : null
  if (!token) return { actor: null, token: null }
  return { actor: await actorOfSession(kernel.store.db, token, kernel.clock.now(), kernel.clock.today()), token }
}

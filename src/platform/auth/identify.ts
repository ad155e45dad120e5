import { getCookie } from 'hono/cookie'
import type { Actor } from '../authority/actor.ts'
import { actorOfSession, type NumberOf } from '../authority/load-actor.ts'
import type { Request } from '../doors/request.ts'
import type { Kernel } from '../operation/operation.ts'
import { Refusal, unauthenticated } from '../refusals/refusal.ts'
import { sessionSeconds } from './auth.ts'
import { refusals } from './refusal-words.ts'
import { cookieName, sendCookie, verifyToken } from './session.ts'
import { actorOfBearer } from './tokens.ts'

type Identity = { actor: Actor | null; token: string | null; also?: number | null }

/**
 * Who sends this request: by bearer token, else by the session cookie, else nobody. One statement either way; `also` is a number that a
 * page says of whoever has a session.
 */
export async function identify(c: Request, kernel: Kernel, also?: NumberOf): Promise<Identity> {
  const bearer = bearerOf(c)
  if (bearer) return { actor: await actorOfBearer(kernel, bearer), token: null }
  const cookie = getCookie(c, cookieName(kernel.baseUrl.startsWith('https:')))
  const token = cookie ? verifyToken(cookie, kernel.secret) : null
  if (!token) return { actor: null, token: null }
  const now = kernel.clock.now()
  const found = await actorOfSession(kernel.store.db, token, now, kernel.clock.today(), also)
  if (found && now.getTime() - found.seenAt.getTime() > hour) await prolong(c, kernel, token, now)
  return found ? { actor: found.actor, token, also: found.also } : { actor: null, token: null }
}

/** So long may what was known of a person when the request began count, in milliseconds. */
const fresh = 500

/**
 * A body may take half an hour to come, and its sender may lose a role, the session or the token meanwhile: what they were when the request
 * began counts only for a moment. Refuses `unauthenticated` whoever is gone, and `forbidden` whoever is no longer quite who began.
 */
export async function askAgain(c: Request, kernel: Kernel, began: number): Promise<void> {
  const before = c.var.actor
  if (before.kind === 'anonymous' || performance.now() - began < fresh) return
  const { actor } = await identify(c, kernel)
  if (!actor) throw unauthenticated()
  if (rightsOf(actor) !== rightsOf(before)) throw new Refusal('forbidden', refusals.powersChanged)
}

const rightsOf = ({ personId, scope, grants }: Actor): string =>
  JSON.stringify([personId, scope, ...grants.map(grant => JSON.stringify(grant)).sort()])

/** The token of a program. Where there is one, no cookie counts. */
export const bearerOf = (c: Request): string | undefined => c.req.header('authorization')?.match(/^Bearer (\S+)$/i)?.[1]

const hour = 3_600_000

/** A session lives on while it is used. Written at most once an hour, which is also how exactly "last seen" is known. */
async function prolong(c: Request, kernel: Kernel, token: string, now: Date): Promise<void> {
  await kernel.store.db
    .updateTable('auth_session')
    .set({ updatedAt: now, expiresAt: new Date(now.getTime() + sessionSeconds * 1000) })
    .where('token', '=', token)
    .execute()
  sendCookie(c, token)
}

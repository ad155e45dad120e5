import { createHmac, timingSafeEqual } from 'node:crypto'
import { deleteCookie, setCookie } from 'hono/cookie'
import type { Request } from '../doors/request.ts'
import { peerOf } from '../intake/peer.ts'
import { Refusal } from '../refusals/refusal.ts'
import { sessionSeconds } from './auth.ts'
import { refusals } from './refusal-words.ts'

/**
 * The session cookie, as better-auth signs it: `token.signature`, HMAC-SHA-256 in base64. Read here so that a page costs one statement for
 * the one who asks.
 */
export const cookieName = (secure: boolean): string => `${secure ? '__Secure-' : ''}sinergi.session_token`

export const signToken = (token: string, secret: string): string =>
  `${token}.${createHmac('sha256', secret).update(token).digest('base64')}`

/** The token inside a cookie's value, or null when nobody here signed it. */
export function verifyToken(value: string, secret: string): string | null {
  const dot = value.lastIndexOf('.')
  if (dot < 1) return null
  const token = value.slice(0, dot)
  const expected = Buffer.from(signToken(token, secret))
  const given = Buffer.from(value)
  return expected.length === given.length && timingSafeEqual(expected, given) ? token : null
}

/** Begins a session of this account on this device. Whatever session the browser came with ends, so none can be planted beforehand. */
export async function startSession(c: Request, userId: string): Promise<void> {
  const { internalAdapter } = await c.var.kernel.auth.$context
  const session = await internalAdapter.createSession(userId, false, { ipAddress: peerOf(c), userAgent: c.req.header('user-agent') ?? '' })
  if (!session) throw new Refusal('forbidden', refusals.accountUnusable)
  await endSession(c)
  sendCookie(c, session.token)
}

/** Ends the session that this request came with, if any. */
export async function endSession(c: Request): Promise<void> {
  const { kernel, sessionToken } = c.var
  if (sessionToken) await kernel.store.db.deleteFrom('auth_session').where('token', '=', sessionToken).execute()
}

/** Puts the session's cookie into the answer, for as long as the session itself lives when nobody uses it. */
export function sendCookie(c: Request, token: string): void {
  const { baseUrl, secret } = c.var.kernel
  const secure = baseUrl.startsWith('https:')
  setCookie(c, cookieName(secure), signToken(token, secret), { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge: sessionSeconds })
}

export function clearCookie(c: Request): void {
  const secure = c.var.kernel.baseUrl.startsWith('https:')
  deleteCookie(c, cookieName(secure), { path: '/', httpOnly: true, sameSite: 'Lax', secure })
}

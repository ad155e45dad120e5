import { createHmac, timingSafeEqual } from 'node:crypto'

/** The session cookie, as better-auth signs it: `token.signature`, HMAC-SHA-256 in base64. Read here so that a page costs one statement for the one who asks. */
export const cookieName = (secure: boolean): string => `${secure ? '__Secure-' : ''}sinergi.session_token`

export const signToken = (token: string, secret: string): string => `${token}.${createHmac('sha256', secret).update(token).digest('base64')}`

/** The token inside a cookie's value, or null when nobody here signed it. */
export function verifyToken(value: string, secret: string): string | null {
  const dot = value.lastIndexOf('.')
  if (dot < 1) return null
  const token = value.slice(0, dot)
  const expected = Buffer.from(signToken(token, secret))
  const given = Buffer.from(value)
  return expected.length === given.length && timingSafeEqual(expected, given) ? token : null
}

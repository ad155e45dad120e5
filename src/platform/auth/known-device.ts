import { getCookie, setCookie } from 'hono/cookie'
import type { Request } from '../doors/request.ts'
import { signToken, verifyToken } from './session.ts'

const days = 180
const nameOf = (secure: boolean): string => `${secure ? '__Secure-' : ''}sinergi.known`
const isSecure = (c: Request): boolean => c.var.kernel.baseUrl.startsWith('https:')

/** Remembers in this browser, signed and for 180 days, which account was signed in to here. It opens nothing: only throttles ask for it. */
export function rememberDevice(c: Request, userId: string): void {
  const value = signToken(`known:${c.var.kernel.clock.today()}:${userId}`, c.var.kernel.secret)
  setCookie(c, nameOf(isSecure(c)), value, {
    path: '/masuk',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(c),
    maxAge: days * 86_400,
  })
}

/** The account that was last signed in to from this browser, or null. */
export function knownAccount(c: Request): string | null {
  const value = getCookie(c, nameOf(isSecure(c)))
  const [, on, userId] = (value && verifyToken(value, c.var.kernel.secret)?.match(/^known:(\d{4}-\d\d-\d\d):(.+)$/)) || []
  const oldest = c.var.kernel.clock.now().getTime() - days * 86_400_000
  return on && userId && Date.parse(on) > oldest ? userId : null
}

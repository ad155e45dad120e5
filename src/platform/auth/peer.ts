import { isIPv4, isIPv6 } from 'node:net'
import type { Request } from '../request.ts'

type Bindings = { incoming?: { socket?: { remoteAddress?: string | undefined } } } | undefined

/**
 * The address that a request comes from. Behind a proxy that is trusted it is the last of X-Forwarded-For, the one which that
 * proxy wrote itself; those before it are whatever the sender claimed.
 */
export function peerOf(c: Request): string {
  const socket = (c.env as Bindings)?.incoming?.socket?.remoteAddress ?? ''
  const forwarded = c.var.kernel.config.TRUST_PROXY ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  const address = (forwarded && (isIPv4(forwarded) || isIPv6(forwarded)) ? forwarded : socket).replace(/^::ffff:(?=\d+\.)/i, '')
  return isIPv4(address) || isIPv6(address) ? address : ''
}

/** One subscriber has a whole /64 of IPv6, so that is what is counted. */
export function placeOf(address: string): string {
  if (!isIPv6(address)) return address || 'unknown'
  const [left = '', right] = address.toLowerCase().split('%')[0]!.split('::')
  const groups = left.split(':').filter(Boolean)
  const behind = right === undefined ? [] : right.split(':').filter(Boolean)
  const whole =
    right === undefined ? groups : [...groups, ...Array<string>(Math.max(0, 8 - groups.length - behind.length)).fill('0'), ...behind]
  return `${whole
    .slice(0, 4)
    .map(group => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}

import { BlockList, isIPv4, isIPv6 } from 'node:net'
import type { Request } from '../doors/request.ts'
import type { Kernel } from '../operation/operation.ts'

type Bindings = { incoming?: { socket?: { remoteAddress?: string | undefined } } } | undefined

/**
 * The address that a request comes from. Behind a proxy that is trusted it is the last of X-Forwarded-For, the one which that
 * proxy wrote itself; those before it are whatever the sender claimed.
 */
export function peerOf(c: Request): string {
  const socket = socketOf(c)
  const forwarded = c.var.kernel.config.TRUST_PROXY ? withoutPort(c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()) : undefined
  const address = (forwarded && (isIPv4(forwarded) || isIPv6(forwarded)) ? forwarded : socket).replace(/^::ffff:(?=\d+\.)/i, '')
  return isIPv4(address) || isIPv6(address) ? address : ''
}

/** Some proxies write `1.2.3.4:5678` or `[2001:db8::1]:5678`. */
const withoutPort = (address: string | undefined): string | undefined => address?.replace(/^\[([^\]]*)\](?::\d+)?$|^([\d.]+):\d+$/, '$1$2')

const socketOf = (c: Request): string => (c.env as Bindings)?.incoming?.socket?.remoteAddress ?? ''

/** Addresses of the machine itself and of networks that only a proxy of one's own would forward from. */
const inside = new BlockList()
for (const [net, prefix] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
] as const)
  inside.addSubnet(net, prefix, 'ipv4')
inside.addAddress('::1', 'ipv6')
for (const [net, prefix] of [
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  inside.addSubnet(net, prefix, 'ipv6')

const unbelieved = new WeakSet<Kernel>()

/**
 * Notices, and logs once, that requests come through a proxy which is not believed (`TRUST_PROXY`): then everybody seems to come from its
 * address, and the wrong passwords of one stop all. A header alone proves nothing, since anybody can send one; from an inner address it
 * does.
 */
export function watchProxy(c: Request): void {
  const { kernel } = c.var
  if (kernel.config.TRUST_PROXY || unbelieved.has(kernel)) return
  const header = ['x-forwarded-for', 'forwarded'].find(name => c.req.header(name) !== undefined)
  const peer = socketOf(c)
  if (!header || !(isIPv4(peer) ? inside.check(peer) : isIPv6(peer) && inside.check(peer, 'ipv6'))) return
  unbelieved.add(kernel)
  kernel.log.warn('proxy.not-trusted', { header, peer, hint: 'Set TRUST_PROXY=true if a proxy of yours stands in front' })
}

/** Whether `watchProxy` has seen such a proxy since this process began. */
export const isProxyUnbelieved = (kernel: Kernel): boolean => unbelieved.has(kernel)

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

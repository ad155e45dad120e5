import type { Next } from 'hono'
import { consume } from '../auth/throttle.ts'
import { peerOf, placeOf } from '../intake/peer.ts'
import { type Room, roomFor } from '../intake/room.ts'
import type { Kernel } from '../operation/operation.ts'
import { Refusal } from '../refusals/refusal.ts'
import { refusals } from '../refusals/refusal-words.ts'
import type { Request } from './request.ts'

/** For how many seconds what is public may be shown again without asking: so long does a copy outlive what it was made of. */
const keptFor = 60

/**
 * Around what everybody may read: whoever is not signed in is counted by where they come from, and what they were answered may be kept for
 * a minute on the way and shown by a search engine, which keeps no copy of its own. What somebody signed in is answered is kept by nobody.
 */
export async function forEverybody(c: Request, next: Next): Promise<void> {
  c.set('isForEverybody', true)
  if (c.var.actor.kind !== 'anonymous') return next()
  const leave = await strangersIn(c.var.kernel).enter(1)
  try {
    await consume(c, 'visit', placeOf(peerOf(c)))
    await next()
  } finally {
    leave()
  }
  if (c.res.status !== 200 || c.var.notice) return
  c.header('cache-control', `public, max-age=${keptFor}`)
  c.header('x-robots-tag', 'noarchive')
}

const rooms = new WeakMap<Kernel, Room>()
/** How long one of them waits for a place, in milliseconds. */
const patience = 8_000

/** Places for strangers at once: half of the connections of pages, so that however many ask, the others are answered. */
export function strangersIn(kernel: Kernel): Room {
  const room = rooms.get(kernel) ?? roomFor(placesIn(kernel), patience, busy)
  rooms.set(kernel, room)
  return room
}
const busy = (): Refusal => new Refusal('unavailable', refusals.sinergiVeryBusyCould)
export const placesIn = ({ config }: Pick<Kernel, 'config'>): number => Math.max(1, Math.floor(config.DATABASE_POOL / 2))

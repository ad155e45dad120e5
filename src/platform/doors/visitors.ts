import type { Next } from 'hono'
import { consume, type Limit } from '../auth/throttle.ts'
import { isProxyUnbelieved, peerOf, placeOf } from '../intake/peer.ts'
import { type Places, placesFor, roomFor } from '../intake/room.ts'
import type { Kernel } from '../operation/operation.ts'
import { Refusal } from '../refusals/refusal.ts'
import { refusals } from '../refusals/refusal-words.ts'
import type { Lease } from '../streams/body.ts'
import { reading } from '../streams/limits.ts'
import type { Request } from './request.ts'

/** For how many seconds what is public may be shown again without asking: so long does a copy outlive what it was made of. */
const keptFor = 60

/**
 * Around what everybody may read: whoever is not signed in is counted by where they come from, if that is known, and what they were
 * answered may be kept for a minute on the way and shown by a search engine, which keeps no copy of its own. What somebody signed in is
 * answered is kept by nobody.
 */
export async function forEverybody(c: Request, next: Next): Promise<void> {
  if (!isVisit(c)) return next()
  await asVisit(c, next)
  mayBeKept(c)
}

/** As everybody's visits: counted by where it comes from, if that is known, and in a place among strangers, whoever is signed in. */
export async function asVisit(c: Request, work: () => Promise<void>): Promise<void> {
  await amongStrangers(c, async () => {
    await count(c)
    await work()
  })
}

/**
 * The same around a file. As long as it is read it has a place among the downloads of strangers, and who waits for one takes nothing else:
 * one that is made waits for that on no connection of a page.
 */
export const fileForEverybody =
  (isMade: boolean) =>
  async (c: Request, next: Next): Promise<void> => {
    if (!isVisit(c)) return next()
    await amongStrangers(c, () => count(c))
    c.set('leaveDownload', await c.var.kernel.streams.downloads.enter(knownPlaceOf(c), c.req.raw.signal))
    try {
      await (isMade ? next() : amongStrangers(c, next))
    } finally {
      takeDownload(c)?.leave() // unless a body has taken it
    }
    mayBeKept(c)
  }

/** What the body of this answer holds from now on: the place of a stranger's download. */
export function takeDownload(c: Request): Lease | undefined {
  const leave = c.var.leaveDownload
  c.set('leaveDownload', undefined)
  return leave && { leave, longest: reading.longest }
}

function isVisit(c: Request): boolean {
  c.set('isForEverybody', true)
  return c.var.actor.kind === 'anonymous'
}

const count = (c: Request): Promise<void> => countPlace(c, 'visit')

/** Counts one more from where it comes, if that is known. */
export async function countPlace(c: Request, limit: Limit): Promise<void> {
  const place = knownPlaceOf(c)
  if (place !== null) await consume(c, limit, place)
}

async function amongStrangers(c: Request, work: () => Promise<void>): Promise<void> {
  const leave = await strangersIn(c.var.kernel).enter(knownPlaceOf(c), c.req.raw.signal)
  try {
    await work()
  } finally {
    leave()
  }
}

function mayBeKept(c: Request): void {
  if (c.res.status !== 200 || c.var.notice) return
  c.header('cache-control', `public, max-age=${keptFor}`)
  c.header('x-robots-tag', 'noarchive')
}

/** Behind a proxy that is not believed all seem to come from one place, which is then none. */
function knownPlaceOf(c: Request): string | null {
  const peer = peerOf(c)
  return peer && !isProxyUnbelieved(c.var.kernel) ? placeOf(peer) : null
}

const rooms = new WeakMap<Kernel, Places>()
/** How long one of them waits for a place, in milliseconds. */
const patience = 8_000

/**
 * Places for strangers at once: half of the connections of pages, so that however many ask, the others are answered; and half of these from
 * one place.
 */
export function strangersIn(kernel: Kernel): Places {
  const all = placesIn(kernel)
  const room = rooms.get(kernel) ?? placesFor(roomFor(all, patience, busy), () => roomFor(Math.ceil(all / 2), patience, busy))
  rooms.set(kernel, room)
  return room
}
const busy = (): Refusal => new Refusal('unavailable', refusals.tooBusy)
export const placesIn = ({ config }: Pick<Kernel, 'config'>): number => Math.max(1, Math.floor(config.DATABASE_POOL / 2))

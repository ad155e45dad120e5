import type { Next } from 'hono'
import { consume } from '../auth/throttle.ts'
import { peerOf, placeOf } from '../intake/peer.ts'
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
  await consume(c, 'visit', placeOf(peerOf(c)))
  await next()
  if (c.res.status !== 200 || c.var.notice) return
  c.header('cache-control', `public, max-age=${keptFor}`)
  c.header('x-robots-tag', 'noarchive')
}

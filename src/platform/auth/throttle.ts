import { createHash } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Store } from '../database/database.ts'
import type { Request } from '../doors/request.ts'
import { Refusal } from '../refusals/refusal.ts'
import { refusals } from './refusal-words.ts'

/** How often within how many seconds. The counts live in the database, so they hold over every server and a restart. */
const limits = {
  /** Wrong passwords for one account from one place, or from one device that has signed in before. */
  password: { points: 5, duration: 15 * 60 },
  /** Wrong passwords for one account from wherever. A device that has signed in to it is not counted, so its owner is never locked out. */
  account: { points: 30, duration: 60 * 60 },
  /** Wrong passwords from one place for whichever accounts; a whole office may stand behind one address. */
  place: { points: 60, duration: 15 * 60 },
  /** The same from a device that has signed in before, in place of `place`: a neighbour's guesses do not close it. */
  device: { points: 20, duration: 15 * 60 },
  /** Wrong codes of the second step, for one account from wherever: whoever tries them has the password. */
  code: { points: 10, duration: 15 * 60 },
  /** The current password or a first code, asked of somebody who is signed in. */
  own: { points: 8, duration: 15 * 60 },
  /** Sign-ins begun at the organisation from one place: no guesses, but each leaves a row behind. */
  organisation: { points: 600, duration: 15 * 60 },
  /** Letters to one address. */
  letter: { points: 5, duration: 60 * 60 },
  /** Letters asked for from one place. */
  letterPlace: { points: 120, duration: 60 * 60 },
  /** What is public, asked for from one place by people who are not signed in: a newsroom stands behind one address, a copier asks more. */
  visit: { points: 900, duration: 15 * 60 },
  /** Addresses of calendars that there are not, from one place. */
  calendarPlace: { points: 60, duration: 15 * 60 },
  /** Personal links to invitations that there are not, from one place. */
  invitationPlace: { points: 60, duration: 15 * 60 },
  /** Openings of one personal link to an invitation, by whoever has it. */
  invitation: { points: 120, duration: 15 * 60 },
  /** Readings of one person's calendar, by whoever has its address. */
  calendar: { points: 60, duration: 15 * 60 },
} as const
export type Limit = keyof typeof limits
export type Count = readonly [limit: Limit, key: string]

/**
 * Takes one of what is bounded whoever asks; refuses `too_many` with how long to wait. Outside of any transaction, so a refusal does not
 * give it back.
 */
export async function consume(c: Request, limit: Limit, key: string): Promise<void> {
  try {
    await limiterOf(c.var.kernel.store, limit).consume(hashed(key))
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000))
    c.header('retry-after', String(seconds))
    const minutes = Math.ceil(seconds / 60)
    throw new Refusal('too_many', refusals.tooManyAttempts({ minutes }))
  }
}

/**
 * A try at a secret. It is counted under every key before `work` looks at it, so that many at once do not pass the limit, and given back
 * unless it was wrong: what was right, what could not be looked at and what was not even tried count for nothing.
 */
export async function guess<T>(
  c: Request,
  counts: readonly Count[],
  work: () => Promise<T>,
  isWrong: (refusal: Refusal) => boolean = () => true,
): Promise<T> {
  const taken: Count[] = []
  let tried = false
  try {
    for (const count of counts) {
      taken.push(count)
      await consume(c, ...count)
    }
    tried = true
    const result = await work()
    await giveBack(c, taken)
    return result
  } catch (error) {
    if (!(tried && error instanceof Refusal && isWrong(error))) await giveBack(c, taken)
    throw error
  }
}

/** What was done stays done, so a count that cannot be given back is only noted. */
async function giveBack(c: Request, taken: readonly Count[]): Promise<void> {
  const { store, log } = c.var.kernel
  const given = await Promise.allSettled(taken.map(([limit, key]) => limiterOf(store, limit).reward(hashed(key))))
  for (const each of given) if (each.status === 'rejected') log.warn('throttle.not-given-back', { error: each.reason })
}

/** After success: the tries of this key count no more. */
export const reset = (c: Request, limit: Limit, key: string): Promise<boolean> => limiterOf(c.var.kernel.store, limit).delete(hashed(key))

const limiters = new WeakMap<Store, Map<Limit, RateLimiterPostgres>>()
function limiterOf(store: Store, limit: Limit): RateLimiterPostgres {
  const own = limiters.get(store) ?? new Map<Limit, RateLimiterPostgres>()
  limiters.set(store, own)
  const found =
    own.get(limit) ??
    new RateLimiterPostgres({
      storeClient: store.pool,
      storeType: 'pool',
      tableName: 'attempt',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: limit,
      ...limits[limit],
    })
  own.set(limit, found)
  return found
}

/** Addresses of people are not kept where they are only counted. */
const hashed = (key: string): string => createHash('sha256').update(key).digest('base64url')

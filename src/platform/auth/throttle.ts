import { createHash } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Store } from '../database.ts'
import { Refusal } from '../refusal.ts'
import type { Request } from '../request.ts'

/** How often within how many seconds. The counts live in the database, so they hold over every server and a restart. */
const limits = {
  /** One address tried from one place. */
  password: { points: 5, duration: 15 * 60 },
  /** Everything tried from one place; a whole office may stand behind one address. */
  place: { points: 60, duration: 15 * 60 },
  /** Letters to one address. */
  letter: { points: 5, duration: 60 * 60 },
  /** Letters asked for from one place. */
  letterPlace: { points: 40, duration: 60 * 60 },
  /** The current password, asked of somebody who is signed in. */
  own: { points: 8, duration: 15 * 60 },
} as const
export type Limit = keyof typeof limits

/** Takes one try; refuses `too_many` with how long to wait. Outside of any transaction, so a refusal does not give it back. */
export async function spend(c: Request, limit: Limit, key: string): Promise<void> {
  try {
    await limiterOf(c.var.kernel.store, limit).consume(hashed(key))
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000))
    c.header('retry-after', String(seconds))
    const minutes = Math.ceil(seconds / 60)
    throw new Refusal('too_many', {
      id: `Terlalu banyak percobaan. Silakan coba lagi dalam ${minutes} menit.`,
      en: `Too many attempts. Please try again in ${minutes} minute${minutes === 1 ? '' : 's'}.`,
    })
  }
}

/** After success: the tries of this key count no more. */
export const forgive = (c: Request, limit: Limit, key: string): Promise<boolean> => limiterOf(c.var.kernel.store, limit).delete(hashed(key))

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

import { createHash, randomBytes } from 'node:crypto'
import type { Actor } from '../authority/actor.ts'
import { actorOfToken } from '../authority/load-actor.ts'
import type { Kernel } from '../operation/operation.ts'
import { unauthenticated } from '../refusals/refusal.ts'
import { refusals } from './refusal-words.ts'

const prefix = 'sng_'
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')
/** 256 random bits. */
export const newSecret = (): string => randomBytes(32).toString('base64url')
/** The same with a prefix that scanners of leaked secrets can know. */
export const newToken = (): string => prefix + newSecret()

/** The person behind a program's token, held to its scope. A token that is unknown, expired or revoked is refused, not ignored. */
export async function actorOfBearer({ store, clock }: Pick<Kernel, 'store' | 'clock'>, bearer: string): Promise<Actor> {
  const today = clock.today()
  const found = await actorOfToken(store.db, hashToken(bearer), clock.now(), today)
  if (!found) throw unauthenticated(refusals.tokenInvalid)
  const { actor, token } = found
  if (token.lastUsedOn !== today)
    await store.db.updateTable('api_token').set({ last_used_on: today }).where('id', '=', token.tokenId).execute()
  return { ...actor, scope: token.scopes.includes('write') ? 'write' : 'read' }
}

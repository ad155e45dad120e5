import { createHash, randomBytes } from 'node:crypto'
import type { Actor } from '../authority/actor.ts'
import { actorOfPerson } from '../authority/load-actor.ts'
import type { Kernel } from '../operation/operation.ts'
import { unauthenticated } from '../refusals/refusal.ts'
import { refusals } from './refusal-words.ts'

const prefix = 'sng_'
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')
/** 256 random bits with a prefix that scanners of leaked secrets can know. */
export const newToken = (): string => prefix + randomBytes(32).toString('base64url')

/** The person behind a program's token, held to its scope. A token that is unknown, expired or revoked is refused, not ignored. */
export async function actorOfToken({ store, clock }: Pick<Kernel, 'store' | 'clock'>, token: string): Promise<Actor> {
  const today = clock.today()
  const row = await store.db
    .selectFrom('api_token')
    .select(['id', 'person_id', 'scopes', 'last_used_on'])
    .where('hash', '=', hashToken(token))
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', clock.now())
    .executeTakeFirst()
  const actor = row ? await actorOfPerson(store.db, row.person_id, today) : null
  if (!row || !actor) throw unauthenticated(refusals.tokenNotValid)
  if (row.last_used_on !== today) await store.db.updateTable('api_token').set({ last_used_on: today }).where('id', '=', row.id).execute()
  return { ...actor, scope: row.scopes.includes('write') ? 'write' : 'read' }
}

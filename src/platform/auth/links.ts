import { createHash, randomBytes } from 'node:crypto'
import type { Queryable } from '../database/database.ts'
import { asLocale, type Locale } from '../i18n/words.ts'
import { type Context, newId } from '../operation/operation.ts'
import { Refusal } from '../refusals/refusal.ts'
import { refusals } from './refusal-words.ts'
import { safePath } from './return-path.ts'

export type Purpose = 'setup' | 'invitation' | 'password' | 'session'

const hour = 3_600_000
/** How long each lives, and the page that it opens. */
const purposes = {
  setup: { lives: 24 * hour, page: '/mulai' },
  invitation: { lives: 14 * 24 * hour, page: '/sandi' },
  password: { lives: hour, page: '/sandi' },
  session: { lives: 14 * 24 * hour, page: '/masuk/tautan' },
} as const

/**
 * A new address for one person to open once, written in the caller's transaction. A newer link to a password makes older ones
 * void; several to sign in may be on their way, each to another page (`next`).
 */
export async function issueLink(
  context: Pick<Context, 'db' | 'clock' | 'baseUrl'>,
  purpose: Purpose,
  personId: string | null,
  next: string | null = null,
): Promise<string> {
  const now = context.clock.now()
  const token = randomBytes(32).toString('base64url')
  if (purpose !== 'session') {
    const replaced: Purpose[] = purpose === 'setup' ? ['setup'] : ['invitation', 'password']
    await context.db
      .updateTable('sign_in_link')
      .set({ expires_at: now })
      .where('person_id', 'is not distinct from', personId)
      .where('purpose', 'in', replaced)
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .execute()
  }
  const expires_at = new Date(now.getTime() + purposes[purpose].lives)
  await context.db
    .insertInto('sign_in_link')
    .values({
      id: newId(),
      hash: hashOf(token),
      purpose,
      person_id: personId,
      next: next === null ? null : safePath(next),
      created_at: now,
      expires_at,
    })
    .execute()
  return `${context.baseUrl}${purposes[purpose].page}/${token}`
}

export type Link = {
  id: string
  purpose: Purpose
  next: string
  state: 'open' | 'used' | 'expired'
  person: { id: string; name: string; email: string; locale: Locale } | null
}

/** What a link leads to, without using it; null when nobody here sent it, or its person has left. */
export async function findLink(db: Queryable, token: string, now: Date, wanted: Purpose[]): Promise<Link | null> {
  const row = await db
    .selectFrom('sign_in_link as l')
    .leftJoin('person_card as p', 'p.id', 'l.person_id')
    .select(['l.id', 'l.purpose', 'l.next', 'l.used_at', 'l.expires_at', 'l.person_id', 'p.name', 'p.email', 'p.locale', 'p.left_at'])
    .where('l.hash', '=', hashOf(token))
    .where('l.purpose', 'in', wanted)
    .executeTakeFirst()
  if (!row || row.left_at) return null
  const person = row.person_id ? { id: row.person_id, name: row.name!, email: row.email!, locale: asLocale(row.locale!) } : null
  return {
    id: row.id,
    purpose: row.purpose,
    next: row.next ?? '/',
    state: row.used_at ? 'used' : row.expires_at <= now ? 'expired' : 'open',
    person,
  }
}

/** Uses a link up. Of two at once only one gets it. */
export async function takeLink(context: Pick<Context, 'db' | 'clock'>, token: string, wanted: Purpose[]): Promise<Link> {
  const now = context.clock.now()
  const found = await findLink(context.db, token, now, wanted)
  const taken =
    found &&
    (await context.db
      .updateTable('sign_in_link')
      .set({ used_at: now })
      .where('id', '=', found.id)
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .returning('id')
      .executeTakeFirst())
  if (!found || !taken) throw linkIsVoid()
  return found
}

export const linkIsVoid = (): Refusal => new Refusal('conflict', refusals.linkVoid)

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

import { type RawBuilder, sql } from 'kysely'
import { updatePerson } from '../authority/persons.ts'
import { isOfOffice, isOfPartner } from '../authority/sides.ts'
import type { Queryable } from '../database/database.ts'
import { type Context, newId } from '../operation/operation.ts'

type Owner = { id: string; name: string; email: string }

/** What a person signs in with, made when first needed. The address is vouched for by whoever registered the person. */
export async function ensureAccount(context: Pick<Context, 'db'>, person: Owner): Promise<string> {
  const { db } = context
  const { auth_user_id: known } = await db
    .selectFrom('person_card')
    .select('auth_user_id')
    .where('id', '=', person.id)
    .forNoKeyUpdate() // what others write in the person's name goes on meanwhile
    .executeTakeFirstOrThrow()
  if (known) return known
  const email = person.email.toLowerCase()
  const { id } = await db
    .insertInto('auth_user')
    .values({ id: person.id, name: person.name, email, emailVerified: true })
    .onConflict(conflict => conflict.column('email').doUpdateSet({ name: person.name, emailVerified: true }))
    .returning('id')
    .executeTakeFirstOrThrow()
  await updatePerson(context, person.id, { auth_user_id: id })
  return id
}

/** Whether an account has anything to sign in with beside a link: a password, or the organisation. */
export const hasCredentials = (userId: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`exists (select from auth_account c where c."userId" = ${userId})`

/** The kept hash of a person's password, or null for those who sign in by link or by their organisation. */
export async function keptPassword(db: Queryable, userId: string): Promise<string | null> {
  const row = await db
    .selectFrom('auth_account')
    .select('password')
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .executeTakeFirst()
  return row?.password ?? null
}

/** Sets the password. What others may still hold is ended by `endAccess`. */
export async function setPassword({ db, clock }: Pick<Context, 'db' | 'clock'>, userId: string, hash: string): Promise<void> {
  const now = clock.now()
  await db
    .insertInto('auth_account')
    .values({ id: newId(), accountId: userId, providerId: 'credential', userId, password: hash, createdAt: now, updatedAt: now })
    .onConflict(conflict => conflict.columns(['providerId', 'accountId']).doUpdateSet({ password: hash, updatedAt: now }))
    .execute()
}

/**
 * Ends all by which somebody may act as this person without knowing what was just changed: sessions, sign-ins that wait for a code,
 * letters with links that are not used yet and, unless they are kept, tokens of programs and the secret addresses of calendars. The
 * session in use stays when it is one's own.
 * @returns how many tokens were revoked
 */
export async function endAccess(
  { db, clock, actor }: Pick<Context, 'db' | 'clock' | 'actor'>,
  personId: string,
  { keepTokens = false }: { keepTokens?: boolean } = {},
): Promise<{ tokens: number }> {
  const now = clock.now()
  const userId = db.selectFrom('person_card').select('auth_user_id').where('id', '=', personId)
  const staying = actor.personId === personId ? actor.sessionId : undefined
  await db
    .deleteFrom('auth_session')
    .where('userId', '=', userId)
    .$if(staying !== undefined, query => query.where('id', '<>', staying!))
    .execute()
  await db.deleteFrom('auth_verification').where('value', '=', userId).execute()
  await db
    .updateTable('sign_in_link')
    .set({ expires_at: now })
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .execute()
  if (keepTokens) return { tokens: 0 }
  await updatePerson({ db }, personId, { access_ended_at: now })
  const revoked = await db
    .updateTable('api_token')
    .set({ revoked_at: now })
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('id')
    .execute()
  return { tokens: revoked.length }
}

/** Whether a person signs in in two steps. */
export const hasSecondFactor = async (db: Queryable, personId: string): Promise<boolean> =>
  (await userWithFactor(db, personId).executeTakeFirst()) !== undefined

/** Switches it off, the recovery codes with it. @returns whether it was on */
export async function removeSecondFactor(db: Queryable, personId: string): Promise<boolean> {
  const user = await userWithFactor(db, personId).forUpdate(['u']).executeTakeFirst()
  if (!user) return false
  await db.deleteFrom('auth_two_factor').where('userId', '=', user.id).execute()
  await db.updateTable('auth_user').set({ twoFactorEnabled: false }).where('id', '=', user.id).execute()
  return true
}

const userWithFactor = (db: Queryable, personId: string) =>
  db
    .selectFrom('auth_user as u')
    .innerJoin('person_card as p', 'p.auth_user_id', 'u.id')
    .where('p.id', '=', personId)
    .where('u.twoFactorEnabled', '=', true)
    .select('u.id')

/** Whether a person signs in by link: a contact of a partner, without a password, and with no place in an office. */
export async function signsInByLink(db: Queryable, personId: string, today: string): Promise<boolean> {
  const { rows } = await sql<{ byLink: boolean }>`
    select ${isOfPartner(sql.ref('p.id'), today)} and not ${isOfOffice(sql.ref('p.id'), today)}
      and not exists (select from auth_account c where c."userId" = p.auth_user_id and c."providerId" = 'credential') as "byLink"
    from person_card p where p.id = ${personId} and p.left_at is null`.execute(db)
  return rows[0]?.byLink ?? false
}

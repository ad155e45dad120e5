import { randomBytes } from 'node:crypto'
import { createToken } from '../../src/modules/account/operations/tokens.ts'
import { cookieName, signToken } from '../../src/platform/auth/session.ts'
import { actorOfPerson } from '../../src/platform/authority/load-actor.ts'
import { call, type Kernel, newId } from '../../src/platform/operation/operation.ts'

/** A national administrator who did not exist before. */
export async function newOfficer({ store: { db }, clock }: Kernel): Promise<string> {
  const id = newId()
  const [name, email] = ['Petugas Pengukuran', `${id}@contoh.go.id`]
  await db.insertInto('auth_user').values({ id, name, email, emailVerified: true }).execute()
  await db.insertInto('person').values({ id, name, email, auth_user_id: id, created_at: clock.now() }).execute()
  const { office } = await db.selectFrom('office').select('id as office').where('code', '=', '00').executeTakeFirstOrThrow()
  const grant = { id: newId(), person_id: id, role: 'national_admin', office_id: office, with_descendants: true }
  await db
    .insertInto('role_grant')
    .values({ ...grant, from_on: '2020-01-01', granted_at: clock.now() })
    .execute()
  return id
}

/** The cookie of a new officer's browser. */
export async function signedIn(kernel: Kernel): Promise<string> {
  const userId = await newOfficer(kernel)
  const token = randomBytes(24).toString('base64url')
  const session = { id: newId(), token, userId, expiresAt: new Date(Date.now() + 86_400_000) }
  await kernel.store.db.insertInto('auth_session').values(session).execute()
  return `${cookieName(false)}=${encodeURIComponent(signToken(token, kernel.secret))}`
}

/** The token of a new officer's program. */
export const programToken = async (kernel: Kernel): Promise<string> => tokenOf(kernel, await newOfficer(kernel))

/** The token of a person's program. */
export async function tokenOf(kernel: Kernel, person: string): Promise<string> {
  const officer = await actorOfPerson(kernel.store.db, person, kernel.clock.today())
  if (!officer) throw new Error('The officer is not there')
  const { token } = await call(kernel, officer, createToken, { name: 'Pengukuran', scope: 'write', days: 1 }, 'setup')
  return token
}

/** So many people who read everything, each signed in on one browser: their ids and cookies. */
export async function signedInMany({ store: { db }, clock, secret }: Kernel, count: number): Promise<{ id: string; cookie: string }[]> {
  const { office } = await db.selectFrom('office').select('id as office').where('code', '=', '00').executeTakeFirstOrThrow()
  const people = Array.from({ length: count }, () => ({ id: newId(), token: randomBytes(24).toString('base64url') }))
  const created_at = clock.now()
  for (let at = 0; at < count; at += 500) {
    const some = people.slice(at, at + 500).map(each => ({ ...each, name: 'Pembaca Pengukuran', email: `${each.id}@contoh.go.id` }))
    const users = some.map(({ id, name, email }) => ({ id, name, email, emailVerified: true }))
    const persons = some.map(({ id, name, email }) => ({ id, name, email, auth_user_id: id, created_at }))
    const grant = { role: 'auditor', office_id: office, with_descendants: true, from_on: '2020-01-01', granted_at: created_at }
    const sessions = some.map(({ id, token }) => ({ id: newId(), token, userId: id, expiresAt: new Date(Date.now() + 86_400_000) }))
    await db.insertInto('auth_user').values(users).execute()
    await db.insertInto('person').values(persons).execute()
    await db
      .insertInto('role_grant')
      .values(some.map(({ id }) => ({ id: newId(), person_id: id, ...grant })))
      .execute()
    await db.insertInto('auth_session').values(sessions).execute()
  }
  return people.map(({ id, token }) => ({ id, cookie: `${cookieName(false)}=${encodeURIComponent(signToken(token, secret))}` }))
}

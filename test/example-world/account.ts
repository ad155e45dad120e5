import { example } from '../../src/platform/values/example-ids.ts'
import type { ExamplePages } from '../browser/pages.ts'
import { db, now } from '../world.ts'

/** A device on which the example person is signed in, and a colleague who signs in in two steps. */
export async function seedAccount(): Promise<void> {
  const id = example.person
  await db.insertInto('auth_user').values({ id, name: 'Sari Rahasia', email: 'sari.rahasia@contoh.go.id', emailVerified: true }).execute()
  await db.updateTable('person').set({ auth_user_id: id }).where('id', '=', id).execute()
  const colleague = { id: example.colleague, name: 'Budi Rahasia', email: 'budi.rahasia@contoh.go.id' }
  await db
    .insertInto('auth_user')
    .values({ ...colleague, emailVerified: true, twoFactorEnabled: true })
    .execute()
  await db.updateTable('person').set({ auth_user_id: colleague.id }).where('id', '=', colleague.id).execute()
  await db
    .insertInto('auth_two_factor')
    .values({ id: colleague.id, secret: 'rahasia', backupCodes: 'rahasia', userId: colleague.id, verified: true })
    .execute()
  const device = {
    ipAddress: '203.0.113.1',
    userAgent: 'Rahasia/1',
    createdAt: now.at,
    updatedAt: now.at,
    expiresAt: '2030-01-01T00:00:00Z',
  }
  await db
    .insertInto('auth_session')
    .values({ id: example.session, token: 'rahasia', userId: id, ...device })
    .execute()
}

/** Its pages, and at which addresses they are opened. */
export const pages: ExamplePages = {
  '/masuk': [{}],
  '/masuk/kode': [{}, '/masuk/kode?cara=pemulihan'],
  '/masuk/tautan': [{}, '/masuk/tautan?terkirim=ya'],
  '/masuk/tautan/:token': [{ token: 'session' }, { token: 'tidak-ada' }],
  '/lupa-sandi': [{}, '/lupa-sandi?terkirim=ya'],
  '/sandi/:token': [{ token: 'password' }, { token: 'tidak-ada' }],
  '/mulai/:token': [{ token: 'setup' }, { token: 'tidak-ada' }],
  '/demo': [{}],
  '/akun': [{}],
  '/akun/keamanan': [{}],
  '/akun/token': [{}],
  '/akun/dua-langkah': [{}],
}

/** Those that show nothing of what people wrote. */
export const silentPages = ['/akun/dua-langkah']

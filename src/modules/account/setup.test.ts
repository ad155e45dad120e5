import { afterAll, afterEach, expect, test } from 'vitest'
import { jar } from '../../../test/jar.ts'
import { db, kernel, now, person } from '../../../test/world.ts'
import { keptPassword } from '../../platform/auth/accounts.ts'
import { createApp } from '../../server.tsx'
import { setupLink } from './operations/setup.ts'

const start = now.at
afterEach(() => {
  now.at = start
})
afterAll(() => kernel.close())

const password = 'kuda-laut-melompat-tinggi'

test('the first administrator registers once, at the newest link, within a day', async () => {
  const old = new URL((await setupLink(kernel))!).pathname
  const path = new URL((await setupLink(kernel))!).pathname
  expect((await jar().get(old)).status).toBe(410)
  now.at = new Date(start.getTime() + 24 * 3_600_000 + 1)
  expect((await jar().get(path)).status).toBe(410)
  now.at = start
  const browser = jar()
  expect(await (await browser.get(path)).text()).toContain('administrator nasional yang pertama')
  expect((await browser.post(path, { name: 'Ibu Admin', email: 'bukan surel', password })).status).toBe(422)
  const both = await Promise.all([
    browser.post(path, { name: 'Ibu Admin', email: 'Admin@contoh.go.id', password }),
    jar().post(path, { name: 'Lain', email: 'lain@contoh.go.id', password }),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual([303, 410])
  expect(await setupLink(kernel)).toBeNull()
  const admins = await db
    .selectFrom('role_grant')
    .innerJoin('person', 'person.id', 'role_grant.person_id')
    .select(['person.email', 'person.auth_user_id'])
    .$narrowType<{ email: string }>()
    .where('role', '=', 'national_admin')
    .execute()
  expect(admins).toHaveLength(1)
  expect(await keptPassword(db, admins[0]!.auth_user_id!)).toContain('$argon2id$')
  expect((await jar().post('/masuk', { email: admins[0]!.email, password })).status).toBe(303)
})

test('the demo has a door for everybody, which is not there otherwise', async () => {
  const sari = await person('Sari Contoh', 'office_leader', '35.10')
  expect((await jar().get('/demo')).status).toBe(404)
  expect((await jar().post('/demo', { person: sari.personId! })).status).toBe(404)
  const demo = createApp({ ...kernel, config: { ...kernel.config, demo: true } })
  const browser = jar({ app: demo })
  const page = await (await browser.get('/demo')).text()
  expect(page).toContain('Masuk sebagai Sari Contoh')
  expect(page).toMatch(/<details open[^>]*><summary>\d+ orang lain, menurut peran/) // nobody is there to begin with
  expect((await browser.post('/demo', { person: sari.personId! })).headers.get('location')).toBe('/')
  expect(await (await browser.get('/akun')).text()).toContain('Sari Contoh')
  await db.updateTable('person').set({ left_at: now.at }).where('id', '=', sari.personId!).execute()
  expect((await browser.post('/demo', { person: sari.personId! })).status).toBe(404)
})

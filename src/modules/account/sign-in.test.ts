import { afterAll, afterEach, expect, test } from 'vitest'
import { type Jar, jar } from '../../../test/jar.ts'
import { app, db, kernel, now, person, program } from '../../../test/world.ts'
import { setPassword } from '../../platform/auth/accounts.ts'
import { createAuth } from '../../platform/auth/auth.ts'
import { hashPassword } from '../../platform/auth/passwords.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { openPostgres } from '../../platform/database/database.ts'
import { logTo } from '../../platform/process/log.ts'
import { watchOutages } from '../../platform/refusals/outages.ts'
import { createApp } from '../../server.tsx'

const start = now.at
afterEach(() => {
  now.at = start
})
afterAll(() => kernel.close())

const password = 'kuda-laut-melompat-tinggi'
const session = 'sinergi.session_token'

/** Somebody with a password. */
async function member(
  name: string,
  role: Parameters<typeof person>[1] = 'office_operator',
  code = '35.10',
): Promise<{ actor: Actor; email: string }> {
  const actor = await person(name, role, code)
  const { email } = await db
    .selectFrom('person')
    .select('email')
    .$narrowType<{ email: string }>()
    .where('id', '=', actor.personId!)
    .executeTakeFirstOrThrow()
  await setPassword({ db, clock: kernel.clock }, actor.personId!, await hashPassword(password))
  return { actor, email }
}
const signIn = (browser: Jar, email: string, more: Record<string, string> = {}) => browser.post('/masuk', { email, password, ...more })

test('the right password leads to where one wanted to go, and the account page then knows who it is', async () => {
  const { email } = await member('Sari Masuk')
  const browser = jar()
  const answer = await signIn(browser, ` ${email.toUpperCase()} `, { ke: '/akun?x=1' })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/akun?x=1'])
  const page = await browser.get('/akun')
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('Sari Masuk')
})

test('signing in is written in the audit trail, with from where', async () => {
  const { actor, email } = await member('Sari Jejak')
  await signIn(jar({ ip: '203.0.113.9' }), email)
  const line = await db
    .selectFrom('audit_event')
    .select(['operation', 'changes', 'person_id'])
    .where('subject_id', '=', actor.personId!)
    .executeTakeFirstOrThrow()
  expect(line).toEqual({
    operation: 'sign-in.done',
    person_id: actor.personId,
    changes: { signedIn: [null, 'password'], from: [null, '203.0.113.9'] },
  })
})

test('whoever is not signed in is shown the way in, and comes back to where they wanted to be', async () => {
  const { email } = await member('Sari Kembali')
  const browser = jar()
  const sent = await browser.get('/akun')
  expect(sent.headers.get('location')).toBe('/masuk?ke=%2Fakun')
  const form = await (await browser.get(sent.headers.get('location')!)).text()
  expect(form).toContain('name="ke" value="/akun"')
  expect((await signIn(browser, email, { ke: '/akun' })).headers.get('location')).toBe('/akun')
  expect((await browser.get('/masuk?ke=/akun')).headers.get('location')).toBe('/akun')
})

test('a wrong password, an unknown address and somebody who left get the very same answer', async () => {
  const { email } = await member('Sari Salah')
  const gone = await member('Sari Pergi')
  await db.updateTable('person').set({ left_at: now.at }).where('id', '=', gone.actor.personId!).execute()
  const attempts = [
    { email, password: 'bukan-kata-sandi-itu' },
    { email: 'tidak.ada@contoh.go.id', password: 'bukan-kata-sandi-itu' },
    { email: gone.email, password },
  ]
  const pages: string[] = []
  for (const fields of attempts) {
    const browser = jar()
    const answer = await browser.post('/masuk', fields)
    expect(answer.status).toBe(422)
    expect(browser.cookies.has(session)).toBe(false)
    pages.push((await answer.text()).replaceAll(fields.email, 'ADDRESS'))
  }
  expect(pages[0]).toContain('Surel atau kata sandi tidak cocok.')
  expect(pages[1]).toBe(pages[0])
  expect(pages[2]).toBe(pages[0])
})

test('nobody of an account without a person comes in', async () => {
  await db.insertInto('auth_user').values({ id: 'orphan', name: 'Orphan', email: 'orphan@contoh.go.id', emailVerified: true }).execute()
  await setPassword({ db, clock: kernel.clock }, 'orphan', await hashPassword(password))
  const browser = jar()
  expect((await signIn(browser, 'orphan@contoh.go.id')).status).toBe(422)
  expect(browser.cookies.has(session)).toBe(false)
})

test('five wrong passwords from one place close that address there, say for how long, and leave others alone', async () => {
  const { email } = await member('Sari Coba')
  const attacker = jar({ ip: '198.51.100.7' })
  for (let n = 0; n < 5; n++) expect((await attacker.post('/masuk', { email, password: 'salah-salah-salah' })).status).toBe(422)
  const closed = await signIn(attacker, email)
  expect(closed.status).toBe(429)
  expect(await closed.text()).toContain('Silakan coba lagi dalam 15 menit.')
  expect(Number(closed.headers.get('retry-after'))).toBeGreaterThan(800)
  expect((await signIn(jar({ ip: '198.51.100.8' }), email)).status).toBe(303)
  const other = await member('Sari Lain')
  expect((await signIn(jar({ ip: '198.51.100.7' }), other.email)).status).toBe(303)
})

test('many tries at once do not pass the count', async () => {
  const { email } = await member('Sari Serentak')
  const attacker = jar({ ip: '198.51.100.20' })
  const answers = await Promise.all(Array.from({ length: 12 }, () => attacker.post('/masuk', { email, password: 'salah-salah-salah' })))
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(5)
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(7)
})

test('one place that tries many addresses is stopped too', async () => {
  const attacker = jar({ ip: '2001:db8:5:6::1' })
  const neighbour = jar({ ip: '2001:db8:5:6:ffff::2' })
  for (let n = 0; n < 60; n++) expect((await attacker.post('/masuk', { email: `x${n}@contoh.go.id`, password: 'x' })).status).toBe(422)
  expect((await neighbour.post('/masuk', { email: 'x99@contoh.go.id', password: 'x' })).status).toBe(429)
})

test('sixty and more who come in behind one address are no attack, also at once', async () => {
  const hash = await hashPassword(password)
  const emails: string[] = []
  for (let n = 0; n < 66; n++) {
    const actor = await person(`Sari Sekantor ${n}`, 'office_operator', '35.10')
    await setPassword({ db, clock: kernel.clock }, actor.personId!, hash)
    emails.push(
      (
        await db
          .selectFrom('person')
          .select('email')
          .$narrowType<{ email: string }>()
          .where('id', '=', actor.personId!)
          .executeTakeFirstOrThrow()
      ).email,
    )
  }
  const answers = await Promise.all(emails.map(email => signIn(jar({ ip: '198.51.100.30' }), email)))
  expect(answers.map(({ status }) => status)).toEqual(emails.map(() => 303))
})

test('one place that tries many addresses is stopped, while a device of that place that was signed in before goes on', async () => {
  const { email } = await member('Sari Tetangga')
  const ip = '198.51.100.40'
  const known = jar({ ip })
  await signIn(known, email)
  await known.post('/keluar')
  for (let n = 0; n < 60; n++) await jar({ ip }).post('/masuk', { email: `y${n}@contoh.go.id`, password: 'x' })
  expect((await signIn(jar({ ip }), email)).status).toBe(429)
  expect((await signIn(known, email)).status).toBe(303)
  const codes = await Promise.all(
    Array.from({ length: 24 }, (_, n) => known.post('/masuk', { email: `z${n}@contoh.go.id`, password: 'x' })),
  )
  expect(codes.filter(({ status }) => status === 429)).toHaveLength(4)
})

test('an account that is attacked from many places slows down there, and its owner comes in from a device that did before', async () => {
  const { actor, email } = await member('Sari Diserang')
  const own = jar()
  await signIn(own, email)
  const wrong = () => jar().post('/masuk', { email, password: 'salah-salah-salah' })
  for (let n = 0; n < 30; n++) expect((await wrong()).status).toBe(422)
  expect((await wrong()).status).toBe(429)
  expect((await signIn(jar(), email)).status).toBe(429)
  expect((await own.get('/akun')).status).toBe(200)
  await own.post('/keluar')
  expect((await signIn(own, email)).status).toBe(303)
  const other = jar()
  other.cookies.set('sinergi.known', encodeURIComponent(`known:2025-11-20:${actor.personId}.bm90IHNpZ25lZA==`))
  expect((await signIn(other, email)).status).toBe(429)
})

test('a browser is known for 180 days', async () => {
  const { email } = await member('Sari Lama Sekali')
  const own = jar()
  await signIn(own, email)
  await own.post('/keluar')
  for (let n = 0; n < 30; n++) await jar().post('/masuk', { email, password: 'salah-salah-salah' })
  now.at = new Date(start.getTime() + 181 * 86_400_000)
  expect((await signIn(own, email)).status).toBe(429)
  now.at = new Date(start.getTime() + 179 * 86_400_000)
  expect((await signIn(own, email)).status).toBe(303)
})

test('a success gives the tries back', async () => {
  const { email } = await member('Sari Lupa')
  const browser = jar()
  for (let round = 0; round < 3; round++) {
    for (let n = 0; n < 3; n++) await browser.post('/masuk', { email, password: 'salah-salah-salah' })
    expect((await signIn(browser, email)).status).toBe(303)
  }
})

test('a forwarded address counts only when the proxy is trusted, and then the last one', async () => {
  const { email } = await member('Sari Proksi')
  const trusting = createApp({ ...kernel, config: { ...kernel.config, TRUST_PROXY: true } })
  for (const [app, expected] of [
    [createApp(kernel), '192.0.2.1'],
    [trusting, '192.0.2.77'],
  ] as const) {
    const browser = jar({ app, ip: '192.0.2.1' })
    await browser.post('/masuk', { email, password }, { origin: 'http://sinergi.test', 'x-forwarded-for': '6.6.6.6, 192.0.2.77' })
    const rows = await db
      .selectFrom('auth_session')
      .select('ipAddress')
      .where('ipAddress', 'like', '192.0.2.%')
      .orderBy('createdAt', 'desc')
      .execute()
    expect(rows[0]!.ipAddress).toBe(expected)
  }
})

test('signing in never takes over a session that the browser came with, and ends it', async () => {
  const attacker = await member('Sari Penyerang')
  const victim = await member('Sari Korban')
  const planted = jar()
  await signIn(planted, attacker.email)
  const before = planted.cookies.get(session)!
  await signIn(planted, victim.email)
  expect(planted.cookies.get(session)).not.toBe(before)
  const old = jar()
  old.cookies.set(session, before)
  expect((await old.get('/akun')).status).toBe(303)
  expect(await (await planted.get('/akun')).text()).toContain('Sari Korban')
})

test('the session cookie is closed to scripts and other sites, and secure where the site is', async () => {
  const { email } = await member('Sari Kue')
  const plain = await signIn(jar(), email)
  const line = plain.headers.getSetCookie().find(cookie => cookie.startsWith(session))!
  expect(line).toMatch(/; HttpOnly/)
  expect(line).toMatch(/; SameSite=Lax/)
  expect(line).toMatch(/Path=\//)
  expect(line).not.toMatch(/Secure/)
  const baseUrl = 'https://sinergi.test'
  const secure = createApp({ ...kernel, baseUrl, auth: createAuth(kernel.config, kernel.store, kernel.secret, baseUrl) })
  const browser = jar({ app: secure, base: baseUrl })
  const answer = await signIn(browser, email)
  expect(answer.headers.getSetCookie().find(cookie => cookie.startsWith('__Secure-sinergi.session_token='))).toMatch(
    /; HttpOnly.*; Secure/i,
  )
  expect((await browser.get('/akun')).status).toBe(200)
})

test('a cookie with a changed token or signature is nobody', async () => {
  const { email } = await member('Sari Palsu')
  const browser = jar()
  await signIn(browser, email)
  const value = decodeURIComponent(browser.cookies.get(session)!)
  for (const forged of [
    `x${value}`,
    `${value.slice(0, -6)}${value.at(-6) === 'A' ? 'B' : 'A'}${value.slice(-5)}`,
    value.split('.')[0]!,
    '.',
    '',
  ]) {
    const other = jar()
    other.cookies.set(session, encodeURIComponent(forged))
    expect((await other.get('/akun')).status).toBe(303)
  }
})

test('a form from another site is refused, and so is one that does not say where it is from', async () => {
  const { email } = await member('Sari Situs')
  const browser = jar()
  await signIn(browser, email)
  for (const path of ['/masuk', '/keluar', '/akun', '/akun/token', '/akun/sesi/lain', '/tampilan', '/lupa-sandi']) {
    expect((await browser.post(path, { name: 'Direbut' }, { origin: 'https://jahat.example' })).status).toBe(403)
    expect((await browser.post(path, { name: 'Direbut' }, {})).status).toBe(403)
  }
  expect(await (await browser.get('/akun')).text()).toContain('Sari Situs')
})

test('a return path never leads to another site', async () => {
  const { email } = await member('Sari Arah')
  for (const ke of [
    'https://jahat.example/',
    '//jahat.example',
    '/\\jahat.example',
    '/\t/jahat.example',
    '\\\\jahat.example',
    'javascript:alert(1)',
    '/masuk',
    '',
  ])
    expect((await signIn(jar(), email, { ke })).headers.get('location')).toBe('/')
})

test('signing out ends the session on the server, not only in the browser', async () => {
  const { email } = await member('Sari Keluar')
  const browser = jar()
  await signIn(browser, email)
  const kept = browser.cookies.get(session)!
  expect((await browser.post('/keluar')).headers.get('location')).toBe('/masuk')
  expect(browser.cookies.has(session)).toBe(false)
  browser.cookies.set(session, kept)
  expect((await browser.get('/akun')).status).toBe(303)
})

test('a session ends when its person leaves', async () => {
  const { actor, email } = await member('Sari Pamit')
  const browser = jar()
  await signIn(browser, email)
  await db.updateTable('person').set({ left_at: now.at }).where('id', '=', actor.personId!).execute()
  expect((await browser.get('/akun')).status).toBe(303)
  expect(await db.selectFrom('auth_session').select('id').where('userId', '=', actor.personId!).execute()).toEqual([])
})

test('a session lives on while it is used, dies unused after seven days, and after thirty in any case', async () => {
  const { actor, email } = await member('Sari Lama')
  const day = 86_400_000
  const browser = jar()
  now.at = new Date()
  await signIn(browser, email)
  const began = now.at.getTime()
  for (let passed = 6; passed <= 24; passed += 6) {
    now.at = new Date(began + passed * day)
    const page = await browser.get('/akun')
    expect(page.status).toBe(200)
    expect(page.headers.getSetCookie().some(cookie => cookie.startsWith(session))).toBe(true)
    expect((await browser.get('/akun')).headers.getSetCookie().some(cookie => cookie.startsWith(session))).toBe(false)
  }
  now.at = new Date(began + 31 * day)
  expect((await browser.get('/akun')).status).toBe(303)
  now.at = new Date(began)
  const idle = jar()
  await signIn(idle, email)
  now.at = new Date(began + 8 * day)
  expect((await idle.get('/akun')).status).toBe(303)
  expect(actor.personId).not.toBeNull()
})

test('hostile names and fields are text, and break nothing', async () => {
  const { actor, email } = await member('Sari <script>alert(1)</script> Jahat')
  const browser = jar()
  await signIn(browser, email)
  const page = await (await browser.get('/akun')).text()
  expect(page).not.toContain('<script>alert(1)')
  expect(page).toContain('&lt;script>alert(1)')
  expect(actor.name).toContain('<script>')
  for (const value of ['a\u0000b@contoh.go.id', `${'a'.repeat(5000)}@contoh.go.id`, "'; drop table person; --", '{"$ne":1}'])
    expect((await jar().post('/masuk', { email: value, password: 'x' })).status).toBe(422)
  expect((await jar().post('/masuk', { 'email.a': 'x', 'email.b': 'y', 'password.0': 'x' })).status).toBe(422)
  expect((await jar().post('/masuk', { email, password: 'a'.repeat(100_000) })).status).toBe(422)
})

test('better-auth itself is not on the network', async () => {
  for (const path of ['/api/auth/sign-in/email', '/api/auth/get-session', '/api/auth/two-factor/enable']) {
    const answer = await app.request(`http://sinergi.test${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://sinergi.test' },
      body: '{}',
    })
    expect(answer.status).toBe(404)
  }
})

test('both languages', async () => {
  const browser = jar()
  expect(await (await browser.get('/masuk')).text()).toContain('Lupa kata sandi?')
  const chosen = await browser.post('/tampilan', { bahasa: 'en', kembali: '/masuk?ke=%2Fakun' })
  expect(chosen.headers.get('location')).toBe('/masuk?ke=%2Fakun')
  expect(await (await browser.get('/masuk')).text()).toContain('Forgotten your password?')
  await browser.post('/tampilan', { tema: 'dark', kembali: '//jahat.example' })
  expect(await (await browser.get('/masuk')).text()).toContain('data-theme="dark"')
})

test('a program without a session is told so as a problem, not sent to a form', async () => {
  const answer = await (await program(null))('GET', '/account')
  expect([answer.status, answer.headers.get('content-type')]).toEqual([401, 'application/problem+json'])
})

test('only a wrong password is called one: a database that is gone is a 503, and whatever else fails an error that is logged', async () => {
  const { email } = await member('Sari Galat')
  const lines: { event: string }[] = []
  const log = logTo(line => lines.push(JSON.parse(line)), 'warn')
  const gone = openPostgres('postgres://sinergi:rahasia@127.0.0.1:1/tidak_ada', 2)
  const api = (answer: () => Response) => ({ ...kernel.auth, api: { ...kernel.auth.api, signInEmail: async () => answer() } }) as never
  const broken = () => Response.json({ code: 'SOMETHING_ELSE' }, { status: 500 })
  const tried = async (auth: typeof kernel.auth) => {
    const outages = watchOutages(kernel.store, kernel.files, log)
    const answer = await signIn(jar({ app: createApp({ ...kernel, log, outages, auth }) }), email)
    outages.stop()
    return [answer.status, (await answer.text()).includes('Surel atau kata sandi tidak cocok')]
  }
  expect(await tried(createAuth(kernel.config, gone, kernel.secret, kernel.baseUrl))).toEqual([503, false])
  expect(await tried(api(broken))).toEqual([500, false])
  expect(await tried(api(() => new Response('no JSON', { status: 502 })))).toEqual([500, false])
  expect(await tried(api(() => Response.json({ code: 'INVALID_EMAIL_OR_PASSWORD' }, { status: 401 })))).toEqual([422, true])
  await db
    .updateTable('auth_account')
    .set({ password: 'not a hash' })
    .where('accountId', 'in', eb => eb.selectFrom('auth_user').select('id').where('email', '=', email))
    .execute()
  expect(await tried(kernel.auth)).toEqual([500, false])
  expect(lines.map(({ event }) => event)).toEqual(['outage.began', 'request.failed', 'request.failed', 'request.failed'])
  await gone.close()
})

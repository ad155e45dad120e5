import { afterAll, afterEach, expect, test } from 'vitest'
import { jar } from '../../../test/jar.ts'
import { app, as, browser, db, kernel, now, operator, person, program, stranger } from '../../../test/world.ts'
import { setPassword } from '../../platform/auth/accounts.ts'
import { hashPassword } from '../../platform/auth/passwords.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { changeAccount, showAccount } from './operations/profile.ts'
import { clearSessions, listSessions, revokeSession } from './operations/sessions.ts'
import { createToken, listTokens, revokeToken } from './operations/tokens.ts'
import { deviceOf } from './rules.ts'

const start = now.at
afterEach(() => {
  now.at = start
})
afterAll(() => kernel.close())

const password = 'kuda-laut-melompat-tinggi'
async function member(name: string): Promise<{ actor: Actor; email: string }> {
  const actor = await person(name, 'office_operator', '91')
  const { email } = await db
    .selectFrom('person')
    .select('email')
    .$narrowType<{ email: string }>()
    .where('id', '=', actor.personId!)
    .executeTakeFirstOrThrow()
  await setPassword({ db, clock: kernel.clock }, actor.personId!, await hashPassword(password))
  return { actor, email }
}
/** A program with this token. */
const bearer = (token: string) => (method: string, path: string, body?: object) =>
  app.request(`http://sinergi.test/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })

test('name, language and zone are one’s own to change, and noted from what to what', async () => {
  const sari = await person('Sari Lama', 'office_operator', '91')
  expect(await as(sari)(showAccount)).toMatchObject({
    name: 'Sari Lama',
    locale: 'id',
    zone: 'Asia/Jayapura',
    ownZone: null,
    roles: ['Operator satuan kerja'],
    password: false,
    secondFactor: false,
  })
  const own = await browser(sari)
  expect((await own.post('/akun', { name: 'Sari Baru', locale: 'en', zone: 'Asia/Jakarta', rev: '0' })).headers.get('location')).toBe(
    '/akun',
  )
  const page = await (await own.get('/akun')).text()
  expect(page).toContain('value="Sari Baru"')
  expect(page).toContain('<html lang="en"')
  const line = await db
    .selectFrom('audit_event')
    .select('changes')
    .where('operation', '=', 'account.change')
    .where('subject_id', '=', sari.personId!)
    .executeTakeFirstOrThrow()
  expect(line.changes).toEqual({ name: ['Sari Lama', 'Sari Baru'], locale: ['id', 'en'], zone: [null, 'Asia/Jakarta'] })
  expect((await db.selectFrom('auth_user').select('name').where('id', '=', sari.personId!).executeTakeFirstOrThrow()).name).toBe(
    'Sari Baru',
  )
})

test('a wrong profile comes back with what was typed', async () => {
  const own = await browser(await person('Sari Keliru', 'office_operator'))
  const answer = await own.post('/akun', { name: 'x', locale: 'id', zone: 'Asia/Tokyo' })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('value="x"')
})

test('the language of the pages is of this device; that of one’s letters stays as the account says', async () => {
  const sari = await person('Sari Bahasa', 'office_operator')
  const answer = await (await browser(sari)).post('/tampilan', { bahasa: 'en', kembali: '/akun' })
  expect(answer.headers.get('set-cookie')).toContain('bahasa=en')
  expect((await as(sari)(showAccount)).locale).toBe('id')
})

test('the password changes with the current one, other devices go, this one stays', async () => {
  const { email } = await member('Sari Ganti')
  const [here, there] = [jar(), jar()]
  for (const each of [here, there]) await each.post('/masuk', { email, password })
  expect((await here.post('/akun/sandi', { current: 'bukan-itu-bukan-itu', password: 'burung-terbang-rendah' })).status).toBe(422)
  expect((await here.post('/akun/sandi', { current: password, password: 'pendek' })).status).toBe(422)
  expect((await here.post('/akun/sandi', { current: password, password: 'burung-terbang-rendah' })).headers.get('location')).toBe(
    '/akun/keamanan',
  )
  expect((await here.get('/akun')).status).toBe(200)
  expect((await there.get('/akun')).status).toBe(303)
  expect((await jar().post('/masuk', { email, password: 'burung-terbang-rendah' })).status).toBe(303)
})

test('of two who change a password at the same moment by knowing the same one, only the first does', async () => {
  const { email } = await member('Sari Berdua')
  const devices = [jar(), jar(), jar()]
  for (const each of devices) await each.post('/masuk', { email, password })
  const chosen = devices.map((_, n) => `burung-terbang-rendah-${n}`)
  const answers = await Promise.all(devices.map((each, n) => each.post('/akun/sandi', { current: password, password: chosen[n]! })))
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422])
  const first = answers.findIndex(({ status }) => status === 303)
  expect((await jar().post('/masuk', { email, password: chosen[first]! })).status).toBe(303)
})

test('a new password takes the tokens of programs along, unless they are told to stay, and page and letter say so', async () => {
  const { actor, email } = await member('Sari Cabut')
  const own = jar()
  await own.post('/masuk', { email, password })
  expect(await (await own.get('/akun/keamanan')).text()).not.toContain('token program tetap berlaku')
  const [kept, ...others] = await Promise.all(['Satu', 'Dua', 'Tiga'].map(name => as(actor)(createToken, { name, scope: 'write' })))
  expect(await (await own.get('/akun/keamanan')).text()).toContain('Biarkan 3 token program tetap berlaku')
  const change = (current: string, next: string, more: Record<string, string> = {}) =>
    own.post('/akun/sandi', { current, password: next, ...more })
  await change(password, 'burung-terbang-rendah', { keepTokens: 'ya' })
  expect((await bearer(kept.token)('GET', '/account')).status).toBe(200)
  await change('burung-terbang-rendah', 'ikan-berenang-dalam')
  expect(await (await own.get('/akun/keamanan')).text()).toContain('3 token program dicabut')
  for (const { token } of [kept, ...others]) expect((await bearer(token)('GET', '/account')).status).toBe(401)
  await kernel.jobs.drain(kernel)
  const letters = await db.selectFrom('mail_message').select('body').where('recipient', '=', email).orderBy('id').execute()
  expect(letters.map(({ body }) => /(\d+) token program telah dicabut/.exec(body)?.[1])).toEqual([undefined, '3'])
})

test('what does not fit as a new password is no guess at the current one', async () => {
  const { email } = await member('Sari Pendek')
  const own = jar()
  await own.post('/masuk', { email, password })
  for (let n = 0; n < 10; n++) expect((await own.post('/akun/sandi', { current: password, password: 'sari-pendek-2046' })).status).toBe(422)
  expect((await own.post('/akun/sandi', { current: password, password: 'burung-terbang-rendah' })).status).toBe(303)
})

test('a session that was left open cannot guess the password', async () => {
  const { email } = await member('Sari Tinggal')
  const open = jar()
  await open.post('/masuk', { email, password })
  const answers = []
  for (let n = 0; n < 9; n++)
    answers.push((await open.post('/akun/sandi', { current: `bukan-itu-${n}`, password: 'burung-terbang-rendah' })).status)
  expect(answers).toEqual([422, 422, 422, 422, 422, 422, 422, 422, 429])
})

test('devices are listed, one is signed out, then all others', async () => {
  const { actor, email } = await member('Sari Gawai')
  const phone = jar({ ip: '203.0.113.5', agent: 'Mozilla/5.0 (Linux; Android 14) Chrome/140.0 Mobile Safari/537.36' })
  const [here, third] = [jar(), jar()]
  for (const each of [phone, here, third]) await each.post('/masuk', { email, password })
  const page = await (await here.get('/akun/keamanan')).text()
  expect(page).toContain('Chrome di Android')
  expect(page).toContain('203.0.113.5')
  expect(page.match(/Perangkat ini</g)).toHaveLength(1)
  const { sessions } = await as(actor)(listSessions)
  expect(Object.keys(sessions[0])).not.toContain('token')
  const { id } = sessions.find((each: { address: string }) => each.address === '203.0.113.5')
  expect((await here.post(`/akun/sesi/${id}`)).status).toBe(303)
  expect((await phone.get('/akun')).status).toBe(303)
  expect((await third.get('/akun')).status).toBe(200)
  await here.post('/akun/sesi/lain')
  expect((await third.get('/akun')).status).toBe(303)
  expect((await here.get('/akun')).status).toBe(200)
})

test('nobody sees or ends the sessions and tokens of another, by any door', async () => {
  const sari = await member('Sari Milik')
  const budi = await person('Budi Usil', 'national_admin')
  await jar().post('/masuk', { email: sari.email, password })
  const [own] = (await as(sari.actor)(listSessions)).sessions
  const { kept } = await as(sari.actor)(createToken, { name: 'Dasbor' })
  for (const door of ['page', 'rest', 'command'] as const) {
    await expect(as(budi, door)(revokeSession, { id: own.id })).rejects.toMatchObject({ code: 'not_found' })
    await expect(as(budi, door)(revokeToken, { id: kept.id })).rejects.toMatchObject({ code: 'not_found' })
  }
  expect((await as(budi)(listTokens)).tokens).toEqual([])
  await as(budi)(clearSessions)
  expect((await as(sari.actor)(listSessions)).sessions).toHaveLength(1)
  for (const operation of [showAccount, listSessions, listTokens, clearSessions]) {
    await expect(as(stranger)(operation)).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(as(operator)(operation)).rejects.toMatchObject({ code: 'unauthenticated' })
  }
})

test('a token acts as its person, within its scope, until its day, or until it is revoked', async () => {
  const sari = await person('Sari Program', 'office_operator', '35.10')
  const own = await browser(sari)
  const made = await (await own.post('/akun/token', { name: 'Dasbor', scope: 'read', days: '30' })).text()
  const read = bearer(made.match(/<code>(sng_[\w-]{43})<\/code>/)![1]!)
  expect(await (await own.get('/akun/token')).text()).not.toMatch(/sng_[\w-]{10}/)
  expect((await (await read('GET', '/account')).json()).name).toBe('Sari Program')
  expect((await read('PATCH', '/account', { name: 'Diubah' })).status).toBe(403)
  expect((await read('POST', '/account/tokens', { name: 'Anak' })).status).toBe(403)

  const { token, kept } = await as(sari)(createToken, { name: 'Penulis', scope: 'write', days: 1 })
  const write = bearer(token)
  expect((await write('PATCH', '/account', { name: 'Sari Diubah', rev: 0 })).status).toBe(200)
  expect((await write('POST', '/account/tokens', { name: 'Anak', scope: 'write' })).status).toBe(403)
  now.at = new Date(start.getTime() + 86_400_000)
  expect((await write('GET', '/account')).status).toBe(401)
  expect((await read('GET', '/account')).status).toBe(200)
  now.at = start
  await as(sari)(revokeToken, { id: kept.id })
  expect((await write('GET', '/account')).status).toBe(401)
  const { tokens } = await as(sari)(listTokens)
  expect(tokens.map(({ name, state, lastUsedOn }: Record<string, unknown>) => [name, state, lastUsedOn])).toEqual([
    ['Dasbor', 'valid', '2025-11-21'],
    ['Penulis', 'revoked', '2025-11-20'],
  ])
})

test('a token that opens is listed however many were revoked after it', async () => {
  const sari = await person('Sari Bertukar', 'office_operator')
  const { kept } = await as(sari)(createToken, { name: 'Lama', days: 365 })
  for (let turn = 1; turn <= 50; turn++) {
    now.at = new Date(start.getTime() + turn * 1000)
    const { kept: next } = await as(sari)(createToken, { name: `Ganti ${turn}` })
    await as(sari)(revokeToken, { id: next.id })
  }
  const { tokens } = await as(sari)(listTokens)
  expect([tokens.length, tokens[0].id, tokens[0].state]).toEqual([50, kept.id, 'valid'])
})

test('a token stops with its person, and a made-up one is refused rather than ignored', async () => {
  const sari = await person('Sari Berhenti', 'office_operator')
  const { token } = await as(sari)(createToken, { name: 'Dasbor' })
  expect((await bearer(token)('GET', '/account')).status).toBe(200)
  await db.updateTable('person').set({ left_at: now.at }).where('id', '=', sari.personId!).execute()
  for (const none of [token, 'sng_tidak-ada']) {
    const answer = await bearer(none)('GET', '/offices')
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer error="invalid_token"'])
  }
})

test('a program may send a form, and a browser may not pass for one', async () => {
  const { actor, email } = await member('Sari Formulir')
  const { token } = await as(actor)(createToken, { name: 'Pengunggah', scope: 'write' })
  const send = (headers: Record<string, string>) => {
    const body = new FormData()
    body.set('name', 'Sari Multipart')
    body.set('rev', '0')
    return app.request('http://sinergi.test/api/v1/account', { method: 'PATCH', headers, body })
  }
  expect((await send({ authorization: `Bearer ${token}` })).status).toBe(200)
  const own = jar()
  await own.post('/masuk', { email, password })
  const cookie = [...own.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  for (const authorization of ['Basic eDp4', 'Bearer', `Bearer ${token} x`])
    expect((await send({ authorization, cookie })).status).toBe(403)
  const mixed = await app.request('http://sinergi.test/api/v1/account', {
    headers: { authorization: `Bearer ${(await as(await person('Lain', 'auditor'))(createToken, { name: 'x' })).token}`, cookie },
  })
  expect((await mixed.json()).name).toBe('Lain')
})

test('what a token is, is kept nowhere: not in its row, nor in the audit trail, nor as a repeated answer', async () => {
  const sari = await person('Sari Simpan', 'office_operator')
  const answer = await (await program(sari))('POST', '/account/tokens', { name: 'Dasbor' })
  const { token } = await answer.json()
  expect(answer.status).toBe(201)
  const rows = [
    await db.selectFrom('api_token').selectAll().execute(),
    await db.selectFrom('audit_event').selectAll().execute(),
    await db.selectFrom('revision').selectAll().execute(),
  ]
  expect(JSON.stringify(rows)).not.toContain(token.slice(4, 20))
  const repeated = await (await program(sari))('POST', '/account/tokens', { name: 'Dasbor' }, { 'idempotency-key': 'once' })
  expect(repeated.status).toBe(422)
})

test.each([{ days: 0 }, { days: 366 }, { scope: 'admin' }, { name: '' }, { name: 'x'.repeat(81) }])(
  'a token with %j is refused',
  async wrong => {
    const sari = await person('Sari Batas', 'office_operator')
    await expect(as(sari)(createToken, { name: 'Dasbor', ...wrong })).rejects.toMatchObject({ code: 'invalid' })
  },
)

test('of tokens asked for at once no more than twenty are made', async () => {
  const sari = await person('Banyak', 'auditor')
  const asked = Array.from({ length: 24 }, (_, at) => as(sari)(createToken, { name: `Program ${at}` }))
  const made = (await Promise.allSettled(asked)).filter(({ status }) => status === 'fulfilled')
  expect(made.length).toBe(20)
})

test('a name changes over REST, and what was not given stays', async () => {
  const sari = await person('Sari Sebagian', 'office_operator')
  const answer = await (await program(sari))('PATCH', '/account', { zone: 'Asia/Makassar', rev: 0 })
  expect(await answer.json()).toMatchObject({ name: 'Sari Sebagian', locale: 'id', zone: 'Asia/Makassar' })
  await expect(as(sari)(changeAccount, { name: '\u0000' })).rejects.toMatchObject({ code: 'invalid' })
})

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0', 'Edge', 'Windows'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604.1', 'Safari', 'iPhone'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0', 'Firefox', 'Linux'],
  ['curl/8.5', null, null],
])('%s is %s on %s', (agent, name, system) => {
  expect(deviceOf(agent)).toEqual({ browser: name, system })
})

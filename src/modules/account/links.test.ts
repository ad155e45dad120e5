import { afterAll, afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { jar } from '../../../test/jar.ts'
import { as, db, kernel, now, office, person } from '../../../test/world.ts'
import { setPassword } from '../../platform/auth/accounts.ts'
import { inviteLink, sendInvitation, sendMagicLink } from '../../platform/auth/letters.ts'
import { findLink, issueLink } from '../../platform/auth/links.ts'
import { hashPassword } from '../../platform/auth/passwords.ts'
import { type Actor, system } from '../../platform/authority/actor.ts'
import { actorOfPerson } from '../../platform/authority/load-actor.ts'
import { call, internalOperation, newId } from '../../platform/operation/operation.ts'
import { tidySignIn } from './operations/signing-in.ts'
import { createToken, listTokens } from './operations/tokens.ts'

const start = now.at
afterEach(() => {
  now.at = start
})
afterAll(() => kernel.close())

const password = 'kuda-laut-melompat-tinggi'
const session = 'sinergi.session_token'
const later = (minutes: number) => {
  now.at = new Date(start.getTime() + minutes * 60_000)
}

/** Somebody who is registered: a row of person, and nothing to sign in with yet. */
async function registered(name: string, locale: 'id' | 'en' = 'id') {
  const id = newId()
  const row = { id, name, email: `${id.slice(-8)}@contoh.go.id`, locale }
  await db
    .insertInto('person')
    .values({ ...row, created_at: now.at })
    .execute()
  await db
    .insertInto('role_grant')
    .values({
      id: newId(),
      person_id: id,
      role: 'office_operator',
      office_id: office('35.10').id,
      from_on: '2020-01-01',
      granted_at: now.at,
    })
    .execute()
  return row
}
async function member(name: string) {
  const row = await registered(name)
  await inTransaction(context => inviteLink(context, row))
  const { auth_user_id: userId } = await db.selectFrom('person').select('auth_user_id').where('id', '=', row.id).executeTakeFirstOrThrow()
  await setPassword({ db, clock: kernel.clock }, userId!, await hashPassword(password))
  return { ...row, userId: userId! }
}
/** A contact of a partner: no password, no office. */
async function contact(name: string): Promise<{ actor: Actor; email: string }> {
  const partner = {
    id: newId(),
    name: `Mitra ${name}`,
    folded: `mitra ${name}`,
    class: 'other' as const,
    office_id: office('00').id,
    created_at: now.at,
  }
  await db.insertInto('partner').values(partner).execute()
  const actor = await person(name, 'partner_contact', '00', false, { partnerId: partner.id })
  const { email } = await db
    .selectFrom('person')
    .select('email')
    .$narrowType<{ email: string }>()
    .where('id', '=', actor.personId!)
    .executeTakeFirstOrThrow()
  return { actor, email }
}
type Work = Parameters<typeof internalOperation>[0]['run']
/** As an operation of another module would: in its transaction. */
const inTransaction = <T>(work: (context: Parameters<Work>[0]) => Promise<T>): Promise<T> =>
  call(
    kernel,
    system(),
    internalOperation({ name: 'test.work', input: z.object({}), output: z.any(), run: work as never }),
    {},
    'job',
  ) as Promise<T>
/** Letters to an address so far, after the jobs ran; and the path of the link in the last one. */
async function lettersTo(email: string) {
  await kernel.jobs.drain(kernel)
  return db.selectFrom('mail_message').select(['subject', 'body', 'sent_at']).where('recipient', '=', email).orderBy('id').execute()
}
const pathIn = (body: string): string => new URL(body.match(/http:\S+/)![0]).pathname

test('a forgotten password: a letter, a page, a new password, signed in, all other devices out', async () => {
  const { email, userId } = await member('Sari Lupa')
  const old = jar()
  await old.post('/masuk', { email, password })
  const browser = jar()
  const asked = await browser.post('/lupa-sandi', { email })
  expect(asked.headers.get('location')).toBe('/lupa-sandi?terkirim=ya')
  expect(await (await browser.get('/lupa-sandi?terkirim=ya')).text()).toContain('Periksa surel Anda')
  const [letter] = await lettersTo(email)
  expect([letter!.subject, letter!.sent_at]).toEqual(['Atur ulang kata sandi Sinergi', now.at])
  const path = pathIn(letter!.body)
  expect(await (await browser.get(path)).text()).toContain('Atur kata sandi baru')
  expect((await browser.post(path, { password: 'pendek' })).status).toBe(422)
  expect((await browser.post(path, { password: 'password1234' })).status).toBe(422)
  expect((await browser.post(path, { password: 'burung-terbang-rendah' })).headers.get('location')).toBe('/')
  expect(await (await browser.get('/akun')).text()).toContain('Sari Lupa')
  expect((await old.get('/akun')).status).toBe(303)
  expect((await jar().post('/masuk', { email, password })).status).toBe(422)
  expect((await jar().post('/masuk', { email, password: 'burung-terbang-rendah' })).status).toBe(303)
  expect((await lettersTo(email)).map(({ subject }) => subject)).toEqual([
    'Atur ulang kata sandi Sinergi',
    'Kata sandi Sinergi Anda diubah',
  ])
  expect(await db.selectFrom('auth_account').select('id').where('userId', '=', userId).execute()).toHaveLength(1)
})

test('a password that was chosen is saved, said to be saved and signs in, however many wrong ones came before from the same place', async () => {
  const { email } = await member('Sari Terhalang')
  const ip = '198.51.100.60'
  const browser = jar({ ip })
  await browser.post('/lupa-sandi', { email })
  const path = pathIn((await lettersTo(email))[0]!.body)
  for (let n = 0; n < 6; n++) await browser.post('/masuk', { email, password: 'salah-salah-salah' })
  for (let n = 0; n < 60; n++) await jar({ ip }).post('/masuk', { email: `w${n}@contoh.go.id`, password: 'x' })
  expect((await browser.post('/masuk', { email, password })).status).toBe(429)
  expect((await browser.post(path, { password: 'burung-terbang-rendah' })).headers.get('location')).toBe('/')
  const page = await (await browser.get('/akun')).text()
  expect(page).toContain('Kata sandi tersimpan, dan Anda sudah masuk.')
  expect(page).toContain('Sari Terhalang')
})

test('a forgotten password ends all that others may hold: tokens, links on their way, sign-ins that wait for a code', async () => {
  const { email, id, userId } = await member('Sari Bocor')
  const actor = (await actorOfPerson(db, id, kernel.clock.today()))!
  for (const name of ['Satu', 'Dua']) await as(actor)(createToken, { name })
  await jar().post('/lupa-sandi', { email })
  const path = pathIn((await lettersTo(email))[0]!.body)
  const magic = await inTransaction(context => issueLink(context, 'session', id, '/'))
  const { internalAdapter } = await kernel.auth.$context
  const challenge = { identifier: 'tantangan', value: userId, expiresAt: new Date(Date.now() + 600_000) }
  await internalAdapter.createVerificationValue(challenge)
  const browser = jar()
  await browser.post(path, { password: 'burung-terbang-rendah' })
  expect(await (await browser.get('/akun')).text()).toContain('Semua perangkat lain sudah dikeluarkan dan 2 token program dicabut.')
  expect((await lettersTo(email)).at(-1)!.body).toContain('2 token program telah dicabut')
  expect((await as(actor)(listTokens)).tokens.map(({ state }: { state: string }) => state)).toEqual(['revoked', 'revoked'])
  expect((await findLink(db, magic.split('/').at(-1)!, now.at, ['session']))!.state).toBe('expired')
  expect(await internalAdapter.findVerificationValue('tantangan')).toBeNull()
})

test('asking for a letter tells nobody whether the address exists', async () => {
  const { email } = await member('Sari Rahasia')
  for (const path of ['/lupa-sandi', '/masuk/tautan']) {
    const answers = await Promise.all([email, 'tidak.ada@contoh.go.id'].map(async each => jar().post(path, { email: each })))
    const shown = await Promise.all(answers.map(async answer => [answer.status, answer.headers.get('location'), await answer.text()]))
    expect(shown[0]).toEqual(shown[1])
  }
  expect(await lettersTo('tidak.ada@contoh.go.id')).toEqual([])
})

test('letters to one address are few, wherever they are asked for', async () => {
  const { email } = await member('Sari Surat')
  const answers = []
  for (let n = 0; n < 7; n++) answers.push((await jar().post('/lupa-sandi', { email })).status)
  expect(answers).toEqual([303, 303, 303, 303, 303, 429, 429])
  expect(await lettersTo(email)).toHaveLength(5)
})

test('whoever asks for a letter gets it, however many invitations and reminders came within the hour', async () => {
  const { email, ...sari } = await member('Sari Banyak')
  for (let n = 0; n < 12; n++) await inTransaction(context => inviteLink(context, { email, ...sari }))
  await jar().post('/lupa-sandi', { email })
  expect((await lettersTo(email)).map(({ subject }) => subject)).toEqual(['Atur ulang kata sandi Sinergi'])
  const { email: partners } = await contact('Kontak Banyak')
  for (let n = 0; n < 12; n++) await inTransaction(context => sendMagicLink(context, partners, '/evaluasi'))
  await jar().post('/masuk/tautan', { email: partners, ke: '/perjanjian' })
  const last = (await lettersTo(partners)).map(({ body }) => pathIn(body))
  expect(last).toHaveLength(13)
  expect((await jar().post(last[12]!)).headers.get('location')).toBe('/perjanjian')
})

test('a link to a password works once, for an hour, and only the newest', async () => {
  const { email } = await member('Sari Sekali')
  for (let n = 0; n < 2; n++) {
    await jar().post('/lupa-sandi', { email })
    await lettersTo(email)
  }
  const [first, second] = (await lettersTo(email)).map(({ body }) => pathIn(body))
  expect((await jar().get(first!)).status).toBe(410)
  expect((await jar().get(second!)).status).toBe(200)
  later(61)
  expect((await jar().get(second!)).status).toBe(410)
  expect((await jar().post(second!, { password: 'burung-terbang-rendah' })).status).toBe(410)
  later(59)
  expect((await jar().post(second!, { password: 'burung-terbang-rendah' })).status).toBe(303)
  const again = await jar().post(second!, { password: 'kucing-tidur-siang' })
  expect(again.status).toBe(410)
  expect(await again.text()).toContain('Tautan ini sudah dipakai')
  expect((await jar().post('/masuk', { email, password: 'kucing-tidur-siang' })).status).toBe(422)
})

test('of two who use one link at once, one gets it', async () => {
  const { email } = await member('Sari Berdua')
  await jar().post('/lupa-sandi', { email })
  const [letter] = await lettersTo(email)
  const answers = await Promise.all(
    ['burung-terbang-rendah', 'kucing-tidur-siang'].map(each => jar().post(pathIn(letter!.body), { password: each })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 410])
})

test('an invitation: the same page, with a first password, for fourteen days', async () => {
  const row = await registered('Sari Baru', 'en')
  const url = await inTransaction(context => sendInvitation(context, row))
  const [letter] = await lettersTo(row.email)
  expect(letter!.subject).toBe('Invitation to Sinergi')
  expect(letter!.body).toContain(url)
  const path = new URL(url).pathname
  later(13 * 24 * 60)
  const browser = jar()
  expect(await (await browser.get(path)).text()).toContain('Buat kata sandi')
  expect((await browser.post(path, { password })).headers.get('location')).toBe('/')
  expect(await (await browser.get('/akun')).text()).toContain('Sari Baru')
  expect((await jar().post('/masuk', { email: row.email, password })).status).toBe(303)
})

test('a link of somebody who has left, a made-up one, and one for another purpose open nothing', async () => {
  const row = await registered('Sari Kedaluwarsa')
  const path = new URL(await inTransaction(context => inviteLink(context, row))).pathname
  expect((await jar().get(path.replace('/sandi/', '/masuk/tautan/'))).status).toBe(410)
  expect((await jar().get(path.replace('/sandi/', '/mulai/'))).status).toBe(410)
  await db.updateTable('person').set({ left_at: now.at }).where('id', '=', row.id).execute()
  expect((await jar().post(path, { password })).status).toBe(410)
  expect((await jar().get('/sandi/tidak-ada')).status).toBe(410)
})

test('what a link says is not kept: the database holds only its hash', async () => {
  const row = await registered('Sari Hash')
  const token = (await inTransaction(context => inviteLink(context, row))).split('/').at(-1)!
  expect(token).toHaveLength(43)
  const rows = await db.selectFrom('sign_in_link').selectAll().where('person_id', '=', row.id).execute()
  expect(JSON.stringify(rows)).not.toContain(token)
})

test('a partner is led by letter to their page: opening the link uses nothing up, the button does', async () => {
  const { actor, email } = await contact('Kontak Mitra')
  await inTransaction(context => sendMagicLink(context, email, '/evaluasi/isi/42?bagian=2'))
  const [letter] = await lettersTo(email)
  const path = pathIn(letter!.body)
  const scanner = jar()
  for (let n = 0; n < 3; n++) expect(await (await scanner.get(path)).text()).toContain('Masuk sebagai Kontak Mitra')
  expect(scanner.cookies.has(session)).toBe(false)
  const browser = jar()
  expect((await browser.post(path)).headers.get('location')).toBe('/evaluasi/isi/42?bagian=2')
  expect(await (await browser.get('/akun')).text()).toContain('Kontak Mitra')
  expect((await browser.get(path)).headers.get('location')).toBe('/evaluasi/isi/42?bagian=2')
  const other = jar()
  expect((await other.post(path)).status).toBe(410)
  expect(other.cookies.has(session)).toBe(false)
  expect(await (await other.get(path)).text()).toContain('/masuk/tautan?ke=%2Fevaluasi%2Fisi%2F42%3Fbagian%3D2')
  expect(actor.grants).toEqual([{ role: 'partner_contact', path: null, descendants: false, partnerId: expect.any(String) }])
})

test('a partner asks for a link, with the way onwards, and it lasts fourteen days', async () => {
  const { email } = await contact('Kontak Tanya')
  await jar().post('/masuk/tautan', { email, ke: '/perjanjian' })
  const [letter] = await lettersTo(email)
  later(14 * 24 * 60 + 1)
  expect((await jar().post(pathIn(letter!.body))).status).toBe(410)
  later(14 * 24 * 60 - 1)
  expect((await jar().post(pathIn(letter!.body))).headers.get('location')).toBe('/perjanjian')
})

test('a link never leads off the site', async () => {
  const { email } = await contact('Kontak Arah')
  await inTransaction(context => sendMagicLink(context, email, 'https://jahat.example/x'))
  const [letter] = await lettersTo(email)
  expect((await jar().post(pathIn(letter!.body))).headers.get('location')).toBe('/')
})

test('whoever has a password is never signed in by a link, so nothing skips the second step', async () => {
  const { email, id } = await member('Sari Kuat')
  await jar().post('/masuk/tautan', { email })
  await inTransaction(context => sendMagicLink(context, email, '/evaluasi'))
  const letters = await lettersTo(email)
  expect(letters.map(({ subject }) => subject).sort()).toEqual(['Atur ulang kata sandi Sinergi', 'Tautan masuk Sinergi'])
  expect(letters.some(({ body }) => body.includes('http://sinergi.test/evaluasi\n'))).toBe(true)
  expect(await db.selectFrom('sign_in_link').select('id').where('person_id', '=', id).where('purpose', '=', 'session').execute()).toEqual(
    [],
  )
})

test('a link that is on its way stops working when its reader gets an office', async () => {
  const { actor, email } = await contact('Kontak Naik')
  await inTransaction(context => sendMagicLink(context, email, '/'))
  const [letter] = await lettersTo(email)
  await db
    .insertInto('role_grant')
    .values({
      id: newId(),
      person_id: actor.personId!,
      role: 'national_admin',
      office_id: office('00').id,
      with_descendants: true,
      from_on: '2020-01-01',
      granted_at: now.at,
    })
    .execute()
  const browser = jar()
  expect((await browser.post(pathIn(letter!.body))).status).toBe(410)
  expect(browser.cookies.has(session)).toBe(false)
  await db.deleteFrom('role_grant').where('person_id', '=', actor.personId!).where('role', '=', 'national_admin').execute()
})

test('a change that fails sends no letter and leaves no link', async () => {
  const { email, actor } = await contact('Kontak Batal')
  await expect(
    inTransaction(async context => {
      await sendMagicLink(context, email, '/')
      throw new Error('changed my mind')
    }),
  ).rejects.toThrow('changed my mind')
  expect(await lettersTo(email)).toEqual([])
  expect(await db.selectFrom('sign_in_link').select('id').where('person_id', '=', actor.personId!).execute()).toEqual([])
})

test('what has run out is taken away, what still counts stays', async () => {
  const row = await registered('Sari Rapi')
  await inTransaction(context => inviteLink(context, row))
  await db
    .insertInto('attempt')
    .values([
      { key: 'old', points: 1, expire: now.at.getTime() - 1 },
      { key: 'new', points: 1, expire: now.at.getTime() + 1 },
    ])
    .execute()
  await call(kernel, system(), tidySignIn, {}, 'job')
  expect(await db.selectFrom('attempt').select('key').where('key', 'in', ['old', 'new']).execute()).toEqual([{ key: 'new' }])
  later(200 * 24 * 60)
  await call(kernel, system(), tidySignIn, {}, 'job')
  expect(await db.selectFrom('sign_in_link').select('id').where('person_id', '=', row.id).execute()).toEqual([])
})

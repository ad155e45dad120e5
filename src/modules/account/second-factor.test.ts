import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Jar, jar } from '../../../test/jar.ts'
import { as, browser as browserOf, db, kernel, now, person, program } from '../../../test/world.ts'
import { setPassword } from '../../platform/auth/accounts.ts'
import { hashPassword } from '../../platform/auth/passwords.ts'
import { actorOfPerson } from '../../platform/authority/load-actor.ts'
import { resetSecondFactor } from '../organisation/operations/second-factor.ts'

/** The clock of the codes stands still unless a test moves it: which step a code is of must not depend on how long a page takes. */
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterAll(async () => {
  vi.useRealTimers()
  await kernel.close()
})

const password = 'kuda-laut-melompat-tinggi'
const session = 'sinergi.session_token'

/** The code of RFC 6238 (SHA-1, 30 seconds, six digits), computed here a second time. */
function codeOf(key: string, at = Date.now()): string {
  const bits = [...key].map(letter => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const digest = createHmac('sha1', secret).update(counter).digest()
  const from = digest[19]! & 15
  return String((digest.readUInt32BE(from) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

test('the code is that of the example in RFC 6238', () => {
  expect(codeOf('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', 59_000)).toBe('287082')
})

/** The code of the next half minute, when it has come. */
function nextCode(key: string): string {
  vi.setSystemTime(Date.now() + 30_000)
  return codeOf(key)
}

async function member(name: string): Promise<{ email: string; browser: Jar; id: string }> {
  const actor = await person(name, 'office_operator', '35.10')
  const { email } = await db
    .selectFrom('person')
    .select('email')
    .$narrowType<{ email: string }>()
    .where('id', '=', actor.personId!)
    .executeTakeFirstOrThrow()
  await setPassword({ db, clock: kernel.clock }, actor.personId!, await hashPassword(password))
  const browser = jar()
  await browser.post('/masuk', { email, password })
  return { email, browser, id: actor.personId! }
}

/** Switches the second factor on, as the pages ask. */
async function withFactor(name: string) {
  const one = await member(name)
  expect((await one.browser.post('/akun/dua-langkah', { aksi: 'aktifkan', password })).headers.get('location')).toBe('/akun/dua-langkah')
  const page = await (await one.browser.get('/akun/dua-langkah')).text()
  const key = page.match(/secret=([A-Z2-7]+)/)![1]!
  const wrong = await one.browser.post('/akun/dua-langkah/kode', { code: '000000' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain(key)
  const codes = await (
    await one.browser.post('/akun/dua-langkah/kode', { code: ` ${codeOf(key).slice(0, 3)} ${codeOf(key).slice(3)}` })
  ).text()
  return { ...one, key, page, codes, recovery: [...codes.matchAll(/<code>(\w{5}-\w{5})<\/code>/g)].map(([, code]) => code!) }
}

test('switching on: a picture, a key, a first code, ten recovery codes, a letter, a line in the audit trail', async () => {
  const { browser, page, codes, recovery, email, id } = await withFactor('Sari Aman')
  expect(page).toContain('<svg class="qr"')
  expect(page).toContain('otpauth://totp/Sinergi:')
  expect(page).toMatch(/<a href="\/akun\/keamanan" class="button quiet">Batal<\/a>/)
  expect(recovery).toHaveLength(10)
  expect(codes).toContain(`data-codes="${recovery.join('\n')}"`)
  expect(codes).toMatch(/Cetak kode<.*Salin kode<.*<noscript>.*menu Cetak/s)
  expect(await (await browser.get('/akun/keamanan')).text()).toContain('Matikan atau buat kode pemulihan baru')
  await kernel.jobs.drain(kernel)
  expect(await db.selectFrom('mail_message').select('subject').where('recipient', '=', email).execute()).toEqual([
    { subject: 'Verifikasi dua langkah Sinergi aktif' },
  ])
  const lines = await db
    .selectFrom('audit_event')
    .select('changes')
    .where('operation', '=', 'account.second-factor')
    .where('subject_id', '=', id)
    .execute()
  expect(lines).toEqual([{ changes: { secondFactor: [false, true] } }])
  const kept = await db.selectFrom('auth_two_factor').select(['secret', 'backupCodes']).where('userId', '=', id).executeTakeFirstOrThrow()
  expect(kept.backupCodes).not.toContain(recovery[0])
})

test('without the password nothing is switched on or off', async () => {
  const { browser } = await member('Sari Tanpa')
  expect((await browser.post('/akun/dua-langkah', { aksi: 'aktifkan', password: 'bukan-itu-bukan-itu' })).status).toBe(422)
  expect((await browser.get('/akun/dua-langkah')).headers.get('location')).toBe('/akun/keamanan')
  const on = await withFactor('Sari Tetap')
  expect((await on.browser.post('/akun/dua-langkah', { aksi: 'matikan', password: 'bukan-itu-bukan-itu' })).status).toBe(422)
  const again = await on.browser.post('/akun/dua-langkah', { aksi: 'aktifkan', password })
  expect([again.status, (await again.text()).includes('Verifikasi dua langkah akun Anda sudah berubah')]).toEqual([409, true])
})

test('the password alone opens nothing: the code is asked, and then the way goes on', async () => {
  const { email, key } = await withFactor('Sari Dua')
  const browser = jar()
  expect((await browser.post('/masuk', { email, password, ke: '/akun' })).headers.get('location')).toBe('/masuk/kode?ke=%2Fakun')
  expect(browser.cookies.has(session)).toBe(false)
  for (const path of ['/akun', '/akun/keamanan', '/akun/dua-langkah']) expect((await browser.get(path)).status).toBe(303)
  expect((await browser.post('/akun/sandi', { current: password, password: 'burung-terbang-rendah' })).status).toBe(401)
  expect(await (await browser.get('/masuk/kode?ke=%2Fakun')).text()).toContain('value="/akun"')
  expect((await browser.post('/masuk/kode', { code: nextCode(key), ke: '/akun' })).headers.get('location')).toBe('/akun')
  expect(await (await browser.get('/akun')).text()).toContain('Sari Dua')
})

test('a code without the password before it, or of another challenge, is worth nothing', async () => {
  const { key } = await withFactor('Sari Sendiri')
  const stranger = jar()
  expect((await stranger.post('/masuk/kode', { code: codeOf(key) })).headers.get('location')).toBe('/masuk')
  const other = await member('Sari Biasa')
  expect((await other.browser.post('/masuk/kode', { code: codeOf(key) })).headers.get('location')).toBe('/masuk')
  stranger.cookies.set('sinergi.two_factor', 'made-up.c2lnbmF0dXJl')
  expect((await stranger.post('/masuk/kode', { code: codeOf(key) })).headers.get('location')).toBe('/masuk')
  expect(stranger.cookies.has(session)).toBe(false)
})

/** As far as the question for the code. */
async function challenged(email: string): Promise<Jar> {
  const browser = jar()
  expect((await browser.post('/masuk', { email, password })).headers.get('location')).toBe('/masuk/kode')
  return browser
}

test('a code opens once: not after it switched the factor on, not a second time, not after a later one', async () => {
  const { email, key } = await withFactor('Sari Sekali')
  const again = await (await challenged(email)).post('/masuk/kode', { code: codeOf(key) })
  expect(again.status).toBe(422)
  expect(await again.text()).toContain('Kode ini sudah dipakai.')
  const earlier = codeOf(key, Date.now() + 30_000)
  const later = codeOf(key, Date.now() + 60_000)
  vi.setSystemTime(Date.now() + 30_000)
  expect((await (await challenged(email)).post('/masuk/kode', { code: later })).headers.get('location')).toBe('/')
  for (const code of [later, earlier]) expect((await (await challenged(email)).post('/masuk/kode', { code })).status).toBe(422)
  expect((await (await challenged(email)).post('/masuk/kode', { code: nextCode(key) })).status).toBe(422)
  expect((await (await challenged(email)).post('/masuk/kode', { code: nextCode(key) })).headers.get('location')).toBe('/')
})

test('of two who bring the same code at once, one comes in; the same of a recovery code', async () => {
  const { email, key, recovery } = await withFactor('Sari Bersamaan')
  for (const fields of [{ code: nextCode(key) }, { code: recovery[0]!, cara: 'pemulihan' }]) {
    const browsers = await Promise.all([challenged(email), challenged(email), challenged(email)])
    const answers = await Promise.all(browsers.map(each => each.post('/masuk/kode', fields)))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422])
    expect(browsers.filter(each => each.cookies.has(session))).toHaveLength(1)
  }
})

test('wrong codes are counted for the account, however many challenges are opened and at once; right ones are not', async () => {
  const { email, key } = await withFactor('Sari Banyak')
  for (let round = 0; round < 12; round++)
    expect((await (await challenged(email)).post('/masuk/kode', { code: nextCode(key) })).headers.get('location')).toBe('/')
  const browsers = await Promise.all(Array.from({ length: 14 }, () => challenged(email)))
  const answers = await Promise.all(browsers.map(each => each.post('/masuk/kode', { code: 'salah' })))
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(10)
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(4)
})

test('guessing codes ends the challenge after five', async () => {
  const { email, key } = await withFactor('Sari Tebak')
  const browser = jar()
  await browser.post('/masuk', { email, password })
  for (let n = 0; n < 5; n++) expect((await browser.post('/masuk/kode', { code: '000000' })).status).toBe(422)
  expect((await browser.post('/masuk/kode', { code: nextCode(key) })).headers.get('location')).toBe('/masuk')
  expect(browser.cookies.has(session)).toBe(false)
})

test('a recovery code opens once, and new ones replace the old', async () => {
  const { email, recovery, browser: own } = await withFactor('Sari Pulih')
  const enter = async (code: string) => {
    const browser = jar()
    await browser.post('/masuk', { email, password })
    return browser.post('/masuk/kode', { code, cara: 'pemulihan' })
  }
  expect((await enter(recovery[0]!.toUpperCase())).headers.get('location')).toBe('/')
  expect((await enter(recovery[0]!)).status).toBe(422)
  const fresh = [
    ...(await (await own.post('/akun/dua-langkah', { aksi: 'kode', password })).text()).matchAll(/<code>(\w{5}-\w{5})<\/code>/g),
  ].map(([, code]) => code!)
  expect(fresh).toHaveLength(10)
  expect((await enter(recovery[1]!)).status).toBe(422)
  expect((await enter(fresh[0]!)).headers.get('location')).toBe('/')
})

test('a password set anew by mail still asks for the code', async () => {
  const { email, key } = await withFactor('Sari Ulang')
  const browser = jar()
  await browser.post('/lupa-sandi', { email })
  await kernel.jobs.drain(kernel)
  const { body } = await db
    .selectFrom('mail_message')
    .select('body')
    .where('recipient', '=', email)
    .where('subject', 'like', 'Atur%')
    .executeTakeFirstOrThrow()
  expect(
    (await browser.post(new URL(body.match(/http:\S+/)![0]).pathname, { password: 'burung-terbang-rendah' })).headers.get('location'),
  ).toBe('/masuk/kode')
  expect((await browser.get('/akun')).status).toBe(303)
  expect((await browser.post('/masuk/kode', { code: nextCode(key) })).headers.get('location')).toBe('/')
})

test('switched off, the password is enough again', async () => {
  const { email, browser } = await withFactor('Sari Mati')
  expect((await browser.post('/akun/dua-langkah', { aksi: 'matikan', password })).headers.get('location')).toBe('/akun/keamanan')
  expect((await browser.get('/akun')).status).toBe(200)
  const other = jar()
  expect((await other.post('/masuk', { email, password })).headers.get('location')).toBe('/')
  expect(other.cookies.has(session)).toBe(true)
  expect(now.at.getTime()).toBeLessThan(Date.now())
})

describe('somebody who lost the phone', () => {
  const lettersTo = async (email: string) => {
    await kernel.jobs.drain(kernel)
    return (await db.selectFrom('mail_message').select('subject').where('recipient', '=', email).execute()).map(({ subject }) => subject)
  }

  test.each(['page', 'rest', 'command'] as const)(
    'gets back in by whoever manages them (%s): factor off, sessions ended, told by letter, on record, ready to switch it on again',
    async door => {
      const { browser, email, id } = await withFactor(`Hilang Ponsel ${door}`)
      const leader = await person(`Pimpinan ${door}`, 'office_leader', '35.10')
      const page = await browserOf(leader)
      expect(await (await page.get(`/orang/${id}`)).text()).toContain('Atur ulang verifikasi dua langkah')
      expect(await (await page.get(`/orang/${id}/dua-langkah`)).text()).toContain('Pastikan dahulu bahwa memang orang itu yang meminta')
      if (door === 'page') expect((await page.post(`/orang/${id}/dua-langkah`, {})).status).toBe(303)
      else if (door === 'rest') expect((await (await program(leader))('DELETE', `/persons/${id}/second-factor`)).status).toBe(200)
      else expect(await as(leader, 'command')(resetSecondFactor, { id: email })).toMatchObject({ secondFactor: false })
      expect((await browser.get('/akun/keamanan')).headers.get('location')).toContain('/masuk')
      expect(await lettersTo(email)).toContain('Verifikasi dua langkah Sinergi diatur ulang')
      const again = jar()
      expect((await again.post('/masuk', { email, password })).headers.get('location')).not.toContain('kode')
      expect(await (await again.get('/akun/keamanan')).text()).toContain('Aktifkan')
      const lines = await db
        .selectFrom('audit_event')
        .select(['person_id', 'changes'])
        .where('operation', '=', 'persons.resetSecondFactor')
        .where('subject_id', '=', id)
        .execute()
      expect(lines).toEqual([{ person_id: leader.personId, changes: { secondFactor: [true, false] } }])
      expect(await (await page.get(`/orang/${id}`)).text()).not.toContain('Atur ulang verifikasi dua langkah')
      await expect(as(leader)(resetSecondFactor, { id })).rejects.toMatchObject({ code: 'conflict' })
    },
  )

  test('is helped by nobody else, and never by themselves', async () => {
    const { id } = await withFactor('Tetap Aman')
    const colleague = await person('Rekan Biasa', 'office_operator', '35.10')
    const neighbour = await person('Pimpinan Lain', 'office_leader', '35.11')
    await expect(as(colleague)(resetSecondFactor, { id })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(as(neighbour)(resetSecondFactor, { id })).rejects.toMatchObject({ code: 'not_found' })
    const strong = await withFactor('Pimpinan Kuat')
    await db.updateTable('role_grant').set({ role: 'national_admin' }).where('person_id', '=', strong.id).execute()
    const leader = await person('Pimpinan Kantor', 'office_leader', '35.10')
    await expect(as(leader)(resetSecondFactor, { id: strong.id })).rejects.toMatchObject({ code: 'forbidden' })
    const self = (await actorOfPerson(db, strong.id, kernel.clock.today()))!
    await expect(as(self)(resetSecondFactor, { id: strong.id })).rejects.toMatchObject({ code: 'forbidden' })
    expect(await (await (await browserOf(self)).get(`/orang/${strong.id}`)).text()).not.toContain('Atur ulang verifikasi')
    const kept = await db.selectFrom('auth_two_factor').select('id').where('userId', 'in', [id, strong.id]).execute()
    expect(kept).toHaveLength(2)
  })
})

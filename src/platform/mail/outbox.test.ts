import { afterAll, expect, test } from 'vitest'
import { as, browser, countQueries, db, kernel, now, person, program } from '../../../test/world.ts'
import { listMail, resendMail, retryMail, showMail } from '../../modules/mail/operations.ts'
import { newId } from '../operation/operation.ts'

afterAll(() => kernel.close())

const admin = await person('Dewi', 'national_admin')
const province = await person('Putri', 'national_admin', '35')
const secret = 'http://sinergi.test/sandi/AbCdEf0123456789AbCdEf0123456789AbCdEf01234'

async function letter(more: object = {}): Promise<string> {
  const id = newId()
  await db
    .insertInto('mail_message')
    .values({ id, recipient: 'rina@contoh.go.id', subject: 'Undangan', body: `Buka ${secret} sekarang.`, created_at: now.at, ...more })
    .execute()
  return id
}

test('only the national administration reads letters', async () => {
  const id = await letter()
  for (const [operation, input] of [
    [listMail, {}],
    [showMail, { id }],
    [resendMail, { id }],
    [retryMail, {}],
  ] as const)
    await expect(as(province)(operation, input)).rejects.toMatchObject({ code: 'forbidden' })
  expect((await (await browser(province)).get('/surat')).status).toBe(403)
})

test('a long address goes to the next line after the @ or a dot, never within a word', async () => {
  const id = await letter({ recipient: 'ni.luh.ayu.pratiwi@contoh.go.id' })
  const page = await browser(admin)
  for (const path of ['/surat', `/surat/${id}`])
    expect((await (await page.get(path)).text()).replaceAll('<wbr/>', '|')).toContain('ni.|luh.|ayu.|pratiwi@|contoh.|go.|id')
})

test('a kept letter shows its link, since somebody must hand it on; one that left does not', async () => {
  const kept = await letter({ sent_at: now.at, kept_as: 'x.eml' })
  const sent = await letter({ sent_at: now.at })
  expect(await as(admin)(showMail, { id: kept })).toMatchObject({ state: 'kept', body: `Buka ${secret} sekarang.` })
  expect(await as(admin)(showMail, { id: sent })).toMatchObject({ state: 'sent', body: 'Buka http://sinergi.test/sandi/… sekarang.' })
  expect(await (await (await browser(admin)).get(`/surat/${sent}`)).text()).not.toContain('AbCdEf')
})

test('letters are found by state and recipient, a page at a time, at the same cost', async () => {
  const failed = await letter({ recipient: 'gagal@contoh.go.id', failure: 'Mailbox full', given_up_at: now.at })
  expect((await as(admin)(listMail, { state: 'failed' })).letters.map((each: { id: string }) => each.id)).toEqual([failed])
  expect((await as(admin)(listMail, { q: 'GAGAL@' })).letters).toHaveLength(1)
  for (let at = 0; at < 60; at++) await letter({ recipient: `banyak${at}@contoh.go.id` })
  const first = await as(admin)(listMail, { q: 'banyak' })
  const second = await as(admin)(listMail, { q: 'banyak', after: first.next })
  expect([first.total, second.total]).toEqual(Array(2).fill(first.letters.length + second.letters.length))
  expect([first.letters.length, second.letters.length, second.next]).toEqual([50, 10, null])
  expect(await as(admin)(listMail, { q: 'banyak', before: second.previous })).toEqual(first)
  expect(await countQueries(() => as(admin)(listMail, { q: 'gagal' }))).toBe(await countQueries(() => as(admin)(listMail, { q: 'banyak' })))
})

test('a letter that failed goes again as it is, one that left as a copy, and both are noted', async () => {
  const failed = await letter({ recipient: 'ulang@contoh.go.id', failure: 'Timeout' })
  expect(await as(admin)(resendMail, { id: failed })).toEqual({ id: failed })
  await kernel.jobs.drain(kernel)
  expect(await as(admin)(showMail, { id: failed })).toMatchObject({ state: 'kept', failure: null })
  const page = await browser(admin)
  const answer = await page.post(`/surat/${failed}/kirim-ulang`, {})
  expect(answer.status).toBe(303)
  const copy = answer.headers.get('location')!.split('/').at(-1)!
  expect(copy).not.toBe(failed)
  expect(await (await page.get('/surat?q=ulang')).text()).toContain(copy)
  const noted = await db
    .selectFrom('audit_event')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('operation', '=', 'mail.resend')
    .where('subject_id', '=', failed)
    .executeTakeFirstOrThrow()
  expect(noted.count).toBe(2)
})

test('what waits for another try, and what was given up, is said with its tries and sent at once by hand, all of it', async () => {
  await kernel.store.db.deleteFrom('mail_message').execute()
  const later = new Date(now.at.getTime() + 3600_000)
  const retrying = [
    await letter({ failure: 'Timeout', tries: 7, next_try_at: later }),
    await letter({ failure: 'Busy', next_try_at: later }),
  ]
  const failed = await letter({ failure: 'No such user', given_up_at: now.at })
  expect((await as(admin)(listMail)).open).toEqual({ waiting: 0, retrying: 2, failed: 1 })
  expect(await as(admin)(showMail, { id: retrying[0]! })).toMatchObject({
    state: 'retrying',
    tries: 7,
    nextTryAt: later,
    failure: 'Timeout',
  })
  const page = await browser(admin)
  const text = await (await page.get('/surat')).text()
  expect(text).toContain('Coba kirim 2 surel sekarang')
  expect(text).toContain('Kirim lagi 1 surel yang tidak terkirim')

  expect((await page.post('/surat/kirim-ulang', { state: 'retrying' })).headers.get('location')).toBe('/surat')
  await kernel.jobs.drain(kernel)
  expect((await as(admin)(listMail)).open).toEqual({ waiting: 0, retrying: 0, failed: 1 })
  const answer = await (await program(admin))('POST', '/mail/deliveries', { state: 'failed' })
  expect([answer.status, await answer.json()]).toEqual([202, { letters: 1 }])
  await kernel.jobs.drain(kernel)
  expect(await as(admin)(showMail, { id: failed })).toMatchObject({ state: 'kept', failure: null })
})

import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { app, as, browser, db, kernel, now, office, person, program } from '../../../test/world.ts'
import { createPartner } from '../../modules/partners/operations/write.ts'
import { record } from '../audit/record.ts'
import type { Actor } from '../authority/actor.ts'
import { authorize, nationally } from '../authority/reach.ts'
import { inEach } from '../i18n/words.ts'
import { logTo } from '../process/log.ts'
import { invalid, Refusal } from '../refusals/refusal.ts'
import { day, line, Upload, whole } from '../values/shapes.ts'
import { type Context, call, newId, operation } from './operation.ts'

let ratna: Actor
let bagus: Actor
let made = 0
beforeAll(async () => {
  ratna = await person('Ratna', 'national_admin')
  bagus = await person('Bagus', 'national_admin')
})
afterAll(() => kernel.close())

let key: string
beforeEach(() => {
  key = newId()
})

/** Writes one row and one audit line each time it is carried out. */
const about = {
  name: 'notes.create',
  summary: 'Write a note down',
  power: 'setting.write' as const,
  output: z.object({ id: z.string(), at: z.number() }),
}
const note = operation({
  ...about,
  input: z.object({ text: line(50) }),
  example: { text: 'Satu' },
  async run(context, { text }) {
    authorize(context, 'setting.write', nationally)
    if (text === 'tolak')
      throw invalid(
        'text',
        inEach(tag => (tag === 'en' ? 'Not this.' : 'Bukan ini.')),
      )
    const id = newId()
    await context.db
      .insertInto('setting')
      .values({ key: id, value: JSON.stringify(text), changed_at: context.clock.now() })
      .execute()
    record(context, { kind: 'note', id }, null, { text })
    return { id, at: ++made, secret: 'not for them' }
  },
})
const notes = async (text: string) =>
  (await db.selectFrom('setting').select('key').where('value', '=', JSON.stringify(text)).execute()).map(({ key }) => key)
const refusal = (error: unknown): Refusal => {
  expect(error).toBeInstanceOf(Refusal)
  return error as Refusal
}
const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    error => error,
  )

test('an answer has only what its shape says', async () => {
  expect(Object.keys(await as(ratna)(note, { text: 'bentuk' }))).toEqual(['id', 'at'])
})

test('an answer of another shape than promised is a bug, and nothing of it is kept', async () => {
  const wrong = { ...note, output: z.object({ id: z.string().max(3) }) }
  expect(await failure(call(kernel, ratna, wrong, { text: 'bentuk salah' }))).toBeInstanceOf(z.ZodError)
  expect(await notes('bentuk salah')).toEqual([])
})

test('the same key and body are carried out once and answered the same', async () => {
  const first = await call(kernel, ratna, note, { text: 'sekali' }, 'rest', key)
  const again = await call(kernel, ratna, note, { text: 'sekali' }, 'rest', key)
  expect(again).toEqual(first)
  expect(await notes('sekali')).toEqual([first.id])
  const lines = await db.selectFrom('audit_event').select('id').where('subject_id', '=', first.id).execute()
  expect(lines).toHaveLength(1)
})

test('a key that was used for another body, or another operation, is a conflict', async () => {
  await call(kernel, ratna, note, { text: 'dua' }, 'rest', key)
  expect(refusal(await failure(call(kernel, ratna, note, { text: 'tiga' }, 'rest', key))).code).toBe('conflict')
  const other = { ...note, name: 'notes.other' }
  expect(refusal(await failure(call(kernel, ratna, other, { text: 'dua' }, 'rest', key))).code).toBe('conflict')
  expect(await notes('tiga')).toEqual([])
})

test('a key belongs to the person who sent it', async () => {
  const hers = await call(kernel, ratna, note, { text: 'milik' }, 'rest', key)
  const his = await call(kernel, bagus, note, { text: 'milik' }, 'rest', key)
  expect(his.id).not.toBe(hers.id)
  expect(await notes('milik')).toHaveLength(2)
})

test('a request that was refused leaves its key free', async () => {
  expect(refusal(await failure(call(kernel, ratna, note, { text: 'tolak' }, 'rest', key))).code).toBe('invalid')
  await call(kernel, ratna, note, { text: 'lalu benar' }, 'rest', key)
  expect(await notes('lalu benar')).toHaveLength(1)
})

test('several at once with one key are carried out once, and all get the same answer', async () => {
  const answers = await Promise.all(Array.from({ length: 5 }, () => call(kernel, ratna, note, { text: 'serentak' }, 'rest', key)))
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
  expect(await notes('serentak')).toEqual([answers[0]!.id])
})

test('an operation that answers with nothing is carried out once as well', async () => {
  const { failed: _, ...shared } = note
  const silent = operation({
    ...shared,
    name: 'notes.silent',
    output: z.null(),
    async run(context, input) {
      await note.run(context, input, undefined)
      return null
    },
  })
  expect(await call(kernel, ratna, silent, { text: 'diam' }, 'rest', key)).toBeNull()
  expect(await call(kernel, ratna, silent, { text: 'diam' }, 'rest', key)).toBeNull()
  expect(await notes('diam')).toHaveLength(1)
})

test('an answer that holds an instant is given again as it was', async () => {
  const { failed: _, ...shared } = note
  const timed = operation({
    ...shared,
    name: 'notes.timed',
    output: z.object({ at: z.date() }),
    async run(context, input) {
      await note.run(context, input, undefined)
      return { at: context.clock.now() }
    },
  })
  const first = await call(kernel, ratna, timed, { text: 'saat' }, 'rest', key)
  expect(await call(kernel, ratna, timed, { text: 'saat' }, 'rest', key)).toEqual(first)
  expect(await notes('saat')).toHaveLength(1)
})

test('over REST the header does the same', async () => {
  const rest = await program(ratna)
  const body = { name: 'Universitas Kunci Ganda', class: 'university' }
  const send = (body: object) => rest('POST', '/partners', body, { 'idempotency-key': key })
  const [first, again, other] = [await send(body), await send(body), await send({ ...body, name: 'Universitas Lain Sekali' })]
  expect([first.status, again.status, other.status]).toEqual([201, 201, 409])
  expect(await again.json()).toEqual(await first.json())
  expect(await db.selectFrom('partner').select('name').where('name', 'like', 'Universitas %').execute()).toEqual([{ name: body.name }])
  expect((await rest('POST', '/partners', body, { 'idempotency-key': 'k'.repeat(201) })).status).toBe(422)
})

test('a repeated request is answered in the very same words, and not any more once the power is gone', async () => {
  const lia = await person('Lia', 'national_admin')
  const rest = await program(lia)
  const body = { name: 'Universitas Jawaban Sama', class: 'university', address: 'Jalan Merdeka' }
  const send = () => rest('POST', '/partners', body, { 'idempotency-key': key })
  const [first, again] = [await send(), await send()]
  expect([again.status, await again.text()]).toEqual([first.status, await first.text()])

  const moved = { role: 'national_admin', office_id: office('51').id, with_descendants: true }
  await db.updateTable('role_grant').set(moved).where('person_id', '=', lia.personId).execute()
  expect((await send()).status).toBe(403)
  await db.updateTable('role_grant').set({ revoked_at: now.at }).where('person_id', '=', lia.personId).execute()
  expect((await send()).status).toBe(403)
  await db.deleteFrom('auth_session').where('userId', '=', lia.personId).execute()
  expect([401, 403]).toContain((await send()).status)
})

test('whose reach has grown, or is the same by another role, is still answered', async () => {
  const budi = await person('Budi', 'office_operator', '35.10')
  const rest = await program(budi)
  const send = () => rest('POST', '/partners', { name: 'Universitas Tumbuh', class: 'university' }, { 'idempotency-key': key })
  const first = await (await send()).text()
  await db
    .updateTable('role_grant')
    .set({ role: 'national_admin', office_id: office('35').id })
    .where('person_id', '=', budi.personId)
    .execute()
  expect(await (await send()).text()).toBe(first)
})

test('after 90 days nothing is left of an answer but that it was given, and the same request is refused, in words', async () => {
  const mia = await person('Mia', 'national_admin')
  const rest = await program(mia)
  const body = { name: 'Universitas Lama Sekali', class: 'university', address: 'Jalan Kenangan' }
  const send = () => rest('POST', '/partners', body, { 'idempotency-key': key })
  const tidy = async () => {
    await kernel.jobs.send(db, 'answers.tidy', {})
    await kernel.jobs.drain(kernel)
  }
  const kept = () => db.selectFrom('idempotency_key').select(['answer', 'reach']).where('key', '=', key).executeTakeFirst()
  const begun = now.at
  const first = await send()
  const answer = await first.text()
  expect(first.status).toBe(201)

  now.at = new Date(begun.getTime() + 90 * 86_400_000)
  await tidy()
  expect(await (await send()).text()).toBe(answer)
  now.at = new Date(begun.getTime() + 90 * 86_400_000 + 1)
  await tidy()
  expect(await kept()).toEqual({ answer: null, reach: null })
  const again = await send()
  expect([again.status, await again.json()]).toMatchObject([
    409,
    { code: 'conflict', title: expect.stringContaining('sudah dikerjakan lebih dari 90 hari') },
  ])
  expect(await db.selectFrom('partner').select('name').where('name', '=', body.name).execute()).toHaveLength(1)
  now.at = begun
})

test('a request whose answer is nothing is answered again with nothing', async () => {
  const nothing = operation({
    ...about,
    name: 'notes.nothing',
    input: note.input,
    example: { text: 'a' },
    output: z.null(),
    run: async (...all) => {
      await note.run(...all)
      return null
    },
  })
  for (const _ of [1, 2]) expect(await call(kernel, ratna, nothing, { text: 'hampa' }, 'rest', key)).toBe(null)
  expect(await notes('hampa')).toHaveLength(1)
})

test('what the database refuses to hold is a field to mend, and the log says which operation let it through', async () => {
  const lines: string[] = []
  const logging = { ...kernel, log: logTo(line => lines.push(line), 'warn') }
  const wild = { ...about, name: 'notes.wild', input: z.object({ value: z.string() }), example: { value: '1' } }
  for (const [type, value] of [
    ['date', '0000-01-01'],
    ['integer', '99999999999'],
    ['uuid', 'x'],
    ['jsonb', '{'],
    ['timestamptz', '9999999-01-01'],
  ]) {
    const casts = async (context: Context) => {
      authorize(context, 'setting.write', nationally)
      await sql`select ${value}::text::${sql.raw(type!)}`.execute(context.db)
      return { id: '', at: 0 }
    }
    for (const op of [operation({ ...wild, run: casts }), operation({ ...wild, reads: true, run: casts })])
      expect(refusal(await failure(call(logging, ratna, op, { value: value! }))).code).toBe('invalid')
  }
  expect(lines.map(line => JSON.parse(line)).map(({ event, operation }) => [event, operation])).toEqual(
    Array(10).fill(['input.not_held', 'notes.wild']),
  )
})

test('an operation that never asks for its power is a bug, and nothing of it is kept', async () => {
  const unasked = operation({
    ...note,
    name: 'notes.unasked',
    async run(context, { text }) {
      await context.db
        .insertInto('setting')
        .values({ key: newId(), value: JSON.stringify(text), changed_at: context.clock.now() })
        .execute()
      return { id: '', at: 0 }
    },
  })
  const error = await failure(call(kernel, ratna, unasked, { text: 'tak bertanya' }))
  expect(String(error)).toBe('Error: Operation notes.unasked did not ask for setting.write')
  expect(await notes('tak bertanya')).toEqual([])
})

test('asking for another power does not count, and reading must ask too', async () => {
  const wrong = operation({ ...note, name: 'notes.wrong', power: 'office.write' })
  expect(String(await failure(call(kernel, ratna, wrong, { text: 'lain' })))).toContain('did not ask for office.write')
  expect(await notes('lain')).toEqual([])
  const reading = operation({ ...note, name: 'notes.read', reads: true, run: async () => ({ id: '', at: 0 }) })
  expect(String(await failure(call(kernel, ratna, reading, { text: 'baca' })))).toContain('did not ask for setting.write')
})

test('a field that is wrong is refused in both languages, by its path', async () => {
  const shape = z.object({ parties: z.array(z.object({ name: line(5) })).min(1), count: whole })
  const nested = operation({
    ...about,
    name: 'notes.nested',
    input: shape,
    run: () => Promise.reject(new Error('not reached')),
    example: { parties: [{ name: 'a' }], count: 1 },
  })
  const {
    code,
    localized: message,
    fields,
  } = refusal(await failure(call(kernel, ratna, nested, { parties: [{ name: 'terlalu panjang' }], count: 'x' })))
  expect([code, message]).toEqual(['invalid', { id: 'Ada kolom yang perlu diperbaiki.', en: 'Some fields need attention.' }])
  expect(Object.keys(fields).sort()).toEqual(['count', 'parties.0.name'])
  for (const [message] of Object.values(fields)) {
    expect(message!.id.length).toBeGreaterThan(5)
    expect(message!.en).not.toBe(message!.id)
  }
})

test('a refusal is said in the language of the one who asks, on a page and to a program', async () => {
  const { cookie } = await browser(ratna)
  const ask = async (language: string) => {
    const headers = { cookie: `${cookie}; bahasa=${language}`, 'content-type': 'application/json', origin: 'http://sinergi.test' }
    const answer = await app.request('http://sinergi.test/api/v1/partners', { method: 'POST', headers, body: '{"class":"university"}' })
    return (await answer.json()) as { title: string; errors: Record<string, string[]> }
  }
  const [indonesian, english] = [await ask('id'), await ask('en')]
  expect([indonesian.title, english.title]).toEqual(['Ada kolom yang perlu diperbaiki.', 'Some fields need attention.'])
  expect(Object.keys(indonesian.errors)).toEqual(Object.keys(english.errors))
  expect(indonesian.errors.name).not.toEqual(english.errors.name)
})

test('a token that only reads cannot write, whatever its owner may do', async () => {
  const reading: Actor = { ...ratna, scope: 'read' }
  expect(refusal(await failure(call(kernel, reading, createPartner, { name: 'Universitas Token', class: 'university' }))).code).toBe(
    'forbidden',
  )
})

test('what fails in the middle leaves no row, no audit line and no job', async () => {
  const jobs = () =>
    kernel.store.pool.query("select count(*)::int as n from jobs.job where name = 'mail.send'").then(({ rows }) => rows[0].n as number)
  const before = await jobs()
  const halfway = operation({
    ...note,
    name: 'notes.halfway',
    async run(context, input) {
      const { id } = await note.run(context, input, undefined)
      await context.enqueue('mail.send', { id })
      throw new Error('in the middle')
    },
  })
  expect(String(await failure(call(kernel, ratna, halfway, { text: 'separuh' })))).toBe('Error: in the middle')
  expect(await notes('separuh')).toEqual([])
  expect(await jobs()).toBe(before)
  expect(await db.selectFrom('audit_event').select('id').where('operation', '=', 'notes.halfway').execute()).toEqual([])
})

test('a day of a year that nobody means, or a number that no column holds, is wrong input and not a bug', async () => {
  const shaped = { ...note, input: z.object({ text: line(50), on: day.optional(), rank: whole.optional() }) }
  for (const on of ['0000-01-01', '0001-01-01', '1944-12-31', '2100-01-01', '9999-12-31']) {
    const wrong = { text: 'batas', on, rank: '99999999999' }
    expect(Object.keys(refusal(await failure(call(kernel, ratna, shaped, wrong))).fields)).toEqual(['on', 'rank'])
  }
  await call(kernel, ratna, shaped, { text: 'batas', on: '1945-01-01', rank: '-2147483648' })
  expect(await notes('batas')).toHaveLength(1)
})

test('what somebody else has recorded a moment before is a conflict in words', async () => {
  const taken = newId()
  const fixed = operation({
    ...note,
    async run(context, { text }) {
      authorize(context, 'setting.write', nationally)
      await context.db
        .insertInto('setting')
        .values({ key: taken, value: JSON.stringify(text), changed_at: context.clock.now() })
        .execute()
      return { id: taken, at: 0 }
    },
  })
  await call(kernel, ratna, fixed, { text: 'pertama' })
  const second = refusal(await failure(call(kernel, bagus, fixed, { text: 'kedua' })))
  expect([second.code, second.localized.en]).toEqual(['conflict', 'The same data has just been recorded. Reload this page to see it.'])
})

test('a file belongs to what a key stands for, byte by byte', async () => {
  const filed = { ...note, input: z.object({ text: line(50), file: Upload.optional() }) }
  const sent = (last: number) => ({
    text: 'berkas',
    file: { name: 'a.pdf', bytes: Uint8Array.from({ length: 3_000_000 }, (_, n) => (n ? 7 : last)) },
  })
  const first = await call(kernel, ratna, filed, sent(1), 'rest', key)
  expect(await call(kernel, ratna, filed, sent(1), 'rest', key)).toEqual(first)
  expect(refusal(await failure(call(kernel, ratna, filed, sent(2), 'rest', key))).code).toBe('conflict')
})

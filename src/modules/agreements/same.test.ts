import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, browser, db, kernel, person, program } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { runCommand } from '../../platform/doors/command.ts'
import type { Context } from '../../platform/operation/operation.ts'
import type { Refusal } from '../../platform/refusals/refusal.ts'
import { createPartner } from '../partners/operations/write.ts'
import { showAgreement } from './operations/read.ts'
import { changeAgreement, createAgreement } from './operations/write.ts'
import { lockNumbersAndTitles } from './queries/same.ts'
import { foldNumber } from './rules/number.ts'
import type { AgreementDetail } from './schema.ts'

let sari: Actor
let bali: Actor
let nasional: Actor
beforeAll(async () => {
  sari = await person('Sari', 'office_operator', '35.10')
  bali = await person('Bali', 'cooperation_officer', '51')
  nasional = await person('Nasional', 'cooperation_officer', '00')
  for (const name of ['Kejaksaan Negeri Contoh', 'Kepolisian Resor Contoh'])
    await as(nasional)(createPartner, { name, class: 'state_body' })
})
afterAll(() => kernel.close())

let turn = 0
const draft = (number: string | null, more: { office?: string; partner?: string; title?: string; signedOn?: string } = {}) => ({
  kind: 'pks',
  title: more.title ?? `Pendampingan hukum ${++turn}`,
  parties: [
    { side: 'kpu', office: more.office ?? '35.10', number },
    { side: 'partner', partner: more.partner ?? 'Kejaksaan Negeri Contoh', number: 'B-1' },
  ],
  stage: 'signed',
  signedOn: more.signedOn ?? '2024-03-01',
})
const refusal = (work: Promise<unknown>): Promise<Pick<Refusal, 'code' | 'localized' | 'fields' | 'existing'> | null> =>
  work.then(
    () => null,
    ({ code, localized, fields, existing }: Refusal) => ({ code, localized, fields, existing }),
  )
const record = (given: object, actor = sari) => as(actor)<AgreementDetail>(createAgreement, given)

test('the same number and partner, however the number is written, is said with what exists and recorded only on purpose', async () => {
  const first = await record(draft('7/PR.07-PKS/3510/2024'))
  const again = draft(' Nomor: 007 / pr.07‑PKS / 3510/2024.')
  const refused = await refusal(record(again))
  expect(refused).toEqual({
    code: 'conflict',
    localized: { id: 'Perjanjian yang sama sudah tercatat.', en: 'The same agreement is already recorded.' },
    fields: { evenSo: [expect.objectContaining({ id: expect.stringContaining('perjanjian lain') })] },
    existing: [
      {
        id: first.id,
        name: first.title,
        note: '7/PR.07-PKS/3510/2024, Kejaksaan Negeri Contoh',
        path: `/perjanjian/${first.id}`,
      },
    ],
  })
  expect(await refusal(record({ ...again, evenSo: true }))).toBeNull()
  expect(await refusal(record(draft('7/PR.07-PKS/3510/2024', { partner: 'Kepolisian Resor Contoh' })))).toBeNull()
  expect(await refusal(record(draft('71/PR.07-PKS/3510/2024')))).toBeNull()
})

test('the same title, partner and day is the same agreement; another of the three is not', async () => {
  const title = 'Sosialisasi ‘Jum’at’ dan Data'
  await record(draft(null, { title }))
  expect((await refusal(record(draft(null, { title: "SOSIALISASI  'jum'at' dan data." }))))?.code).toBe('conflict')
  expect(await refusal(record(draft(null, { title, signedOn: '2024-03-02' })))).toBeNull()
  expect(await refusal(record(draft(null, { title, partner: 'Kepolisian Resor Contoh' })))).toBeNull()
  expect(await refusal(record(draft(null, { title: `${title} pemilih` })))).toBeNull()
})

test('of one out of reach only that it exists is said, on every door', async () => {
  const secret = await record(draft('8/PR.07-PKS/51/2024', { office: '51', title: 'Rahasia Denpasar' }), bali)
  const refused = await refusal(record(draft('8/PR.07-PKS/51/2024')))
  expect([refused?.localized.id, refused?.existing]).toEqual([
    'Perjanjian yang sama sudah dicatat oleh satuan kerja lain di luar wilayah kerja Anda.',
    [],
  ])
  const answer = await (await program(sari))('POST', '/agreements', draft('8/PR.07-PKS/51/2024'))
  const page = await (await (await browser(sari)).post('/perjanjian/baru', typed('8/PR.07-PKS/51/2024'))).text()
  for (const text of [await answer.text(), page])
    expect([text.includes(secret.id), text.includes('Rahasia Denpasar'), text.includes('Denpasar')]).toEqual([false, false, false])
  const both = await record({ ...draft('8/PR.07-PKS/51/2024'), evenSo: true })
  const partly = await refusal(record(draft('8/PR.07-PKS/51/2024')))
  expect([partly?.localized.en, partly?.existing.map(({ id }) => id)]).toEqual([
    'The same agreement is already recorded, also outside your area.',
    [both.id],
  ])
  const all = await refusal(record(draft('8/PR.07-PKS/51/2024', { office: '00' }), nasional))
  expect(all?.existing.map(({ id }) => id).toSorted()).toEqual([secret.id, both.id].toSorted())
})

test('a change into the number of another is said as well; a change that makes nothing the same is not', async () => {
  const [one, two] = [await record(draft('10/PR.07-PKS/3510/2024')), await record(draft('11/PR.07-PKS/3510/2024'))]
  const change = (number: string, more: object = {}) =>
    as(sari)<AgreementDetail>(changeAgreement, { ...draft(number, { title: two.title }), id: two.id, rev: two.rev, ...more })
  expect((await refusal(change('0010/PR.07-PKS/3510/2024')))?.existing.map(({ id }) => id)).toEqual([one.id])
  const { rev } = await change('10/PR.07-PKS/3510/2024', { evenSo: true })
  expect(await refusal(change('10/PR.07-PKS/3510/2024', { rev, place: 'Banyuwangi' }))).toBeNull()
  expect((await as(sari)<AgreementDetail>(showAgreement, { id: two.id })).place).toBe('Banyuwangi')
})

const typed = (number: string): Record<string, string> => ({
  kind: 'pks',
  title: 'Perlindungan data pemilih',
  'parties.0.side': 'kpu',
  'parties.0.office': '35.10',
  'parties.0.number': number,
  'parties.1.side': 'partner',
  'parties.1.partner': 'Kejaksaan Negeri Contoh',
  scope: 'Butir yang diketik',
  stage: 'signed',
  signedOn: '2024-05-06',
  openness: 'public',
})

test('on the page everything typed stays, what exists is a link, and a tick records it; to change it the form keeps what is newest', async () => {
  const first = await record(draft('12/PR.07-PKS/3510/2024'))
  const page = await browser(sari)
  const refused = await page.post('/perjanjian/baru', typed('12/PR.07-PKS/3510/2024'))
  const text = await refused.text()
  expect([refused.status, text.includes('Butir yang diketik'), text.includes(`href="/perjanjian/${first.id}"`)]).toEqual([409, true, true])
  expect(text).toMatch(/<input[^>]*type="checkbox"[^>]*name="evenSo"/)
  const more = await (await page.post('/perjanjian/baru', { ...typed('12/PR.07-PKS/3510/2024'), evenSo: 'ya', tambah: 'partner' })).text()
  expect(more).toMatch(/name="evenSo"[^>]*checked/)
  const done = await page.post('/perjanjian/baru', { ...typed('12/PR.07-PKS/3510/2024'), evenSo: 'ya' })
  expect(done.status).toBe(303)
  const other = await record(draft('13/PR.07-PKS/3510/2024'))
  const fields = { ...typed('12/PR.07-PKS/3510/2024'), title: other.title, rev: String(other.rev) }
  const changing = await page.post(`/perjanjian/${other.id}/ubah`, fields)
  const again = await changing.text()
  expect([changing.status, again.includes('Isi terbaru yang tersimpan'), again.includes(first.title)]).toEqual([409, false, true])
})

test('a program and a command are told the same, and say it on purpose by a field and an option', async () => {
  const first = await record(draft('14/PR.07-PKS/3510/2024'))
  const ask = await program(sari)
  const refused = await ask('POST', '/agreements', draft('14/PR.07-PKS/3510/2024'))
  expect([refused.status, (await refused.json()).existing]).toEqual([
    409,
    [expect.objectContaining({ id: first.id, path: `/perjanjian/${first.id}` })],
  ])
  expect((await ask('POST', '/agreements', { ...draft('14/PR.07-PKS/3510/2024'), evenSo: true })).status).toBe(201)
  const folder = mkdtempSync(join(tmpdir(), 'sinergi-same-'))
  writeFileSync(join(folder, 'agreement.json'), JSON.stringify(draft('14/PR.07-PKS/3510/2024')))
  const run = async (...more: string[]) => {
    const [out, err] = [new PassThrough(), new PassThrough()]
    const open = async () => ({ ...kernel, close: async () => {} })
    const args = ['agreements', 'create', '--input', join(folder, 'agreement.json'), ...more]
    const code = await runCommand(args, { operations: [createAgreement], open, out: out.resume(), err })
    return [code, err.read()?.toString() ?? '']
  }
  expect(await run()).toEqual([1, expect.stringContaining(first.id)])
  expect(await run('--even-so')).toEqual([0, ''])
  rmSync(folder, { recursive: true })
})

test('whoever changes a number waits for the number that it becomes, never for the one that it was, so that no two wait for each other', async () => {
  const [one, other] = ['61/PKS/2024', '62/PKS/2024']
  const { id, rev } = await record(draft(one))
  await record(draft(other))
  const change = () => as(sari)<AgreementDetail>(changeAgreement, { id, rev, ...draft(other), evenSo: true })
  // The embedded database has one connection: there nobody holds anything meanwhile.
  const changed =
    kernel.store.engine === 'postgres'
      ? await db.transaction().execute(async held => {
          await lockNumbersAndTitles({ db: held }, [foldNumber(one)])
          return change()
        })
      : await change()
  expect(changed.parties[0]!.number).toBe(other)
})

test('of two who record the same at once, the second waits for the first and is told', async () => {
  const given = draft('15/PR.07-PKS/3510/2024')
  let second: ReturnType<typeof refusal> | undefined
  const first = await db.transaction().execute(async trx => {
    const context = { actor: sari, db: trx, clock: kernel.clock, lines: [], asked: new Set() } as unknown as Context
    const { id } = await createAgreement.run(context, createAgreement.input.parse(given), undefined)
    // The embedded database has one connection: there the second can only begin afterwards.
    if (kernel.store.engine !== 'pglite') {
      second = refusal(record(given))
      await someoneWaits()
    }
    return id
  })
  const refused = await (second ?? refusal(record(given)))
  expect(refused?.existing.map(({ id }) => id)).toEqual([first])
})

async function someoneWaits(): Promise<void> {
  for (let waiting = 0; !waiting; ) {
    const { rows } = await sql<{ waiting: number }>`
      select count(*)::integer as waiting from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`.execute(
      db,
    )
    waiting = rows[0]!.waiting
  }
}

test('the database folds every number as the rule does', async () => {
  const pieces = [
    'Nomor',
    'NO',
    'no.',
    'number',
    'nmr',
    ' ',
    ' : ',
    '0',
    '00',
    '7',
    '12',
    '/',
    '⁄',
    '\\',
    '-',
    '–',
    '‑',
    '.',
    ',',
    ';',
    "'",
    '’',
    '"',
    '`',
    '´',
  ]
  const more = ['PR.07', 'Ä', 'é', '½', '²', 'Ⅳ', '\u200b', '\ufeff', '\u00a0', '\u2028', '\u3000', '\t', '\n', 'ﬁ', 'İ', 'x_', '٣']
  const number = fc
    .array(fc.oneof(fc.constantFrom(...pieces, ...more), fc.string({ maxLength: 4 })), { maxLength: 9 })
    .map(all => all.join('').replaceAll('\u0000', '').toWellFormed())
  const cases = fc.sample(number, 4000)
  const { rows } = await sql<{
    folded: string
  }>`select folded_number(number) as folded from unnest(${cases}::text[]) with ordinality as n (number, at) order by at`.execute(db)
  expect(rows.map(({ folded }, at) => [cases[at], folded])).toEqual(cases.map(each => [each, foldNumber(each)]))
})

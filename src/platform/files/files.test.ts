import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { agreement, formOf, openedCycle, partner } from '../../../test/evaluation-world.ts'
import { as, browser, db, kernel, now, person, program } from '../../../test/world.ts'
import { addDocument } from '../../modules/agreements/operations/documents.ts'
import { changeAgreement } from '../../modules/agreements/operations/write.ts'
import { showAssignment } from '../../modules/evaluation/operations/assignments.ts'
import { saveAnswers } from '../../modules/evaluation/operations/save-answers.ts'
import { operations } from '../../modules.ts'
import type { Actor } from '../authority/actor.ts'
import { newId, operation } from '../operation/operation.ts'
import { bytesOf as gathered } from '../values/file-answer.ts'
import { Upload } from '../values/shapes.ts'
import { keepFile } from './store.ts'

afterAll(() => kernel.close())

const sari = await person('Sari', 'office_operator', '35.10')
const neighbour = await person('Nina', 'national_admin', '35.11')
const parent = await person('Putri', 'office_operator', '35')
const bytesOf = (text: string) => new TextEncoder().encode(text)

const showFile = operations.find(({ name }) => name === 'files.show')!
const owner = await agreement('Perjanjian dengan berkas', ['35.10'], [])

/** What an upload does, as a document of an agreement of the office 35.10. */
const keep = operation({
  name: 'test.keep',
  summary: '',
  power: 'open',
  input: z.object({ file: Upload }),
  output: z.any(),
  example: {} as never,
  async run(context, { file }) {
    const kept = await keepFile(context, file, { reach: ['id.35.3510'] })
    const document = { id: newId(), agreement_id: owner, file_id: kept.id, label: 'Naskah', added_at: now.at }
    await context.db.insertInto('agreement_document').values(document).execute()
    return kept
  },
})
const put = (name: string, bytes: Uint8Array) => as(sari)(keep, { file: { name, bytes } })
const pdf = bytesOf('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF')

test('a file comes back byte for byte, only to those within reach, and never as a page', async () => {
  const { id } = await put('naskah.pdf', pdf)
  for (const actor of [sari, parent])
    expect(Buffer.from(await gathered(await as(actor)(showFile, { id }))).equals(Buffer.from(pdf))).toBe(true)
  await expect(as(neighbour)(showFile, { id })).rejects.toMatchObject({ code: 'not_found' })
  const answer = await (await browser(sari)).get(`/berkas/${id}`)
  expect(
    Object.fromEntries(
      ['content-type', 'content-disposition', 'x-content-type-options', 'cache-control'].map(name => [name, answer.headers.get(name)]),
    ),
  ).toEqual({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="naskah.pdf"; filename*=UTF-8''naskah.pdf`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  })
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect([
    (await (await browser(neighbour)).get(`/berkas/${id}`)).status,
    (await (await browser(null)).get(`/berkas/${id}`)).status,
  ]).toEqual([404, 303])
  expect((await (await program(null))('GET', `/files/${id}`)).status).toBe(401)
  expect((await (await browser(sari)).get(`/berkas/${newId()}`)).status).toBe(404)
})

test.each([
  ['a page that calls itself a PDF', 'surat.pdf', bytesOf('<!doctype html><script>alert(1)</script>')],
  ['a page behind white space and a mark', 'surat.csv', bytesOf('\ufeff \n<html onload=alert(1)>')],
  ['a page behind a comment', 'data.csv', bytesOf('<!-- --><svg onload=alert(1)>')],
  ['a drawing that can run', 'logo.svg', bytesOf('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ['a drawing that calls itself a picture', 'logo.png', bytesOf('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['a Windows program', 'laporan.pdf', new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, ...Array(200).fill(0)])],
  ['a Linux program', 'laporan.xlsx', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, ...Array(200).fill(0)])],
  ['bytes of no kind', 'laporan.csv', new Uint8Array([1, 2, 3, 0, 255, 254, 0, 7])],
  ['an empty file', 'kosong.pdf', new Uint8Array()],
])('%s is refused', async (_, name, bytes) => {
  await expect(put(name, bytes)).rejects.toMatchObject({ code: 'invalid', fields: { file: expect.anything() } })
})

test('a long file that is not what was stored breaks off before its end', async () => {
  const long = bytesOf(`%PDF-1.7\n${'isi naskah '.repeat(40_000)}`)
  const { id } = await put('panjang.pdf', long)
  const path = join(kernel.config.DATA_DIR, 'files', id.slice(0, 2), id)
  expect(Buffer.from(await gathered(await as(sari)(showFile, { id }))).equals(Buffer.from(long))).toBe(true)
  writeFileSync(path, `${Buffer.from(long.subarray(0, -1))}X`)
  const { chunks } = await as(sari)(showFile, { id })
  let size = 0
  const reading = async () => {
    for await (const chunk of chunks) size += chunk.byteLength
  }
  await expect(reading()).rejects.toThrow('is not what was stored')
  expect([size > 0, size < long.byteLength]).toEqual([true, true])
})

test('a file one byte over the limit is refused, one at the limit kept', async () => {
  const { limit } = kernel.files
  const big = new Uint8Array(limit + 1).fill(0x20)
  big.set(pdf)
  await expect(put('besar.pdf', big)).rejects.toMatchObject({
    code: 'invalid',
    fields: { file: [{ id: 'Berkas terlalu besar; paling besar 20 MB.', en: expect.any(String) }] },
  })
  expect((await put('pas.pdf', big.subarray(0, limit))).size).toBe(limit)
})

test.each([
  ['../../etc/passwd', '.._.._etc_passwd'],
  ['C:\\Temp\\surat.pdf', 'C__Temp_surat.pdf'],
  ['surat\u202efdp.exe', 'surat_fdp.exe'],
  ['a"; filename="b.html', 'a_; filename=_b.html'],
  ['baris\r\nSet-Cookie: x=1', 'baris__Set-Cookie_ x=1'],
  ['  ', 'berkas'],
  [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(116)}.pdf`],
])('a name like %j is kept as %j and cannot leave its header', async (name, kept) => {
  const file = await put(name, pdf)
  expect(file.name).toBe(kept)
  const answer = await (await browser(sari)).get(`/berkas/${file.id}`)
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename="${kept.replace(/["\\]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(kept)}`,
  )
  expect(answer.headers.get('set-cookie')).toBeNull()
})

test('a name in another script is told twice, so that every browser can keep it', async () => {
  const { id } = await put('Nota Kesepahaman – 協定.pdf', pdf)
  const said = (await (await browser(sari)).get(`/berkas/${id}`)).headers.get('content-disposition')!
  expect(said).toContain('filename="Nota Kesepahaman _ __.pdf"')
  expect(decodeURIComponent(said.split("UTF-8''")[1]!)).toBe('Nota Kesepahaman – 協定.pdf')
})

test('a file whose bytes were changed behind our back is not handed out', async () => {
  const { id } = await put('asli.pdf', pdf)
  const { key } = await db.selectFrom('stored_file').select('key').where('id', '=', id).executeTakeFirstOrThrow()
  await kernel.files.disk.put(key, bytesOf('%PDF-1.7 palsu'))
  await expect(as(sari)(showFile, { id })).rejects.toThrow('is not what was stored')
  expect((await (await browser(sari)).get(`/berkas/${id}`)).status).toBe(500)
})

test('a document is for those who are parties now: the partner that left no longer gets it, the one that came does', async () => {
  const [left, came] = [await partner('Mitra yang keluar'), await partner('Mitra yang masuk')]
  const [before, after] = [await contactOf(left), await contactOf(came)]
  const shared = await agreement('Berganti mitra', ['35.10'], [left])
  const file = { name: 'naskah.pdf', bytes: pdf }
  const { documents, rev } = await as(sari)(addDocument, { agreement: shared, label: 'Naskah', file })
  const { id } = documents[0].file
  const opens = async () => [await status(before, id), await status(after, id)]
  expect(await opens()).toEqual([200, 404])
  const parties = [
    { side: 'kpu', office: '35.10' },
    { side: 'partner', partner: came },
  ]
  const dates = { signedOn: '2024-01-10', startsOn: '2024-01-10', endsOn: '2029-01-10' }
  await as(sari)(changeAgreement, { id: shared, rev, kind: 'mou', title: 'Berganti mitra', parties, scope: [], ...dates })
  expect(await opens()).toEqual([404, 200])
})

test('a file that came with an answer is only given out where it belongs', async () => {
  const side = await partner('Mitra yang menjawab')
  const contact = await contactOf(side)
  const answered = await agreement('Dijawab', ['35.10'], [side])
  const admin = await person('Admin', 'national_admin')
  const form = await formOf(await openedCycle(admin, '00'), answered, 'partner')
  await as(contact)(saveAnswers, { id: form, rev: '0', uploads: [{ key: 'evidence', file: { name: 'rahasia.pdf', bytes: pdf } }] })
  const [id] = Object.keys((await as(contact)(showAssignment, { id: form })).given.files)
  for (const who of [contact, sari, await person('Auditor', 'auditor'), admin]) expect(await status(who, id!)).toBe(404)
})

const contactOf = (partnerId: string) => person('Kontak', 'partner_contact', '00', false, { partnerId })
const status = async (who: Actor, id: string) => (await (await browser(who)).get(`/berkas/${id}`)).status

test('a long name is cut between two characters, whatever they are and wherever the limit falls', async () => {
  for (const before of ['', 'x']) {
    const { name } = await put(`${'😀'.repeat(70)}${before}.csv`, bytesOf('a;b\n'))
    expect(name).toBe(`${'😀'.repeat(before ? 57 : 58)}${before}.csv`)
  }
})

import { Document, Packer, Paragraph, TextRun } from 'docx'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withParts } from '../../../test/document-text.ts'
import { agreement, partner } from '../../../test/evaluation-world.ts'
import { as, db, kernel, now, office, operator, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { newId } from '../../platform/operation/operation.ts'
import { addDocument, removeDocument } from '../agreements/operations/documents.ts'
import { reportFollowUp } from '../followups/operations/report.ts'
import { search } from './operations/list.ts'
import { rebuildSearch, showSearchState } from './operations/texts.ts'
import type { SearchAnswer } from './schema.ts'

let sari: Actor
let neighbour: Actor
let laksmi: Actor
let held: string
let followUp: string

beforeAll(async () => {
  sari = await person('Sari', 'office_leader', '35.10', false)
  neighbour = await person('Tono', 'office_operator', '35.11', false)
  const bahari = await partner('Universitas Bahari', 'university')
  laksmi = await person('Laksmi', 'partner_contact', '00', true, { partnerId: bahari })
  held = await agreement('Kerja sama pesisir', ['35.10'], [bahari], 0)
  followUp = newId()
  const row = { number: 'TL-2025-9001', office_id: office('35.10').id, action: 'Kirim berkas', owner_id: sari.personId! }
  await db
    .insertInto('follow_up')
    .values({ id: followUp, ...row, due_on: '2025-12-01', state: 'open', created_at: now.at })
    .execute()
})
afterAll(() => kernel.close())

const find = async (actor: Actor, q: string) => {
  const { groups } = await as(actor)<SearchAnswer>(search, { q })
  return groups.flatMap(({ kind, found }) =>
    found.map(({ title, text, marks }) => [kind, title, marks.text.map(([a, b]) => text!.slice(a, b))]),
  )
}
const add = (name: string, bytes: Uint8Array, label: string) =>
  as(sari)<{ documents: { id: string; label: string }[] }>(addDocument, { agreement: held, label, file: { name, bytes } })

/** A PDF as Typst makes it, its words broken into lines. */
async function pdf(text: string): Promise<Uint8Array> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const compiler = NodeCompiler.create()
  return new Uint8Array(
    compiler.pdf({ mainFileContent: `#set page(width: 60mm)\n#set text(hyphenate: true, lang: "id")\n#${JSON.stringify(text)}` }),
  )
}

async function word(...paragraphs: string[]): Promise<Uint8Array> {
  const children = paragraphs.map(text => new Paragraph({ children: text.split(/(?<=\w{4})/).map(run => new TextRun(run)) }))
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}

test('what a PDF and a Word file say is found within their agreement and follow-up, by whoever may read these', {
  timeout: 120_000,
}, async () => {
  await add(
    'naskah.pdf',
    await pdf('Para pihak menyelenggarakan lokakarya penyandang disabilitas di Kecamatan Muncar setiap triwulan.'),
    'Naskah asli',
  )
  await add('lampiran.docx', await word('Rencana kerja', 'Pengadaan alat peraga untuk pemilih pemula & warga <binaan>'), 'Lampiran')
  const evidence = { name: 'berita acara.docx', bytes: await word('Berita acara penyerahan alat peraga') }
  await as(sari)(reportFollowUp, { id: followUp, note: 'Sudah', evidence: [evidence] })
  expect(await find(sari, 'disabilitas')).toEqual([])
  await kernel.jobs.send(db, 'search.read', {})
  await kernel.jobs.drain(kernel)

  expect(await find(sari, 'lokakarya disabilitas')).toEqual([['document', 'Naskah asli', ['lokakarya', 'disabilitas']]])
  expect(await find(sari, 'penyandng disabiltas')).toEqual([['document', 'Naskah asli', ['penyandang', 'disabilitas']]])
  expect(await find(sari, 'warga binaan')).toEqual([['document', 'Lampiran', ['warga', 'binaan']]])
  expect((await find(sari, 'alat peraga')).sort()).toEqual([
    ['document', 'Lampiran', ['alat', 'peraga']],
    ['evidence', 'berita acara.docx', ['alat', 'peraga']],
  ])
  expect(await find(laksmi, 'alat peraga')).toEqual([['document', 'Lampiran', ['alat', 'peraga']]])
  for (const q of ['disabilitas', 'alat peraga', 'disabiltas']) expect([q, await find(neighbour, q)]).toEqual([q, []])
})

test('of a long document a piece in whole words is told, and where it was cut', async () => {
  const words = Array.from({ length: 400 }, (_, at) => `pembukaan${at}`)
  words[200] = 'lumbung'
  await add('panjang.docx', await word(words.join(' ')), 'Panjang')
  await add('pendek.docx', await word('Galangan kapal saja'), 'Pendek')
  await kernel.jobs.send(db, 'search.read', {})
  await kernel.jobs.drain(kernel)
  const told = async (q: string) =>
    (await as(sari)<SearchAnswer>(search, { q })).groups.flatMap(({ found }) => found.map(({ text }) => text))
  const [begin, middle, end] = await Promise.all(['pembukaan0', 'lumbung', 'pembukaan399'].map(async q => (await told(q))[0]!))
  expect([begin, middle, end].map(text => [text!.startsWith('… '), text!.endsWith(' …')])).toEqual([
    [false, true],
    [true, true],
    [true, false],
  ])
  const shown = [begin, middle, end].flatMap(text => text!.replace(/^… | …$/g, '').split(' '))
  expect(shown.filter(each => !words.includes(each))).toEqual([])
  expect(await told('galangan')).toEqual(['Galangan kapal saja'])
})

test('a document that is taken away, and one whose office has left the agreement, is found no more', async () => {
  const { documents } = await add('sementara.docx', await word('Klausul kerahasiaan arsip'), 'Sementara')
  await kernel.jobs.send(db, 'search.read', {})
  await kernel.jobs.drain(kernel)
  expect(await find(sari, 'kerahasiaan arsip')).toEqual([['document', 'Sementara', ['kerahasiaan', 'arsip']]])
  await as(sari)(removeDocument, { id: documents.find(({ label }) => label === 'Sementara')!.id })
  expect(await find(sari, 'kerahasiaan arsip')).toEqual([])

  expect(await find(sari, 'lokakarya')).toHaveLength(1)
  await db
    .updateTable('agreement_party')
    .set({ office_id: office('35.11').id })
    .where('agreement_id', '=', held)
    .where('side', '=', 'kpu')
    .execute()
  await sql`select refresh_agreements(array[${held}]::uuid[])`.execute(db)
  expect([await find(sari, 'lokakarya'), (await find(neighbour, 'lokakarya')).length]).toEqual([[], 1])
  await db
    .updateTable('agreement_party')
    .set({ office_id: office('35.10').id })
    .where('agreement_id', '=', held)
    .where('side', '=', 'kpu')
    .execute()
  await sql`select refresh_agreements(array[${held}]::uuid[])`.execute(db)
})

test('a file that is broken, locked or made to do harm is said to be not readable, is found by its name, and is read once', {
  timeout: 120_000,
}, async () => {
  const good = await word('Isi yang baik')
  const laughs = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "${'ha'.repeat(5000)}"><!ENTITY b "${'&a;'.repeat(5000)}">]><w:document><w:p><w:r><w:t>&b; selesai</w:t></w:r></w:p></w:document>`
  const files: [name: string, bytes: Uint8Array][] = [
    ['rusak.pdf', new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF')],
    ['terpotong.docx', good.slice(0, good.length - 200)],
    ['putus.docx', withParts(good, { 'word/document.xml': '<w:document><w:p><w:t>putus' })],
    ['kosong.docx', withParts(good, { 'word/document.xml': undefined })],
    ['gelak.docx', withParts(good, { 'word/document.xml': laughs })],
  ]
  for (const [name, bytes] of files) {
    const id = newId()
    const [type] = name.endsWith('pdf') ? ['application/pdf'] : ['application/vnd.openxmlformats-officedocument.wordprocessingml.document']
    await kernel.files.disk.put(`test/${id}`, bytes)
    await db
      .insertInto('stored_file')
      .values({ id, name, type, size: bytes.byteLength, sha256: '', key: `test/${id}`, created_at: now.at })
      .execute()
    await db
      .insertInto('agreement_document')
      .values({ id: newId(), agreement_id: held, file_id: id, label: 'Berkas', added_at: now.at })
      .execute()
  }
  expect(await as(operator)(showSearchState)).toMatchObject({ complete: false, waiting: files.length })
  await kernel.jobs.send(db, 'search.read', {})
  await kernel.jobs.drain(kernel)
  const state = await as(operator)<{ complete: boolean; unreadable: { name: string }[] }>(showSearchState)
  expect([state.complete, state.unreadable.map(({ name }) => name).sort()]).toEqual([
    true,
    ['kosong.docx', 'putus.docx', 'rusak.pdf', 'terpotong.docx'],
  ])
  const [group] = (await as(sari)<SearchAnswer>(search, { q: 'terpotong' })).groups
  expect(group!.found.map(({ title, about }) => [title, about.at(-1)])).toEqual([['Berkas', 'isi berkas tidak dapat dibaca']])
  const { rows } = await sql<{ tries: number }>`select max(tries) as tries from file_text`.execute(db)
  expect(rows[0]!.tries).toBe(1)
})

test('a file that ends the process again and again is not read for ever', async () => {
  await db
    .updateTable('file_text')
    .set({ state: 'reading', tries: 3, at: new Date(now.at.getTime() - 3_600_000) })
    .where('name', '=', 'naskah.pdf')
    .execute()
  await kernel.jobs.send(db, 'search.read', {})
  await kernel.jobs.drain(kernel)
  expect(await db.selectFrom('file_text').select(['state', 'tries']).where('name', '=', 'naskah.pdf').executeTakeFirst()).toEqual({
    state: 'unreadable',
    tries: 3,
  })
})

test('a file whose store is gone for long is read once the store is back', async () => {
  await add('tertunda.docx', await word('Penyimpanan berkas terputus'), 'Tertunda')
  const { disk } = kernel.files
  kernel.files.disk = new Proxy(disk, {
    get: (its, name) =>
      name === 'getBytes' ? () => Promise.reject(Object.assign(new Error('gone'), { code: 'EIO' })) : Reflect.get(its, name),
  })
  const read = async () => {
    await kernel.jobs.send(db, 'search.read', {})
    await kernel.jobs.drain(kernel)
  }
  for (let minutes = 0; minutes < 60; minutes += 15) {
    now.at = new Date(now.at.getTime() + 15 * 60_000)
    await read()
  }
  kernel.files.disk = disk
  expect((await find(sari, 'penyimpanan terputus')).filter(([, title]) => title === 'Tertunda')).toEqual([])
  await read()
  expect(await find(sari, 'penyimpanan terputus')).toEqual([['document', 'Tertunda', ['Penyimpanan', 'terputus']]])
})

test('what was derived is made anew, as of a database that comes from before it', { timeout: 120_000 }, async () => {
  await db.deleteFrom('known_word').execute()
  const { waiting } = await as(operator)<{ waiting: number }>(rebuildSearch)
  expect(waiting).toBeGreaterThan(5)
  expect(await find(sari, 'lokakarya')).toEqual([])
  await kernel.jobs.drain(kernel)
  expect(await find(sari, 'lokakaria disabilitas')).toEqual([['document', 'Naskah asli', ['lokakarya', 'disabilitas']]])
  expect(await as(operator)(showSearchState)).toMatchObject({ complete: true, unreadableTotal: 4 })
})

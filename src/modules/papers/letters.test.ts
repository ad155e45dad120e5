import { afterAll, beforeAll, expect, test } from 'vitest'
import { hostileTexts } from '../../../test/hostile-words.ts'
import { expectSameInAll } from '../../../test/paper-forms.ts'
import { invitedMeeting, noted, proxyFor } from '../../../test/paper-world.ts'
import { as, db, kernel, now, office, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import type { Paper, PaperBlock } from '../../platform/documents/paper.ts'
import { newId } from '../../platform/operation/operation.ts'
import { beginMinutes } from '../minutes/operations/begin.ts'
import { addDecision } from '../minutes/operations/decisions.ts'
import { approveMinutes, sendMinutes } from '../minutes/operations/lifecycle.ts'
import { addPassage } from '../minutes/operations/passages.ts'
import { showMinutes } from '../minutes/operations/read.ts'
import { listPapers, showPaper } from './operations/papers.ts'
import type { MeetingPapers, PaperAsked, PaperKind } from './schema/papers.ts'

let officer: Actor, other: Actor, sari: Actor, beside: Actor
beforeAll(async () => {
  now.at = new Date('2026-03-01T02:00:00Z')
  officer = await person('Bagus', 'cooperation_officer')
  other = await person('Maya', 'cooperation_officer')
  sari = await person('Sari', 'office_operator', '35.10', false)
  beside = await person('Rina', 'office_operator', '35.12', false)
})
afterAll(() => kernel.close())

const blocksOf = <Kind extends PaperBlock['kind']>({ blocks }: Paper, kind: Kind) =>
  blocks.filter((block): block is Extract<PaperBlock, { kind: Kind }> => block.kind === kind)
const texts = (paper: Paper) => blocksOf(paper, 'text').flatMap(({ paragraphs }) => paragraphs)
const linesOf = async (who: Actor, meeting: string, kind: PaperKind) => {
  const { papers }: MeetingPapers = await as(who)(listPapers, { meeting })
  return papers.filter(each => each.kind === kind)
}
const codeOf = (actor: Actor, asked: PaperAsked) =>
  as(actor)(showPaper, asked).then(
    () => 'read',
    error => error.code,
  )

/** Somebody heads KPU RI from one day to another. */
async function head(name: string, from: string, to: string | null) {
  const { personId } = await person(name)
  const known = await db.selectFrom('position').select('id').where('kind', '=', 'ketua').where('level', '=', 'national').executeTakeFirst()
  const id = known?.id ?? newId()
  if (!known) await db.insertInto('position').values({ id, name: 'Ketua', kind: 'ketua', level: 'national', rank: 1 }).execute()
  await db
    .insertInto('appointment')
    .values({ id: newId(), person_id: personId!, office_id: office('00').id, position_id: id, from_on: from, to_on: to })
    .execute()
}

test('the letter to all has the list of the invited and the rundown annexed; each is written to by name, signed by whoever headed the office then', async () => {
  now.at = new Date('2026-03-01T02:00:00Z')
  await head('Hasyim Lama', '2025-01-01', '2026-03-05')
  await head('Idham Baru', '2026-03-06', null)
  const { id, people } = await invitedMeeting(officer, sari)
  await proxyFor(id, people.sari, 'Dewi Wakil')
  now.at = new Date('2026-03-20T02:00:00Z')
  const all = await expectSameInAll(officer, { meeting: id, kind: 'letter' })
  expect(blocksOf(all, 'reference')[0]).toEqual({
    kind: 'reference',
    place: 'Jakarta, 1 Maret 2026',
    rows: [
      ['Nomor', '12/UND/00/2026'],
      ['Sifat', 'Biasa'],
      ['Lampiran', '2 berkas'],
      ['Hal', 'Undangan Rapat koordinasi nasional'],
    ],
  })
  expect(blocksOf(all, 'annex').map(({ lines, title }) => [lines[0], title])).toEqual([
    ['Lampiran I', 'Daftar undangan'],
    ['Lampiran II', 'Susunan acara'],
  ])
  expect(blocksOf(all, 'table')[0]!.rows).toEqual([
    ['1', 'Wahyu', 'Ketua', office('35').name],
    ['2', 'Sari', 'Sekretaris', office('35.10').name],
    ['3', 'Rina', 'Ketua Divisi Hukum', office('51').name],
    ['4', 'Tamu', '–', 'Bawaslu'],
  ])
  expect(blocksOf(all, 'signatures')[0]!.signers[0]).toMatchObject({ name: 'Hasyim Lama', position: 'Ketua KPU RI' })

  const own = await expectSameInAll(sari, { meeting: id, kind: 'letter', of: people.sari })
  expect(blocksOf(own, 'address')[0]!.lines).toEqual(['Yth. Sari', 'Sekretaris', office('35.10').name, 'di tempat'])
  expect(texts(own)).toContain('Kehadiran Saudara diwakili oleh Dewi Wakil (Dewi Wakil a.n. Sari).')
  expect(blocksOf(own, 'annex').map(({ title }) => title)).toEqual(['Susunan acara'])
  now.at = new Date('2026-03-01T02:00:00Z')
})

test('a letter is read by whoever may read that this one is invited, and that to all by whoever reads the whole meeting', async () => {
  const { id, people } = await invitedMeeting(officer, sari)
  expect((await linesOf(officer, id, 'letter')).map(({ of, ready }) => [of, ready])).toEqual([[null, true]])
  expect((await linesOf(sari, id, 'letter')).map(({ of, title }) => [of, title])).toEqual([[people.sari, 'Surat undangan untuk Sari']])
  expect(await codeOf(sari, { meeting: id, kind: 'letter' })).toBe('conflict')
  expect(await codeOf(sari, { meeting: id, kind: 'letter', of: people.wahyu })).toBe('not_found')
  expect(await codeOf(beside, { meeting: id, kind: 'letter', of: people.wahyu })).toBe('not_found')
  expect(await codeOf(officer, { meeting: id, kind: 'letter', of: 'bukan-id' })).toBe('not_found')
  expect(await codeOf(officer, { meeting: (await invitedMeeting(officer, sari)).id, kind: 'letter', of: people.wahyu })).toBe('not_found')
})

test('the list of proxies has both names, without those whose mandate has ended, and only one’s own people for others', async () => {
  const { id, people } = await invitedMeeting(officer, sari)
  const asked: PaperAsked = { meeting: id, kind: 'assignments' }
  expect((await linesOf(officer, id, 'assignments'))[0]).toMatchObject({ ready: false, reason: 'Belum ada yang diwakili.' })
  expect(await codeOf(officer, asked)).toBe('conflict')
  await proxyFor(id, people.sari, 'Dewi Wakil', { position: 'Staf' })
  await proxyFor(id, people.wahyu, 'Joko Wakil', { scopes: ['attend', 'sign'] })
  await proxyFor(id, people.rina, 'Ditarik', { ended_at: now.at, ended_how: 'withdrawn' })
  const rows = async (who: Actor) => blocksOf(await expectSameInAll(who, asked), 'table')[0]!.rows.map(row => row.slice(1))
  const [wahyu, own] = [
    ['Joko Wakil a.n. Wahyu', '–', `Wahyu, Ketua, ${office('35').name}`, 'Seluruh rapat', 'hadir dan menandatangani'],
    ['Dewi Wakil a.n. Sari', 'Staf', `Sari, Sekretaris, ${office('35.10').name}`, 'Seluruh rapat', 'hadir dan berbicara'],
  ]
  expect(await rows(officer)).toEqual([wahyu, own])
  expect(await rows(sari)).toEqual([own])
})

test('the official record and the report say what was decided, who was there and what was concluded, of approved minutes alone', async () => {
  now.at = new Date('2026-03-10T02:30:00Z')
  const { id, opening, people } = await invitedMeeting(officer, sari)
  await db.updateTable('meeting').set({ state: 'running' }).where('id', '=', id).execute()
  await noted(officer, id, opening, people.wahyu, '2026-03-10T02:05:00Z')
  await noted(officer, id, opening, people.sari, '2026-03-10T02:06:00Z', { proxy: 'Dewi Wakil' })
  const minutes = await as(officer)(beginMinutes, { meeting: id, session: opening })
  await as(officer)(addPassage, { minutes: minutes.id, speaker: 'Ketua', text: 'Dibuka.', conclusion: 'Data dipertukarkan.' })
  await as(officer)(addDecision, { minutes: minutes.id, kind: 'decision', text: 'Format disepakati', office: '35', result: 'adopted' })
  const [record, report]: PaperAsked[] = [
    { meeting: id, kind: 'record' },
    { meeting: id, kind: 'report' },
  ] as [PaperAsked, PaperAsked]
  expect([await codeOf(officer, record!), await codeOf(officer, report!)]).toEqual(['conflict', 'conflict'])
  const rev = async () => (await as(officer)(showMinutes, { id: minutes.id })).rev
  await as(officer)(sendMinutes, { id: minutes.id, rev: await rev() })
  await as(other)(approveMinutes, { id: minutes.id, rev: await rev() })
  await db.updateTable('meeting').set({ state: 'ended' }).where('id', '=', id).execute()

  const written = await expectSameInAll(officer, record!)
  expect(blocksOf(written, 'list')[0]!.items).toEqual([`Format disepakati (Disepakati; ditujukan kepada ${office('35').name})`])
  const whole = await expectSameInAll(officer, report!)
  expect(blocksOf(whole, 'heading').map(({ text }) => text)).toEqual([
    'A. Pendahuluan',
    'B. Kegiatan yang dilaksanakan',
    'C. Hasil yang dicapai',
    'D. Simpulan dan saran',
    'E. Penutup',
  ])
  const table = (title: string) => blocksOf(whole, 'table').find(each => each.title === title)!.rows
  expect(table('Kehadiran menurut sesi')).toEqual([
    ['Pembukaan', '4', '1', '1', '0', '2'],
    ['Hukum', '4', '0', '0', '0', '4'],
    ['Penutupan', '4', '0', '0', '0', '4'],
  ])
  expect(table('Keputusan dan rekomendasi')[0]!.slice(1, 4)).toEqual(['Format disepakati', office('35').name, 'Disepakati'])
  expect(table('Tindak lanjut')[0]!.slice(1)).toEqual(['Tanpa tindak lanjut', '0'])
  expect(blocksOf(whole, 'list')[0]!.items).toEqual(['Data dipertukarkan.'])
  expect([await codeOf(sari, record!), await codeOf(sari, report!)]).toEqual(['conflict', 'conflict'])
  expect([await codeOf(beside, record!), await codeOf(beside, report!)]).toEqual(['not_found', 'not_found'])
})

test('what people typed is text in letters too', async () => {
  now.at = new Date('2026-03-01T02:00:00Z')
  const hostile = ['script', 'tag', 'typst', 'formula', 'reversed', 'quotes'].map(key => hostileTexts[key]!).join(' ')
  const { id, people } = await invitedMeeting(officer, sari, {
    title: hostile.slice(0, 250),
    name: hostile.slice(0, 180),
    position: hostile,
  })
  await db
    .updateTable('meeting')
    .set({ theme: hostile.slice(0, 200), legal_basis: hostile, place: hostile.slice(0, 200) })
    .execute()
  await proxyFor(id, people.sari, hostile.slice(0, 180), { position: hostile })
  await expectSameInAll(officer, { meeting: id, kind: 'letter' })
  await expectSameInAll(sari, { meeting: id, kind: 'letter', of: people.sari })
  await expectSameInAll(officer, { meeting: id, kind: 'assignments' })
})

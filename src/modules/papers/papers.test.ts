import { afterAll, beforeAll, expect, test } from 'vitest'
import { partner } from '../../../test/evaluation-world.ts'
import { hostileTexts } from '../../../test/hostile-words.ts'
import { expectSameInAll } from '../../../test/paper-forms.ts'
import { as, browser, db, kernel, now, office, person, program } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { actorOfPerson } from '../../platform/authority/load-actor.ts'
import type { Paper } from '../../platform/documents/paper.ts'
import { newId } from '../../platform/operation/operation.ts'
import { startMeeting } from '../meetings/operations/lifecycle.ts'
import { releaseProgramme } from '../meetings/operations/programmes.ts'
import { showMeeting } from '../meetings/operations/read.ts'
import { addPart, addSession } from '../meetings/operations/sessions.ts'
import { createMeeting } from '../meetings/operations/write.ts'
import { meetingKindId } from '../meetings/schema/meetings.ts'
import type { ProgrammeView } from '../meetings/schema/programmes.ts'
import { beginMinutes } from '../minutes/operations/begin.ts'
import { addDecision } from '../minutes/operations/decisions.ts'
import { approveMinutes, distributeMinutes, sendMinutes } from '../minutes/operations/lifecycle.ts'
import { addPassage } from '../minutes/operations/passages.ts'
import { showMinutes } from '../minutes/operations/read.ts'
import { listPapers, showPaper } from './operations/papers.ts'
import type { MeetingPapers, PaperAsked } from './schema/papers.ts'

let sari: Actor, chair: Actor, above: Actor, reader: Actor, beside: Actor
beforeAll(async () => {
  now.at = new Date('2026-03-01T02:00:00Z')
  sari = await person('Sari Notulis', 'office_operator', '35.10', false)
  chair = await person('Ketut Ketua', 'office_leader', '35.78', false)
  above = await person('Wahyu', 'office_leader', '35', true)
  reader = await person('Endang', 'inspector', '35.10', false)
  beside = await person('Rina', 'office_operator', '35.12', false)
})
afterAll(() => kernel.close())

/** A meeting that goes on, with one session that Sari takes the minutes of and Ketut chairs, and a guest in somebody's place. */
async function released(texts: { title?: string; guest?: string; session?: string } = {}) {
  const { title = 'Koordinasi logistik', guest = 'Dr. Tamu', session: name = 'Pleno pembukaan' } = texts
  const plan = { kindId: meetingKindId('rakor'), office: '35.10', mode: 'onsite', place: 'Aula Banyuwangi', objectives: [] }
  const { id } = await as(sari)(createMeeting, { ...plan, title, startsAt: '2026-03-01T09:00', endsAt: '2026-03-02T15:00' })
  const add = (more: object): Promise<ProgrammeView> => as(sari)(addSession, { meeting: id, kind: 'plenary', ...more })
  await add({ title: 'Kelas hukum', class: 'Kelas A', startsAt: '2026-03-02T08:00', room: 'Ruang 2' })
  const draft = await add({ title: name, startsAt: '2026-03-01T09:00', endsAt: '2026-03-01T11:00' })
  const session = draft.sessions[0]!.id
  const parts = [
    { person: sari.personId, role: 'minutes' },
    { person: chair.personId, role: 'chairs' },
    { guest, institution: 'Universitas Jember', role: 'speaks', behalfOf: 'Rektor' },
  ]
  for (const [rev, part] of parts.entries()) await as(above)(addPart, { session, rev, ...part })
  const { rev } = await as(sari)(showMeeting, { id })
  const view: ProgrammeView = await as(sari)(releaseProgramme, { meeting: id, rev, confirm: true })
  await as(sari)(startMeeting, { id, rev: view.rev })
  return { id, session }
}

async function written(meeting: string, session: string, texts: { said?: string; decided?: string } = {}) {
  const { id } = await as(sari)(beginMinutes, { meeting, session })
  const { said = 'Gudang siap.\nJalan rusak.', decided = 'Menetapkan narahubung' } = texts
  await as(sari)(addPassage, { minutes: id, speaker: 'Pak Camat', text: said, conclusion: 'Distribusi dimulai Senin.' })
  await as(sari)(addDecision, { minutes: id, kind: 'decision', text: decided, office: '35.10', result: 'adopted', dueOn: '2026-04-01' })
  return id
}
async function approved(minutes: string) {
  const rev = async () => (await as(sari)(showMinutes, { id: minutes })).rev
  await as(sari)(sendMinutes, { id: minutes, rev: await rev() })
  return as(chair)(approveMinutes, { id: minutes, rev: await rev() })
}
const distributed = async (minutes: string) => {
  const { rev } = await approved(minutes)
  await as(chair)(distributeMinutes, { id: minutes, rev })
}
const facts = ({ blocks }: Paper) => new Map(blocks.flatMap(block => (block.kind === 'facts' ? block.rows : [])))
const codeOf = (actor: Actor, asked: PaperAsked) =>
  as(actor)(showPaper, asked).then(
    () => 'read',
    error => error.code,
  )

test('the rundown is a table for each day of what was released, the same as page, PDF and Word document', async () => {
  const { id } = await released()
  const paper = await expectSameInAll(sari, { meeting: id, kind: 'rundown' })
  expect(paper.letterhead).toEqual(['KOMISI PEMILIHAN UMUM', 'REPUBLIK INDONESIA', office('35.10').name.toUpperCase()])
  const tables = paper.blocks.filter(block => block.kind === 'table')
  expect(tables.map(({ title, rows }) => [title, rows])).toEqual([
    [
      'Minggu, 1 Maret 2026',
      [
        [
          '09.00–11.00 WIB',
          'Pleno pembukaan',
          'Notulis: Sari Notulis; Memimpin sesi: Ketut Ketua; Narasumber: Dr. Tamu (Universitas Jember) a.n. Rektor',
          '–',
        ],
      ],
    ],
    ['Senin, 2 Maret 2026', [['08.00 WIB', 'Kelas A: Kelas hukum', '–', 'Ruang 2']]],
  ])
})

test('minutes are a paper once they are approved, and say what was said, concluded and decided', async () => {
  const { id, session } = await released()
  const minutes = await written(id, session)
  const line = async (who: Actor) => {
    const { papers }: MeetingPapers = await as(who)(listPapers, { meeting: id })
    return papers.filter(({ kind }) => kind === 'minutes').map(({ of, ready, reason }) => [of, ready, reason])
  }
  const asked: PaperAsked = { meeting: id, kind: 'minutes', of: minutes }
  expect(await line(sari)).toEqual([[minutes, false, 'Notulanya belum disetujui.']])
  expect(await codeOf(sari, asked)).toBe('conflict')
  expect(await line(reader)).toEqual([[null, false, expect.stringContaining('Belum ada notula yang dapat Anda baca')]])
  await distributed(minutes)
  expect(await line(reader)).toEqual([[minutes, true, null]])

  const paper = await expectSameInAll(reader, asked)
  expect(facts(paper)).toEqual(
    new Map([
      ['Rapat', 'Koordinasi logistik'],
      ['Sesi', 'Pleno pembukaan'],
      ['Hari, tanggal', 'Minggu, 1 Maret 2026'],
      ['Waktu', '09.00 WIB sampai 11.00 WIB'],
      ['Tempat', 'Aula Banyuwangi'],
      ['Penyelenggara', office('35.10').name],
      ['Dipimpin oleh', 'Ketut Ketua'],
      ['Notulis', 'Sari Notulis'],
      ['Pengisi acara', 'Narasumber: Dr. Tamu (Universitas Jember) a.n. Rektor'],
    ]),
  )
  expect(paper.blocks.find(({ kind }) => kind === 'speech')).toMatchObject({
    speaker: 'Pak Camat',
    text: 'Gudang siap.\nJalan rusak.',
    conclusion: 'Distribusi dimulai Senin.',
  })
  const [table] = paper.blocks.filter(block => block.kind === 'table')
  expect(table!.rows).toEqual([[expect.stringMatching(/\/1$/), 'Menetapkan narahubung', office('35.10').name, 'Disepakati', '1 Apr 2026']])
  const signed = paper.blocks.find(block => block.kind === 'signatures')
  expect(signed?.signers.map(({ name }) => name)).toEqual(['Sari Notulis', 'Ketut Ketua'])
})

test('whoever signs is named in the post that they held on the day of the meeting, whatever they hold now', async () => {
  const { id, session } = await released()
  await distributed(await written(id, session))
  const position = newId()
  await db.insertInto('position').values({ id: position, name: 'Ketua Divisi Logistik', level: 'regency', rank: 20 }).execute()
  const post = { office_id: office('35.78').id, position_id: position }
  await db
    .insertInto('appointment')
    .values([
      { ...post, id: newId(), person_id: chair.personId!, from_on: '2025-01-01', to_on: '2026-03-01' },
      { ...post, id: newId(), person_id: beside.personId!, from_on: '2026-03-02' },
    ])
    .execute()
  now.at = new Date('2026-05-01T02:00:00Z')
  const { papers }: MeetingPapers = await as(sari)(listPapers, { meeting: id })
  const { of } = papers.find(({ kind }) => kind === 'minutes')!
  const { paper }: { paper: Paper } = await as(sari)(showPaper, { meeting: id, kind: 'minutes', of })
  now.at = new Date('2026-03-01T02:00:00Z')
  const signed = paper.blocks.find(block => block.kind === 'signatures')
  expect(signed?.signers[1]).toMatchObject({
    position: `Pimpinan rapat,\nKetua Divisi Logistik ${office('35.78').name}`,
    name: 'Ketut Ketua',
  })
})

test('a paper is read by whoever may read what it is made of, on the days on which they may', async () => {
  const { id, session } = await released()
  const minutes = await written(id, session)
  await approved(minutes)
  const [run, said]: PaperAsked[] = [
    { meeting: id, kind: 'rundown' },
    { meeting: id, kind: 'minutes', of: minutes },
  ] as [PaperAsked, PaperAsked]
  const codes = async (who: Actor) => [await codeOf(who, run!), await codeOf(who, said!)]
  expect(await codes(sari)).toEqual(['read', 'read'])
  expect(await codes(chair)).toEqual(['read', 'read'])
  expect(await codes(reader)).toEqual(['read', 'conflict'])
  expect(await codes(beside)).toEqual(['not_found', 'not_found'])
  const partnerId = await partner('Universitas Jember', 'university')
  expect(await codes(await person('Mitra', 'partner_contact', '00', false, { partnerId }))).toEqual(['forbidden', 'forbidden'])
  expect((await (await program(null))('GET', `/meetings/${id}/papers`)).status).toBe(401)

  const yesterdays = await person('Kemarin', 'office_operator', '35.10', false)
  await db.updateTable('role_grant').set({ to_on: '2026-02-28' }).where('person_id', '=', yesterdays.personId).execute()
  const tomorrows = await person('Besok', 'office_operator', '35.10', false)
  await db.updateTable('role_grant').set({ from_on: '2026-03-02' }).where('person_id', '=', tomorrows.personId).execute()
  const today = async ({ personId }: Actor, day: string) => (await actorOfPerson(db, personId!, day))!
  expect(await codes(await today(yesterdays, '2026-02-28'))).toEqual(['read', 'read'])
  expect(await codes(await today(yesterdays, '2026-03-01'))).toEqual(['forbidden', 'forbidden'])
  expect(await codes(await today(tomorrows, '2026-03-01'))).toEqual(['forbidden', 'forbidden'])
  expect(await codes(await today(tomorrows, '2026-03-02'))).toEqual(['read', 'read'])
})

test('minutes of another meeting are none of this one', async () => {
  const [one, other] = [await released(), await released()]
  const minutes = await written(other.id, other.session)
  await distributed(minutes)
  await distributed(await written(one.id, one.session))
  expect(await codeOf(sari, { meeting: one.id, kind: 'minutes', of: minutes })).toBe('not_found')
})

test('whatever people typed is text on the page, in the PDF and in the Word document', async () => {
  const hostile = ['script', 'tag', 'typst', 'formula', 'reversed', 'quotes'].map(key => hostileTexts[key]!).join(' ')
  const { id, session } = await released({ title: hostile.slice(0, 200), guest: hostile.slice(0, 150), session: hostile.slice(0, 200) })
  await distributed(await written(id, session, { said: hostile, decided: hostile }))
  await expectSameInAll(sari, { meeting: id, kind: 'rundown' })
  const { papers }: MeetingPapers = await as(sari)(listPapers, { meeting: id })
  await expectSameInAll(sari, { meeting: id, kind: 'minutes', of: papers.find(({ kind }) => kind === 'minutes')!.of! })
})

test('the page of the meeting and the list of its papers lead to each of them, and say why one is not there yet', async () => {
  const { id, session } = await released()
  const minutes = await written(id, session)
  const { get } = await browser(sari)
  expect(await (await get(`/rapat/${id}`)).text()).toContain(`/rapat/${id}/naskah/susunan-acara`)
  const list = await (await get(`/rapat/${id}/naskah`)).text()
  expect(list).toContain('Notulanya belum disetujui.')
  await distributed(minutes)
  const after = await (await get(`/rapat/${id}/naskah`)).text()
  expect(after).toContain(`/rapat/${id}/naskah/notula/pdf?untuk=${minutes}`)
  const answer = await get(`/rapat/${id}/naskah/notula/word?untuk=${minutes}`)
  expect([answer.status, answer.headers.get('content-disposition')]).toEqual([200, expect.stringContaining('.docx')])
  expect((await get(`/rapat/${id}/naskah/tidak-ada`)).status).toBe(404)
})

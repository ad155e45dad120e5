import { afterAll, beforeAll, expect, test } from 'vitest'
import { hostileTexts } from '../../../test/hostile-words.ts'
import { expectSameInAll } from '../../../test/paper-forms.ts'
import { invitedMeeting, noted, proxyFor } from '../../../test/paper-world.ts'
import { as, countQueries, db, kernel, now, office, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import type { Paper } from '../../platform/documents/paper.ts'
import { newId } from '../../platform/operation/operation.ts'
import { listPapers, showPaper } from './operations/papers.ts'
import type { MeetingPapers, PaperAsked } from './schema/papers.ts'

let officer: Actor, sari: Actor, beside: Actor
beforeAll(async () => {
  now.at = new Date('2026-03-01T02:00:00Z')
  officer = await person('Bagus', 'cooperation_officer')
  sari = await person('Sari', 'office_operator', '35.10', false)
  beside = await person('Rina', 'office_operator', '35.12', false)
})
afterAll(() => kernel.close())

const rowsOf = ({ blocks }: Paper) => blocks.flatMap(block => (block.kind === 'table' ? block.rows : []))
const list = (meeting: string, of: string): PaperAsked => ({ meeting, kind: 'attendance', of })

test('a list of a day has everybody invited, filled in for whoever was noted, with both names where somebody stands in', async () => {
  now.at = new Date('2026-03-10T02:30:00Z')
  const { id, opening, lesson, people } = await invitedMeeting(officer, sari)
  await noted(officer, id, opening, people.wahyu, '2026-03-10T02:05:00Z')
  await noted(officer, id, lesson, people.wahyu, '2026-03-10T03:10:00Z')
  await noted(officer, id, opening, people.rina, '2026-03-10T02:10:00Z', { mode: 'online' })
  await noted(officer, id, opening, people.guest, '2026-03-10T02:00:00Z', { kind: 'excused', reason: 'Sakit' })
  await proxyFor(id, people.sari, 'Dewi Wakil')
  const paper = await expectSameInAll(officer, list(id, '2026-03-10'))
  expect(rowsOf(paper)).toEqual([
    ['1', 'Wahyu', 'Ketua', office('35').name, '1. Hadir 09.05 WIB', ''],
    ['2', 'Dewi Wakil a.n. Sari', 'Sekretaris', office('35.10').name, '', '2. ……………'],
    ['3', 'Rina', 'Ketua Divisi Hukum', office('51').name, '3. Daring 09.10 WIB', ''],
    ['4', 'Tamu', '', 'Bawaslu', '', '4. Izin'],
  ])
  expect(paper.blocks[0]).toMatchObject({ rows: expect.arrayContaining([['Tercatat hadir', '2 dari 4 undangan']]) })

  const second = await expectSameInAll(officer, list(id, '2026-03-11'))
  expect(rowsOf(second).map(([, , , , left, right]) => left || right)).toEqual([1, 2, 3, 4].map(at => `${at}. ……………`))
})

test('a list of a class has whoever was there, and before that lines to sign on', async () => {
  now.at = new Date('2026-03-10T03:30:00Z')
  const { id, opening, lesson, people } = await invitedMeeting(officer, sari)
  expect(rowsOf(await expectSameInAll(officer, list(id, lesson)))).toHaveLength(40)
  await noted(officer, id, opening, people.wahyu, '2026-03-10T02:05:00Z')
  await noted(officer, id, lesson, people.sari, '2026-03-10T03:10:00Z', { proxy: 'Dewi Wakil' })
  const paper = await expectSameInAll(officer, list(id, lesson))
  expect([paper.title, rowsOf(paper)]).toEqual([
    'Kelas A: Hukum',
    [['1', 'Dewi Wakil a.n. Sari', 'Sekretaris', office('35.10').name, '1. Hadir 10.10 WIB', '']],
  ])
})

test('of the meeting of another office one has the list of one’s own people, and whoever has no part in it none', async () => {
  now.at = new Date('2026-03-10T02:30:00Z')
  const { id } = await invitedMeeting(officer, sari)
  const own = await expectSameInAll(sari, list(id, '2026-03-10'))
  expect(rowsOf(own).map(([, name]) => name)).toEqual(['Sari'])
  expect(own.blocks).toContainEqual({ kind: 'text', paragraphs: [expect.stringContaining('wilayah kerja pembacanya')] })
  await expect(as(beside)(showPaper, list(id, '2026-03-10'))).rejects.toMatchObject({ code: 'not_found' })
  for (const of of ['2026-03-12', newId(), 'x'])
    await expect(as(officer)(showPaper, list(id, of))).rejects.toMatchObject({ code: 'not_found' })
})

test('the papers of a meeting name a list for each day and each class, or say that nobody is invited', async () => {
  now.at = new Date('2026-03-10T02:30:00Z')
  const { id, lesson } = await invitedMeeting(officer, sari)
  const lines = async () => {
    const { papers }: MeetingPapers = await as(officer)(listPapers, { meeting: id })
    return papers.filter(({ kind }) => kind === 'attendance').map(({ of, title, ready }) => [of, title, ready])
  }
  expect(await lines()).toEqual([
    ['2026-03-10', 'Daftar hadir: Selasa, 10 Maret 2026', true],
    ['2026-03-11', 'Daftar hadir: Rabu, 11 Maret 2026', true],
    [lesson, 'Daftar hadir: Kelas A: Hukum', true],
  ])
  await db.updateTable('meeting_invitee').set({ withdrawn_at: now.at }).where('meeting_id', '=', id).execute()
  expect(await lines()).toEqual([[null, 'Daftar hadir', false]])
  await expect(as(officer)(showPaper, list(id, '2026-03-10'))).rejects.toMatchObject({ code: 'conflict' })
})

test('what is asked of the database does not grow with who is invited, and names and positions are text', async () => {
  now.at = new Date('2026-03-10T02:30:00Z')
  const hostile = ['script', 'tag', 'typst', 'formula', 'reversed', 'quotes'].map(key => hostileTexts[key]!).join(' ')
  const { id } = await invitedMeeting(officer, sari, { name: hostile.slice(0, 180), position: hostile })
  await expectSameInAll(officer, list(id, '2026-03-10'))
  const count = () => countQueries(() => as(officer)(showPaper, list(id, '2026-03-10')))
  const few = await count()
  for (let at = 0; at < 30; at++)
    await db
      .insertInto('meeting_invitee')
      .values({ id: newId(), key: `g:${at}`, meeting_id: id, name: `Orang ${at}`, involvement: 'must', mode: 'onsite', created_at: now.at })
      .execute()
  expect(await count()).toBe(few)
})

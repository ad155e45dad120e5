import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, countQueries, kernel, now, office, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { cancelMeeting, endMeeting, reportMeeting, restoreMeeting, startMeeting } from './operations/lifecycle.ts'
import { listMeetings, showMeeting } from './operations/read.ts'
import { answerObjectives, changeMeeting, copyMeeting, createMeeting } from './operations/write.ts'
import { type MeetingDetail, meetingKindId } from './schema/meetings.ts'

afterAll(() => kernel.close())

let sari: Actor, rina: Actor, wahyu: Actor
beforeAll(async () => {
  now.at = new Date('2026-03-01T02:00:00Z')
  sari = await person('Sari', 'office_operator', '35.10', false)
  rina = await person('Rina', 'office_operator', '35.11', false)
  wahyu = await person('Wahyu', 'office_leader', '35', true)
})

const draft = (more: object = {}) => ({
  kindId: meetingKindId('rakor'),
  title: 'Koordinasi logistik',
  office: '35.10',
  mode: 'onsite' as const,
  place: 'Aula',
  startsAt: '2026-03-10T09:00',
  endsAt: '2026-03-10T12:00',
  objectives: ['Menyepakati jadwal', 'Menunjuk narahubung'],
  ...more,
})

test('a meeting is kept by the clock of its office, and one without an end says so', async () => {
  const made = await as(sari)(createMeeting, draft({ endsAt: '' }))
  expect(made).toMatchObject({ startsAt: '2026-03-10T02:00:00.000Z', endsAt: null, zone: 'Asia/Jakarta', state: 'planned' })
  expect(made.number).toMatch(/^RP-2026-\d{4}$/)
  await expect(as(sari)(createMeeting, draft({ endsAt: '2026-03-10T09:00', place: '' }))).rejects.toMatchObject({
    fields: { endsAt: [{}], place: [{}] },
  })
})

test('its objectives are answered before its report closes, and nothing changes after', async () => {
  let { rev, ...made }: MeetingDetail = await as(sari)(createMeeting, draft())
  const { id } = made
  const [first, second] = made.objectives
  await expect(as(sari)(answerObjectives, { id, rev, objectives: [{ id: first!.id, reached: true }] })).rejects.toMatchObject({
    code: 'conflict',
  })
  rev = (await as(sari)(startMeeting, { id, rev })).rev
  await expect(as(sari)(answerObjectives, { id, rev, objectives: [{ id: first!.id, reached: false }] })).rejects.toMatchObject({
    fields: { 'objectives.0.outcome': [{}] },
  })
  rev = (await as(sari)(answerObjectives, { id, rev, objectives: [{ id: first!.id, reached: true }] })).rev
  rev = (await as(sari)(endMeeting, { id, rev })).rev
  await expect(as(sari)(reportMeeting, { id, rev })).rejects.toMatchObject({ code: 'conflict' })
  await expect(as(sari)(changeMeeting, { ...draft(), id, rev })).rejects.toMatchObject({ code: 'conflict' })
  rev = (
    await as(sari)(answerObjectives, { id, rev, objectives: [{ id: second!.id, reached: false, outcome: 'Belum ada yang bersedia.' }] })
  ).rev
  const closed = await as(sari)(reportMeeting, { id, rev })
  expect(closed).toMatchObject({ state: 'reported', acts: [] })
  expect((closed as MeetingDetail).events.map(({ kind }) => kind)).toEqual(['planned', 'started', 'ended', 'reported'])
})

test('an objective that keeps its words keeps its answer', async () => {
  const made = await as(sari)(createMeeting, draft())
  const started = await as(sari)(startMeeting, { id: made.id, rev: made.rev })
  const [kept] = started.objectives
  const answered = await as(sari)(answerObjectives, { id: made.id, rev: started.rev, objectives: [{ id: kept!.id, reached: true }] })
  const changed = await as(sari)(changeMeeting, {
    ...draft({ objectives: 'Menunjuk sekretariat\r\n\r\nMenyepakati jadwal' }),
    id: made.id,
    rev: answered.rev,
  })
  expect(changed.objectives).toMatchObject(
    [
      { text: 'Menyepakati jadwal', reached: true },
      { text: 'Menunjuk sekretariat', reached: null },
    ].reverse(),
  )
})

test('what was cancelled by mistake is planned again, and a copy begins anew at its own time', async () => {
  const made = await as(sari)(createMeeting, draft())
  const cancelled = await as(sari)(cancelMeeting, { id: made.id, rev: made.rev, reason: 'Salah hari' })
  expect(cancelled).toMatchObject({ state: 'cancelled', acts: ['restore'] })
  expect(await as(sari)(restoreMeeting, { id: made.id, rev: cancelled.rev, reason: 'Tidak jadi batal' })).toMatchObject({
    state: 'planned',
  })
  const copy = await as(sari)(copyMeeting, { id: made.id, startsAt: '2026-09-01T13:00', endsAt: null })
  expect(copy).toMatchObject({ copiedFrom: { id: made.id }, startsAt: '2026-09-01T06:00:00.000Z', endsAt: null, state: 'planned' })
  expect((copy as MeetingDetail).objectives.map(({ text, reached }) => [text, reached])).toEqual([
    ['Menyepakati jadwal', null],
    ['Menunjuk narahubung', null],
  ])
})

test('an office beside does not read it, the one above does, and who only reads is offered nothing to do', async () => {
  const { id } = await as(sari)(createMeeting, draft())
  await expect(as(rina)(showMeeting, { id })).rejects.toMatchObject({ code: 'not_found' })
  expect((await as(wahyu)(showMeeting, { id })).acts).toContain('cancel')
  const reader = await person('Endang', 'inspector', '35', true)
  expect((await as(reader)(showMeeting, { id })).acts).toEqual([])
})

test('what is ahead and what is past share no meeting, and a list takes as many statements for one as for many', async () => {
  const all = await as(sari)(listMeetings, { office: '35.10' })
  const ahead = await as(sari)(listMeetings, { when: 'ahead', office: '35.10' })
  const past = await as(sari)(listMeetings, { when: 'past', office: '35.10' })
  expect(ahead.total + past.total).toBe(all.total)
  now.at = new Date('2026-03-10T05:00:00Z')
  expect((await as(sari)(listMeetings, { when: 'past', office: '35.10' })).total).toBeGreaterThan(past.total)
  now.at = new Date('2026-03-01T02:00:00Z')
  const one = await countQueries(() => as(sari)(listMeetings, { most: 1 }))
  const many = await countQueries(() => as(sari)(listMeetings, { most: 50 }))
  expect(many).toBe(one)
  expect(all.total).toBeGreaterThan(3)
  expect(office('35.10').id).toBe(all.meetings[0]!.office.id)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, db, kernel, now, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { lineOf } from '../../platform/notices/kind.ts'
import { cancelMeeting } from './operations/lifecycle.ts'
import { releaseProgramme, showProgramme } from './operations/programmes.ts'
import { showMeeting } from './operations/read.ts'
import { addPart, addSession } from './operations/sessions.ts'
import { changeMeeting, createMeeting } from './operations/write.ts'
import { type MeetingDetail, meetingKindId } from './schema/meetings.ts'
import type { ProgrammeView } from './schema/programmes.ts'

afterAll(() => kernel.close())

const start = new Date('2026-03-01T02:00:00Z')
let euis: Actor, wati: Actor, deni: Actor
beforeAll(async () => {
  now.at = start
  euis = await person('Euis', 'office_leader', '32', true)
  wati = await person('Wati', 'office_leader', '32', true)
  deni = await person('Deni', 'office_operator', '32.10', false)
})

const plan = (more: object = {}) => ({
  kindId: meetingKindId('rakor'),
  title: 'Rapat koordinasi',
  mode: 'onsite' as const,
  place: 'Aula',
  startsAt: '2026-03-10T09:00',
  endsAt: '2026-03-10T12:00',
  objectives: [],
  ...more,
})
async function begin(people: Actor[], isReleased = true): Promise<string> {
  now.at = start
  const { id: meeting } = await as(euis)<MeetingDetail>(createMeeting, { ...plan(), office: '32' })
  const times = { startsAt: '2026-03-10T09:00', endsAt: '2026-03-10T10:00' }
  let { sessions } = await as(euis)<ProgrammeView>(addSession, { meeting, kind: 'plenary', title: 'Pembukaan', ...times })
  for (const who of people) {
    const part = { session: sessions[0]!.id, rev: sessions[0]!.rev, role: 'speaks' as const, person: who.personId! }
    ;({ sessions } = await as(euis)<ProgrammeView>(addPart, part))
  }
  const { rev } = await as(euis)<ProgrammeView>(showProgramme, { meeting })
  if (isReleased) await as(euis)(releaseProgramme, { meeting, rev })
  return meeting
}
const change = async (meeting: string, more: object, by = euis) =>
  as(by)<MeetingDetail>(changeMeeting, { id: meeting, rev: (await as(by)(showMeeting, { id: meeting })).rev, ...plan(more) })
const wait = async (minutes: number) => {
  now.at = new Date(now.at.getTime() + minutes * 60_000)
  await kernel.timers.drain(kernel)
}
const told = async (who: Actor, meeting: string) => {
  const rows = await db
    .selectFrom('notice')
    .select(['kind', 'params'])
    .where('person_id', '=', who.personId!)
    .where('kind', '=', 'meeting.moved')
    .where('subject_id', '=', meeting)
    .orderBy('created_at')
    .execute()
  return rows.map(row => lineOf(kernel.noticeKinds, 'id', row).replaceAll('\u00a0', ' '))
}

test('ten minutes after another hour or place whoever has a part is told what was and what is, once for all that was corrected', async () => {
  const meeting = await begin([deni, euis])
  await change(meeting, { startsAt: '2026-03-11T09:00', endsAt: '2026-03-11T12:00' })
  await wait(5)
  await change(meeting, { startsAt: '2026-03-12T13:00', endsAt: '2026-03-12T15:00', place: 'Gedung Sate' })
  await wait(9)
  expect(await told(deni, meeting)).toEqual([])
  await wait(2)
  const line =
    'Rapat koordinasi berubah. Waktu: semula 10 Maret 2026, 09.00 WIB sampai 12.00 WIB, menjadi 12 Maret 2026, 13.00 WIB sampai 15.00 WIB; Tempat: semula Aula, menjadi Gedung Sate'
  expect(await told(deni, meeting)).toEqual([line])
  expect(await told(euis, meeting)).toEqual([]) // made the changes
  await wait(60)
  expect(await told(deni, meeting)).toEqual([line])
  await change(meeting, { startsAt: '2026-03-12T13:00', endsAt: '2026-03-12T15:00', place: 'Hotel Savoy' })
  await wait(10)
  expect(await told(deni, meeting)).toEqual([line, 'Rapat koordinasi berubah. Tempat: semula Gedung Sate, menjadi Hotel Savoy'])
  const { events } = await as(euis)<MeetingDetail>(showMeeting, { id: meeting })
  expect(events.filter(({ kind }) => kind === 'moved').map(({ move }) => [move?.was.place, move?.became.place])).toEqual([
    ['Aula', 'Aula'],
    ['Aula', 'Gedung Sate'],
    ['Gedung Sate', 'Hotel Savoy'],
  ])
})

test('what was put back within the ten minutes, what is no hour or place, and what was never released is not told', async () => {
  const back = await begin([deni])
  await change(back, { place: 'Gedung Sate' })
  await change(back, {})
  await change(back, { theme: 'Tema baru', title: 'Rapat koordinasi lain' })
  const draft = await begin([deni], false)
  await change(draft, { place: 'Gedung Sate' })
  await wait(11)
  expect([await told(deni, back), await told(deni, draft)]).toEqual([[], []])
})

test('a meeting that was cancelled meanwhile is told as cancelled alone', async () => {
  const meeting = await begin([deni])
  const { rev } = await change(meeting, { place: 'Gedung Sate' })
  await as(euis)(cancelMeeting, { id: meeting, rev, reason: 'Narasumber berhalangan' })
  await wait(11)
  expect(await told(deni, meeting)).toEqual([])
})

test('of what two people changed each is told, and what begins within the hour is told at once', async () => {
  const meeting = await begin([deni, euis, wati])
  await change(meeting, { place: 'Gedung Sate' })
  await change(meeting, { place: 'Hotel Savoy' }, wati)
  await wait(10)
  expect([(await told(euis, meeting)).length, (await told(wati, meeting)).length]).toEqual([1, 1])
  now.at = new Date('2026-03-10T01:30:00Z')
  await change(meeting, { place: 'Lapangan' })
  await wait(0)
  expect((await told(deni, meeting)).length).toBe(2)
})

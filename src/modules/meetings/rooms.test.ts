import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, kernel, now, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { checkProgramme, listClashes } from './operations/clashes.ts'
import { releaseProgramme, showProgramme } from './operations/programmes.ts'
import { addRoom, changeRoom, listRooms, removeRoom } from './operations/rooms.ts'
import { addPart, addSession } from './operations/sessions.ts'
import { createMeeting } from './operations/write.ts'
import type { Clash } from './schema/clashes.ts'
import { type MeetingDetail, meetingKindId } from './schema/meetings.ts'
import type { ProgrammeView } from './schema/programmes.ts'
import type { RoomList } from './schema/rooms.ts'

afterAll(() => kernel.close())

let euis: Actor, deni: Actor, wahyu: Actor
let meeting: string
beforeAll(async () => {
  now.at = new Date('2026-03-01T02:00:00Z')
  euis = await person('Euis', 'office_leader', '32', true)
  deni = await person('Deni', 'office_operator', '32.10', false)
  wahyu = await person('Wahyu', 'office_leader', '35', true)
  const plan = { kindId: meetingKindId('rakor'), title: 'Rapat koordinasi', office: '32', mode: 'onsite', place: 'Aula', objectives: [] }
  const times = { startsAt: '2026-03-10T09:00', endsAt: '2026-03-11T12:00' }
  meeting = (await as(euis)<MeetingDetail>(createMeeting, { ...plan, ...times })).id
})

const session = (title: string, room: string, from: string, until: string, more: object = {}) =>
  as(euis)<ProgrammeView>(addSession, {
    ...{ meeting, kind: 'plenary', title, room, ...more },
    ...{ startsAt: `2026-03-10T${from}`, endsAt: `2026-03-10T${until}` },
  })

test('rooms of a meeting are said to be taken twice or too small, and a room in another place takes time to reach', async () => {
  const room = { meeting, name: 'Ruang 1', capacity: 40 }
  await as(euis)(addRoom, room)
  await expect(as(euis)(addRoom, { ...room, name: 'RUANG 1' })).rejects.toMatchObject({ fields: { name: [{}] } })
  await expect(as(euis)(addRoom, { ...room, name: 'Ruang 2', region: '32.73' })).rejects.toMatchObject({ fields: { place: [{}] } })
  await expect(as(euis)(addRoom, { ...room, name: 'Ruang 2', place: 'Hotel', region: 'Atlantis' })).rejects.toMatchObject({
    fields: { region: [{}] },
  })
  await expect(as(deni)(addRoom, room)).rejects.toMatchObject({ code: 'not_found' })
  await expect(as(wahyu)(listRooms, { meeting })).rejects.toMatchObject({ code: 'not_found' })
  await session('Pembukaan', 'Ruang 1', '09:00', '10:00', { expected: 50 })
  const view = await session('Panel', 'ruang 1', '09:30', '10:30')
  expect((await as(euis)<{ rooms: object[] }>(checkProgramme, { meeting })).rooms).toMatchObject([
    { kind: 'twice', sessions: ['Pembukaan', 'Panel'], count: 30 },
    { kind: 'full', sessions: ['Pembukaan'], count: 10 },
  ])

  await session('Kunjungan', 'Lapangan', '10:30', '11:00')
  const { sessions } = await as(euis)<ProgrammeView>(showProgramme, { meeting })
  expect(view.sessions).toHaveLength(2)
  for (const title of ['Panel', 'Kunjungan']) {
    const { id, rev } = sessions.find(each => each.title === title)!
    await as(euis)(addPart, { session: id, rev, role: 'speaks', person: deni.personId! })
  }
  const { rev } = await as(euis)<ProgrammeView>(showProgramme, { meeting })
  await as(euis)(releaseProgramme, { meeting, rev })
  const clashes = async () => (await as(euis)<{ clashes: Clash[] }>(listClashes)).clashes.map(({ kind, minutes }) => `${kind} ${minutes}`)
  expect(await clashes()).toEqual([])
  const elsewhere = { meeting, name: 'Lapangan', place: 'Lapangan Gasibu', region: '32.73' }
  const { rooms } = await as(euis)<RoomList>(addRoom, elsewhere)
  expect(await clashes()).toEqual(['travel 180'])
  expect((await as(euis)<{ clashes: object[] }>(checkProgramme, { meeting })).clashes).toMatchObject([{ kind: 'travel', minutes: 180 }])
  const field = rooms.find(({ name }) => name === 'Lapangan')!
  expect(field).toMatchObject({ place: 'Lapangan Gasibu', region: { name: 'KPU Kota Bandung' } })
  await as(euis)(changeRoom, { ...elsewhere, id: field.id, rev: field.rev, region: '', place: '' })
  expect(await clashes()).toEqual([])
})

test('with a room its sessions in the draft get another name, and a room that is gone leaves its name to them', async () => {
  const { rooms } = await as(euis)<RoomList>(listRooms, { meeting })
  const first = rooms.find(({ name }) => name === 'Ruang 1')!
  await as(euis)(changeRoom, { id: first.id, rev: first.rev, name: 'Ruang Rinjani', capacity: 100 })
  const named = async () =>
    (await as(euis)<ProgrammeView>(showProgramme, { meeting })).sessions.map(({ title, room }) => `${title}: ${room}`)
  expect(await named()).toEqual(['Pembukaan: Ruang Rinjani', 'Panel: Ruang Rinjani', 'Kunjungan: Lapangan'])
  await expect(as(euis)(removeRoom, { id: first.id, rev: first.rev })).rejects.toMatchObject({ code: 'conflict' })
  await as(euis)(removeRoom, { id: first.id, rev: first.rev + 1 })
  expect((await named())[0]).toBe('Pembukaan: Ruang Rinjani')
  expect((await as(euis)<RoomList>(listRooms, { meeting })).rooms.map(({ name }) => name)).toEqual(['Lapangan'])
})

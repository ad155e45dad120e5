import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, countQueries, db, kernel, now, office, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { newId } from '../../platform/operation/operation.ts'
import { bytesOf } from '../../platform/values/file-answer.ts'
import { checkProgramme, dismissClash, exportClashes, listClashes, restoreClash, showClash } from './operations/clashes.ts'
import { cancelMeeting, restoreMeeting } from './operations/lifecycle.ts'
import { releaseProgramme, showProgramme } from './operations/programmes.ts'
import { showMeeting } from './operations/read.ts'
import { addSession, changeSession } from './operations/sessions.ts'
import { changeMeeting, createMeeting } from './operations/write.ts'
import type { Clash, ClashDetail } from './schema/clashes.ts'
import { type MeetingDetail, meetingKindId } from './schema/meetings.ts'
import type { ProgrammeView } from './schema/programmes.ts'

afterAll(() => kernel.close())

let euis: Actor, wahyu: Actor, yusuf: Actor, siti: Actor, admin: Actor
beforeAll(async () => {
  now.at = new Date('2026-03-01T02:00:00Z')
  admin = await person('Nur Aini', 'national_admin')
  euis = await person('Euis', 'office_leader', '32', true)
  wahyu = await person('Wahyu', 'office_leader', '35', true)
  yusuf = await person('Yusuf', 'office_leader', '91', true)
  siti = await person('Siti', 'office_operator', '32.10', false)
})

const day = '2026-03-10'
const plan = (more: object) => ({
  kindId: meetingKindId('rakor'),
  title: 'Rapat koordinasi',
  mode: 'onsite' as const,
  place: 'Aula',
  startsAt: `${day}T08:00`,
  endsAt: `${day}T16:00`,
  objectives: [],
  ...more,
})
/** A meeting with one session in which these people have a part, released. */
async function hold(by: Actor, code: string, from: string, until: string, people: Actor[], more: object = {}, involvement = 'must') {
  const { id: meeting } = await as(by)<MeetingDetail>(createMeeting, { ...plan(more), office: code })
  const times = { startsAt: `${day}T${from}`, endsAt: until && `${day}T${until}` }
  let view = await as(by)<ProgrammeView>(addSession, { meeting, kind: 'plenary', title: `Sesi ${from}`, ...times })
  for (const who of people)
    await db
      .insertInto('meeting_part')
      .values(partOf(view.sessions[0]!.id, who, involvement))
      .execute()
  view = await as(by)<ProgrammeView>(showProgramme, { meeting })
  await as(by)(releaseProgramme, { meeting, rev: view.rev })
  return { meeting, session: view.sessions[0]!.id }
}
let seq = 0
const partOf = (session_id: string, { personId }: Actor, involvement: string) => ({
  id: newId(),
  session_id,
  seq: seq++,
  role: 'speaks' as const,
  person_id: personId!,
  involvement: involvement as 'must',
})
const list = async (who: Actor, more: object = {}) => (await as(who)<{ clashes: Clash[] }>(listClashes, more)).clashes
const linesOf = async (who: Actor, about: Actor, more: object = {}) =>
  (await list(who, more))
    .filter(({ person }) => person.id === about.personId)
    .map(({ kind, minutes, severity }) => [kind, minutes, severity].join(' '))
const move = async (by: Actor, { meeting, session }: { meeting: string; session: string }, from: string, until: string) => {
  const { sessions } = await as(by)<ProgrammeView>(showProgramme, { meeting })
  const { rev } = sessions.find(({ id }) => id === session)!
  const view = await as(by)<ProgrammeView>(changeSession, {
    id: session,
    rev,
    kind: 'plenary',
    title: `Sesi ${from}`,
    startsAt: `${day}T${from}`,
    endsAt: `${day}T${until}`,
  })
  await as(by)(releaseProgramme, { meeting, rev: view.rev })
}

test('a release finds who is wanted in two places; what is touching is not, and the way between regions takes time', async () => {
  const ani = await person('Ani')
  await hold(euis, '32', '09:00', '10:00', [ani])
  await hold(euis, '32', '10:00', '11:00', [ani])
  expect(await linesOf(euis, ani)).toEqual([])
  await hold(euis, '32', '09:30', '10:00', [ani], {}, 'expected')
  expect(await linesOf(euis, ani)).toEqual(['overlap 30 warning'])
  const budi = await person('Budi')
  await hold(euis, '32', '08:00', '09:00', [budi])
  await hold(wahyu, '35', '12:00', '13:00', [budi]) // another province of Java: six hours
  expect(await linesOf(euis, budi)).toEqual(['travel 180 fatal'])
  const cici = await person('Cici')
  await hold(euis, '32', '08:00', '09:00', [cici])
  const online = await hold(yusuf, '91', '11:30', '12:30', [cici], { mode: 'online' }) // by the clock of Papua 09.30 to 10.30 in Bandung
  expect(await linesOf(euis, cici)).toEqual([])
  const { rev } = await as(yusuf)<MeetingDetail>(showMeeting, { id: online.meeting })
  await as(yusuf)(changeMeeting, { id: online.meeting, rev, ...plan({}) })
  expect(await linesOf(euis, cici)).toEqual(['travel 690 fatal'])
  await as(yusuf)(changeMeeting, { id: online.meeting, rev: rev + 1, ...plan({ region: '32', place: 'AULA' }) })
  expect(await linesOf(euis, cici)).toEqual([])
})

test('whoever hosts one of the two reads it, of the other only the hours; others and those with a part read their own alone', async () => {
  const dodi = await person('Dodi', 'office_operator', '32.10', false)
  const both = [await hold(euis, '32', '13:00', '14:00', [dodi, siti]), await hold(wahyu, '35', '13:30', '15:00', [dodi])]
  const [seen] = (await list(euis)).filter(({ person: { id } }) => id === dodi.personId)
  expect(seen).toMatchObject({
    person: { name: 'Dodi' },
    sides: [
      { meeting: { id: both[0]!.meeting }, session: { name: 'Sesi 13:00' } },
      { meeting: null, session: null, office: null, place: null, startsAt: '2026-03-10T06:30:00.000Z' },
    ],
  })
  expect(await linesOf(siti, dodi)).toEqual([]) // reads the meeting, for she has a part in it
  expect(await linesOf(yusuf, dodi)).toEqual([])
  const [own] = await list(dodi)
  expect(own!.sides.map(({ meeting }) => meeting?.name)).toEqual(['Rapat koordinasi', 'Rapat koordinasi'])
  expect((await as(dodi)<ClashDetail>(showClash, { id: own!.id })).mayIgnore).toBe(false)
  await expect(as(dodi)(dismissClash, { id: own!.id, rev: own!.rev, reason: 'Saya atur sendiri' })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(as(siti)(showClash, { id: own!.id })).rejects.toMatchObject({ code: 'not_found' })
  await expect(as(yusuf)(dismissClash, { id: own!.id, rev: own!.rev, reason: 'Bukan urusan' })).rejects.toMatchObject({ code: 'not_found' })
  const leaver = await person('Lina', 'office_leader', '32', true)
  await db.updateTable('role_grant').set({ to_on: '2026-02-28' }).where('person_id', '=', leaver.personId!).execute()
  const { actorOfPerson } = await import('../../platform/authority/load-actor.ts')
  const left = (await actorOfPerson(db, leaver.personId!, kernel.clock.today()))!
  await expect(list(left)).rejects.toMatchObject({ code: 'forbidden' })
})

test('a filter never tells what one may not read', async () => {
  const eko = await person('Eko', 'office_operator', '32.10', false)
  await hold(euis, '32', '13:00', '14:00', [eko])
  await hold(wahyu, '35', '13:30', '15:00', [eko])
  expect(await linesOf(admin, eko, { office: '35' })).toHaveLength(1)
  expect(await linesOf(euis, eko, { office: '32' })).toHaveLength(1)
  expect(await linesOf(euis, eko, { person: eko.personId! })).toHaveLength(1)
  expect(await linesOf(euis, eko, { severity: 'note' })).toEqual([])
  expect(await linesOf(euis, eko, { until: '2026-03-09' })).toEqual([])
  expect(await linesOf(euis, eko, { from: '2026-03-10', until: '2026-03-10' })).toHaveLength(1)
  await expect(list(euis, { office: '35' })).rejects.toMatchObject({ fields: { office: [{}] } })
  await expect(list(wahyu, { person: eko.personId! })).rejects.toMatchObject({ fields: { person: [{}] } })
  const csv = Buffer.from(await bytesOf(await as(euis)(exportClashes, { format: 'csv', person: eko.personId! }))).toString('utf8')
  expect(csv.split('\n').filter(Boolean)).toHaveLength(2)
  expect([csv.includes('Sesi 13:00'), csv.includes('Sesi 13:30'), csv.includes('sibuk')]).toEqual([true, false, true])
})

test('what is ignored says why, stays away while nothing moves, and comes back when one of the two is moved', async () => {
  const fani = await person('Fani')
  const [, second] = [await hold(euis, '32', '13:00', '14:00', [fani]), await hold(wahyu, '35', '13:30', '15:00', [fani])]
  const ofFani = async (more: object = {}) => (await list(euis, more)).filter(({ person: { id } }) => id === fani.personId)
  const [clash] = await ofFani()
  const about = { id: clash!.id, rev: clash!.rev }
  await expect(as(euis)(dismissClash, { ...about, reason: 'x' })).rejects.toMatchObject({ fields: { reason: [{}] } })
  await as(euis)(dismissClash, { ...about, reason: 'Hadir bergantian dengan wakilnya' })
  expect([await ofFani(), (await ofFani({ state: 'ignored' })).map(({ state }) => state)]).toEqual([[], ['ignored']])
  await expect(as(euis)(dismissClash, { id: about.id, rev: about.rev + 1, reason: 'Sekali lagi' })).rejects.toMatchObject({
    code: 'conflict',
  })
  const other = await hold(euis, '32', '08:00', '08:30', [fani]) // of the same person, and touches neither
  expect(await ofFani()).toMatchObject([{ kind: 'travel' }])
  await as(euis)(cancelMeeting, {
    id: other.meeting,
    rev: (await as(euis)<MeetingDetail>(showMeeting, { id: other.meeting })).rev,
    reason: 'Tidak jadi',
  })
  expect(await ofFani()).toEqual([])
  await move(wahyu, second, '13:45', '15:00')
  expect(await ofFani()).toMatchObject([{ id: about.id, state: 'open', minutes: 15 }])
  const { events, rev } = await as(euis)<ClashDetail>(showClash, { id: about.id })
  expect(events.map(({ kind, reason, by }) => [kind, reason, by])).toEqual([
    ['ignored', 'Hadir bergantian dengan wakilnya', 'Euis'],
    ['returned', null, 'Wahyu'],
  ])
  await as(euis)(dismissClash, { id: about.id, rev, reason: 'Sudah disepakati' })
  await as(euis)(restoreClash, { id: about.id, rev: rev + 1 })
  expect(await ofFani()).toHaveLength(1)
  // Moved away and back, it is another clash than the one that was looked at.
  await as(euis)(dismissClash, { id: about.id, rev: rev + 2, reason: 'Sudah disepakati' })
  await move(wahyu, second, '20:30', '21:00')
  expect([await ofFani(), await ofFani({ state: 'ignored' })]).toEqual([[], []])
  await move(wahyu, second, '13:45', '15:00')
  expect(await ofFani()).toMatchObject([{ id: about.id, state: 'open' }])
})

test('a cancelled meeting clashes with nothing, and clashes again when it is planned again', async () => {
  const gita = await person('Gita')
  const one = await hold(euis, '32', '13:00', '14:00', [gita])
  await hold(euis, '32', '13:30', '15:00', [gita])
  const rev = async () => (await as(euis)<MeetingDetail>(showMeeting, { id: one.meeting })).rev
  await as(euis)(cancelMeeting, { id: one.meeting, rev: await rev(), reason: 'Tidak jadi' })
  expect(await linesOf(euis, gita)).toEqual([])
  await as(euis)(restoreMeeting, { id: one.meeting, rev: await rev(), reason: 'Jadi diadakan' })
  expect(await linesOf(euis, gita)).toEqual(['overlap 30 fatal'])
})

test('one proposes the first time at which all who must be there are free, with the way, and who stands in on that day', async () => {
  const [hani, ina] = [await person('Hani'), await person('Ina')]
  const deputy = await person('Joko', 'office_operator', '32', false)
  const position = await db.selectFrom('position').select(['id', 'name']).limit(1).executeTakeFirstOrThrow()
  const post = { position_id: position.id, office_id: office('32').id, from_on: '2026-01-01' }
  await db
    .insertInto('appointment')
    .values([
      { id: newId(), person_id: hani.personId!, ...post },
      { id: newId(), person_id: deputy.personId!, ...post, acting: 'plh', from_on: '2026-03-09', to_on: '2026-03-11' },
    ])
    .execute()
  await hold(euis, '32', '09:00', '10:00', [hani, ina], { place: 'Aula' })
  await hold(wahyu, '35', '09:30', '10:30', [hani])
  await hold(euis, '32', '14:00', '15:30', [ina], { place: 'Hotel' })
  await hold(wahyu, '35', '09:30', '10:00', [deputy])
  const [clash] = (await list(euis)).filter(({ person: { id } }) => id === hani.personId)
  const { moves, deputies } = await as(euis)<ClashDetail>(showClash, { id: clash!.id })
  // Hani comes back from East Java in the evening, Ina is in the hotel on the day; the next morning both are free.
  expect(moves.map(({ session, startsAt, why, people }) => [session.name, startsAt, why, people])).toEqual([
    ['Sesi 09:00', '2026-03-11T00:30:00.000Z', 'free', 2],
  ])
  expect(deputies).toEqual([
    {
      person: { id: deputy.personId, name: 'Joko' },
      acting: 'plh',
      position: position.name,
      office: 'KPU Provinsi Jawa Barat',
      free: [false, false],
    },
  ])
  expect((await as(wahyu)<ClashDetail>(showClash, { id: clash!.id })).deputies).toEqual([]) // he may not know who works there
})

test('the draft knows of the way too, and that something was ignored', async () => {
  const kiki = await person('Kiki')
  const one = await hold(euis, '32', '09:00', '10:00', [kiki])
  await hold(wahyu, '35', '14:00', '15:00', [kiki])
  const draft = async () =>
    (await as(euis)(checkProgramme, { meeting: one.meeting })).clashes as { kind: string; minutes: number; ignored: boolean }[]
  expect(await draft()).toMatchObject([{ kind: 'travel', minutes: 120, ignored: false }])
  const [clash] = (await list(euis)).filter(({ person: { id } }) => id === kiki.personId)
  await as(euis)(dismissClash, { id: clash!.id, rev: clash!.rev, reason: 'Naik kereta cepat' })
  expect(await draft()).toMatchObject([{ ignored: true }])
})

test('the list takes as many statements for one clash as for many, and so does another place', async () => {
  const [one, many] = [await person('Lala'), await Promise.all(Array.from({ length: 8 }, (_, nth) => person(`Murid ${nth}`)))]
  await hold(euis, '32', '16:00', '17:00', [one, ...many])
  const held = [await hold(euis, '32', '16:30', '17:30', [one]), await hold(euis, '32', '16:30', '17:30', many)]
  const moving = async ({ meeting }: { meeting: string }, place: string) => {
    const { rev } = await as(euis)<MeetingDetail>(showMeeting, { id: meeting })
    return countQueries(() => as(euis)(changeMeeting, { id: meeting, rev, ...plan({ place }) }))
  }
  expect(await moving(held[1]!, 'Hotel')).toBe(await moving(held[0]!, 'Hotel'))
  const all = await list(euis)
  const count = async (more: object) => countQueries(() => list(euis, more))
  expect(await count({})).toBe(await count({ until: '2026-03-02' }))
  expect(all.length).toBeGreaterThan(8)
})

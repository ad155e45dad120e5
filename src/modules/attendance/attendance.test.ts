import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { as, browser, countQueries, db, kernel, now, office, person, program } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { badgeSigner } from '../../platform/badges/sign.ts'
import { call, newId } from '../../platform/operation/operation.ts'
import { releaseProgramme } from '../meetings/operations/programmes.ts'
import { addSession } from '../meetings/operations/sessions.ts'
import { createMeeting } from '../meetings/operations/write.ts'
import { type MeetingDetail, meetingKindId } from '../meetings/schema/meetings.ts'
import { checkIn, showCode } from './operations/codes.ts'
import { showDesk } from './operations/desk.ts'
import { listAttendance, showAttendance, showSeat } from './operations/read.ts'
import { correctAttendance, recordAttendance } from './operations/record.ts'
import type { AttendanceView, Desk, PresenceRow, Recording, SeatHistory } from './schema/attendance.ts'

afterAll(() => kernel.close())

const begin = Date.parse('2026-03-10T02:00:00Z')
const minute = 60_000
const at = (minutes: number) => new Date(begin + minutes * minute).toISOString()
let officer: Actor, province: Actor, beside: Actor, sari: Actor
beforeAll(async () => {
  now.at = new Date('2026-03-01T02:00:00Z')
  officer = await person('Bagus', 'cooperation_officer')
  province = await person('Wahyu', 'office_leader', '35', true)
  beside = await person('Rina', 'office_operator', '51', false)
  sari = await person('Sari', 'office_operator', '35.10', false)
})
beforeEach(() => {
  now.at = new Date(begin + 60 * minute)
})

/** A meeting of two sessions of an hour, with somebody of three offices invited, and a guest. */
async function held() {
  now.at = new Date('2026-03-01T02:00:00Z')
  const { id }: MeetingDetail = await as(officer)(createMeeting, {
    kindId: meetingKindId('rakor'),
    title: 'Rapat koordinasi nasional',
    office: '00',
    mode: 'hybrid',
    place: 'Jakarta',
    startsAt: '2026-03-10T09:00',
    endsAt: '2026-03-10T12:00',
    objectives: [],
  })
  for (const [title, from, to] of [
    ['Pembukaan', '09:00', '10:00'],
    ['Diskusi', '10:00', '11:00'],
  ])
    await as(officer)(addSession, { meeting: id, kind: 'plenary', title, startsAt: `2026-03-10T${from}`, endsAt: `2026-03-10T${to}` })
  const { rev } = await db.selectFrom('meeting').select('rev').where('id', '=', id).executeTakeFirstOrThrow()
  await as(officer)(releaseProgramme, { meeting: id, rev })
  const invitee = async (name: string, code: string | null, personId: string | null = null) => {
    const made = { id: newId(), key: `g:${newId()}`, name, involvement: 'must' as const, mode: 'hybrid' as const }
    const where = code ? { office_id: office(code).id } : { institution: 'Bawaslu' }
    await db
      .insertInto('meeting_invitee')
      .values({ ...made, ...where, meeting_id: id, person_id: personId, sent_at: now.at, created_at: now.at })
      .execute()
    await db
      .insertInto('meeting_reader')
      .values({ meeting_id: id, person_id: personId ?? officer.personId! })
      .onConflict(c => c.doNothing())
      .execute()
    return made.id
  }
  const people = {
    sari: await invitee('Sari', '35.10', sari.personId),
    surabaya: await invitee('Wahyu', '35'),
    bali: await invitee('Rina', '51'),
    guest: await invitee('Tamu', null),
  }
  now.at = new Date(begin + 60 * minute)
  const { sessions }: AttendanceView = await as(officer)(showAttendance, { meeting: id })
  const [opening, talk] = sessions.map(each => each.id) as [string, string]
  return { meeting: id, opening, talk, people }
}

const came = (session: string, invitee: string, minutes: number, more: object = {}) => ({
  id: randomUUID(),
  session,
  invitee,
  at: at(minutes),
  source: 'Meja 1',
  ...more,
})
const rows = async (asked: object, by = officer): Promise<PresenceRow[]> =>
  ((await as(by)(listAttendance, asked)) as { rows: PresenceRow[] }).rows
const brief = (all: PresenceRow[]) => all.map(({ name, status }) => `${name}: ${status}`)

test('what two desks send, in any order and again, is recorded once; whoever came at both is one presence to look at', async () => {
  const { meeting, opening, people } = await held()
  const first = came(opening, people.sari, 5)
  const second = came(opening, people.sari, 6, { source: 'Meja 2' })
  const late = came(opening, people.bali, 31)
  const one: Recording = await as(officer)(recordAttendance, { meeting, events: [second, late] })
  const two: Recording = await as(officer)(recordAttendance, { meeting, events: [first, late, { ...second, at: at(7) }] })
  expect([one.recorded, ...two.events.map(({ outcome }) => outcome)]).toEqual([2, 'recorded', 'known', 'differs'])
  const all = await rows({ meeting, session: opening })
  expect(brief(all)).toEqual(['Wahyu: absent', 'Sari: present', 'Rina: present', 'Tamu: absent'])
  expect(all.map(({ twice, lateBy, minutes }) => [twice, lateBy, minutes])).toEqual([
    [false, null, null],
    [true, null, 55],
    [false, 31, 29],
    [false, null, null],
  ])
  expect(brief(await rows({ meeting, session: opening, twice: true }))).toEqual(['Sari: present'])
  expect(brief(await rows({ meeting, session: opening, status: 'absent', province: '35' }))).toEqual(['Wahyu: absent'])
  const { sessions, areas }: AttendanceView = await as(officer)(showAttendance, { meeting, session: opening })
  expect(sessions[0]!.counts).toEqual({ invited: 4, present: 2, replaced: 0, excused: 0, absent: 2, expected: 0, late: 1, twice: 1 })
  expect(areas.map(({ office, present, of }) => [office?.name ?? null, present, of])).toEqual([
    [office('35').name, 1, 2],
    [office('51').name, 1, 1],
    [null, 0, 1],
  ])
  expect(brief(await rows({ meeting }))).toEqual(['Wahyu: expected', 'Sari: expected', 'Rina: expected', 'Tamu: expected'])
})

test('a badge is read by the server as by a desk: forged ones, and those of another meeting, record nobody', async () => {
  const { meeting, opening, people } = await held()
  const { meeting: other, people: others } = await held()
  const signer = (of: string) => badgeSigner(of, Buffer.from(seedOf(of)))
  const until = Date.parse('2026-03-12T00:00:00Z')
  const badge = (of: string, invitee: string, ends = until) => signer(of).sign({ invitee, until: ends, edition: 1 })
  const desk: Desk = await as(officer)(showDesk, { meeting })
  expect(desk.publicKey).toBe(signer(meeting).publicKey)
  const forged = badgeSigner(meeting, Buffer.alloc(48, 7)).sign({ invitee: people.sari, until, edition: 1 })
  const scans = [
    badge(meeting, people.sari),
    badge(other, others.sari),
    forged,
    badge(meeting, people.bali, begin),
    'tiket',
    badge(meeting, others.sari),
  ]
  const { events }: Recording = await as(officer)(recordAttendance, {
    meeting,
    events: scans.map((scan, nth) => ({ ...came(opening, people.sari, nth), invitee: undefined, badge: scan })),
  })
  expect(events.map(({ outcome }) => outcome)).toEqual(['recorded', 'otherMeeting', 'forged', 'expired', 'unreadable', 'unknown'])
  expect(brief(await rows({ meeting, session: opening, status: 'present' }))).toEqual(['Sari: present'])
})

/** The bytes that the kernel of the tests derives for the badges of a meeting. */
function seedOf(meeting: string): Uint8Array {
  const { hkdfSync } = process.getBuiltinModule('node:crypto')
  return new Uint8Array(hkdfSync('sha256', kernel.secret, '', `badge ${meeting}`, 48))
}

test('another office sees its own people, records nobody and opens no desk; a stranger sees nothing', async () => {
  const { meeting, opening, people } = await held()
  await as(officer)(recordAttendance, { meeting, events: [came(opening, people.bali, 0)] })
  await db
    .insertInto('meeting_reader')
    .values([{ meeting_id: meeting, person_id: province.personId! }])
    .execute()
  expect(brief(await rows({ meeting, session: opening }, province))).toEqual(['Wahyu: absent', 'Sari: absent'])
  expect(brief(await rows({ meeting, session: opening }, sari))).toEqual(['Sari: absent'])
  await expect(rows({ meeting }, beside)).rejects.toMatchObject({ code: 'not_found' })
  for (const operation of [recordAttendance, showDesk, showCode, correctAttendance] as const)
    await expect(
      as(province)(operation, {
        meeting,
        session: opening,
        invitee: people.bali,
        is: 'absent',
        reason: 'Bukan dia',
        events: [came(opening, people.sari, 0)],
      }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/forbidden|not_found/) })
  await expect(as(province)(showSeat, { meeting, session: opening, invitee: people.bali })).rejects.toMatchObject({ code: 'not_found' })
  const tomorrow = await person('Besok', 'cooperation_officer')
  await db.updateTable('role_grant').set({ from_on: '2026-03-11' }).where('person_id', '=', tomorrow.personId).execute()
  const { actorOfPerson } = await import('../../platform/authority/load-actor.ts')
  const early = (await actorOfPerson(db, tomorrow.personId!, '2026-03-10'))!
  await expect(call(kernel, early, showDesk, { meeting })).rejects.toMatchObject({ code: 'forbidden' })
  const stranger = await program(null)
  expect((await stranger('GET', `/meetings/${meeting}/attendance`)).status).toBe(401)
})

test('an invitee checks in by the code of the minute; after five wrong ones none is looked at for a quarter of an hour', async () => {
  const { meeting, talk } = await held()
  now.at = new Date(begin + 61 * minute)
  const codes = async () => (await as(officer)(showCode, { meeting, session: talk })).code as string
  const tried = async (code: string, by = sari) => (await as(by)(checkIn, { meeting, code })).outcome as string
  const code = await codes()
  await expect(tried(code, officer)).rejects.toMatchObject({ code: 'forbidden' })
  now.at = new Date(begin + 62.9 * minute)
  expect(await tried(code)).toBe('in')
  expect(await tried(code)).toBe('known')
  now.at = new Date(begin + 63 * minute)
  const outcomes = []
  for (let nth = 0; nth < 6; nth++) outcomes.push(await tried(code))
  expect(outcomes).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'tooMany'])
  expect(await tried(await codes())).toBe('tooMany')
  now.at = new Date(begin + 79 * minute)
  expect(await tried(await codes())).toBe('known')
  expect(brief(await rows({ meeting, session: talk, status: 'present' }))).toEqual(['Sari: present'])
})

test('what is corrected keeps what was noted, who said otherwise and why', async () => {
  const { meeting, opening, people } = await held()
  const seat = { meeting, session: opening, invitee: people.sari }
  const twice = [came(opening, people.sari, 5), came(opening, people.sari, 6, { source: 'Meja 2', proxy: 'Dewi' })]
  await as(officer)(recordAttendance, { meeting, events: twice })
  const statuses = []
  for (const is of ['once', 'absent', 'excused', 'present'] as const) {
    const { row }: SeatHistory = await as(officer)(correctAttendance, { ...seat, is, reason: `Karena ${is}` })
    statuses.push([row.status, row.twice])
  }
  expect(statuses).toEqual([
    ['present', false],
    ['absent', false],
    ['excused', false],
    ['present', false],
  ])
  await expect(as(officer)(correctAttendance, { ...seat, is: 'present', reason: 'Lagi' })).rejects.toMatchObject({ code: 'conflict' })
  const { events }: SeatHistory = await as(officer)(showSeat, seat)
  expect(events.filter(({ kind }) => kind === 'void').map(({ reason }) => reason)).toEqual([
    'Karena once',
    'Karena absent',
    'Karena present',
  ])
  expect(events.filter(({ voided }) => voided).length).toBe(3)
  expect(new Set(events.map(({ by }) => by))).toEqual(new Set(['Bagus']))
})

test('the desk notes who is scanned or named, without a script, and says who it was', async () => {
  const { meeting, opening } = await held()
  const { get, post } = await browser(officer)
  const page = await (await get(`/rapat/${meeting}/meja`)).text()
  expect(page).toContain('Sari – KPU Kabupaten Banyuwangi')
  const form = { id: randomUUID(), session: opening, kind: 'in', source: 'Meja 1' }
  expect((await post(`/rapat/${meeting}/meja`, { ...form, who: 'Siapa' })).status).toBe(422)
  const done = await post(`/rapat/${meeting}/meja`, { ...form, who: 'sari – kpu kabupaten banyuwangi' })
  expect([done.status, done.headers.get('location')]).toEqual([303, `/rapat/${meeting}/meja?meja=Meja%201`])
  const sent = await post(`/rapat/${meeting}/meja/kirim`, { events: JSON.stringify([came(opening, randomUUID(), 1)]) })
  expect(sent.status).toBe(409)
  expect(await (await get(`/rapat/${meeting}/kehadiran?sesi=${opening}`)).text()).toContain('Sari')
  expect(await (await get(`/rapat/${meeting}`)).text()).toContain('Daftar hadir')
})

test('the list takes as many statements for one as for many', async () => {
  const { meeting, opening } = await held()
  const asked = () => as(officer)(listAttendance, { meeting, session: opening })
  const few = await countQueries(asked)
  await db
    .insertInto('meeting_invitee')
    .values(
      Array.from({ length: 60 }, (_, nth) => ({
        id: newId(),
        meeting_id: meeting,
        key: `g:${newId()}`,
        name: `Peserta ${nth}`,
        involvement: 'must' as const,
        mode: 'hybrid' as const,
        sent_at: now.at,
        created_at: now.at,
      })),
    )
    .execute()
  expect(await countQueries(asked)).toEqual(few)
})

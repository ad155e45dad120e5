import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { as, browser, db, kernel, now, office, person, program } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { newId } from '../../platform/operation/operation.ts'
import { createMeeting } from '../meetings/operations/write.ts'
import { meetingKindId } from '../meetings/schema/meetings.ts'
import { readOffices } from '../organisation/regions.ts'
import { assignParticipant } from './operations/participants/assign.ts'
import { importParticipants } from './operations/participants/import.ts'
import { listParticipants, showReport } from './operations/participants/read.ts'
import { recordReport, withdrawReport } from './operations/participants/record.ts'
import { listAttendance, showSeat } from './operations/read.ts'
import type { PresenceRow } from './schema/attendance.ts'
import type { Participant, ParticipantDetail, ParticipantReport } from './schema/participants.ts'

afterAll(() => kernel.close())

let officer: Actor, beside: Actor
beforeAll(async () => {
  officer = await person('Bagus', 'cooperation_officer')
  beside = await person('Rina', 'office_operator', '35.10', false)
})
beforeEach(() => {
  now.at = new Date('2025-07-31T02:00:00Z')
})

type Someone = { name: string; code?: string | null; personId?: string | null }
/** A meeting by video on the day of the report, with these invited; ended by now. */
async function held(people: Someone[], kind = 'rakornas'): Promise<string> {
  now.at = new Date('2025-07-01T02:00:00Z')
  const { id } = await as(officer)(createMeeting, {
    kindId: meetingKindId(kind),
    title: 'Rapat daring',
    office: '00',
    mode: 'online',
    startsAt: '2025-07-30T07:00',
    endsAt: '2025-07-30T16:00',
    objectives: [],
  })
  await db
    .insertInto('meeting_invitee')
    .values(
      people.map(({ name, code = null, personId = null }) => ({
        id: newId(),
        meeting_id: id,
        key: `g:${newId()}`,
        name,
        office_id: code && office(code).id,
        institution: code ? null : 'Bawaslu',
        person_id: personId,
        involvement: 'must' as const,
        mode: 'online' as const,
        sent_at: now.at,
        created_at: now.at,
      })),
    )
    .execute()
  now.at = new Date('2025-07-31T02:00:00Z')
  return id
}

const head = [
  'Meeting ID,Topic,Start Time,End Time',
  '851,Rapat daring,07/30/2025 07:00:00 AM,07/30/2025 04:00:00 PM',
  '',
  'Name (Original Name),User Email,Join Time,Leave Time,In Waiting Room',
]
const was = (name: string, from: string, to: string, waiting = 'No') =>
  `"${name}",,07/30/2025 ${from}:00 AM,07/30/2025 ${to}:00 AM,${waiting}`
const fileOf = (...lines: string[]) => ({ name: 'peserta.csv', bytes: new TextEncoder().encode([...head, ...lines].join('\n')) })
const read = (meeting: string, ...lines: string[]): Promise<ParticipantReport> =>
  as(officer)(importParticipants, { meeting, zone: 'Asia/Jakarta', file: fileOf(...lines) })
const names = async (report: string, asked: object = {}): Promise<Participant[]> =>
  (await as(officer)(listParticipants, { report, ...asked })).participants
const said = (some: Participant[]) =>
  some.map(({ name, status, how, invitee, office }) => [name, status, how, invitee?.name ?? office?.name ?? null])
const presence = async (meeting: string): Promise<unknown[]> =>
  ((await as(officer)(listAttendance, { meeting })) as { rows: PresenceRow[] }).rows.map(({ name, status, minutes, devices }) => [
    name,
    status,
    minutes,
    devices,
  ])

test('every row of a report of 560 participants who came again and again is what is expected of it', async () => {
  const data = new URL('../../../test/data/participants/', import.meta.url)
  const bytes = await readFile(new URL('participants.csv', data))
  const expected = JSON.parse(await readFile(new URL('participants.expected.json', data), 'utf8'))
  const offices = readOffices()
  const meeting = await held(offices.map(({ code }) => ({ name: `Peserta ${code}`, code })))
  const { id, rev, counts, problems }: ParticipantReport = await as(officer)(importParticipants, {
    meeting,
    zone: expected.zone,
    domain: 'kpu.example',
    file: { name: 'participants.csv', bytes: new Uint8Array(bytes) },
  })
  const { rows, waiting, present, ambiguous, unmatched } = expected.counts
  expect([counts.rows, counts.waiting, counts.offices, counts.ambiguous, counts.unmatched, problems]).toEqual([
    rows,
    waiting,
    present,
    ambiguous,
    unmatched,
    [],
  ])
  for (const status of ['ambiguous', 'unmatched'] as const) {
    const some = await names(id, { status })
    const stamp = (at: string) => new Date(at).toISOString()
    const sorted = (all: { name: string; email: string | null }[]) =>
      all.toSorted((a, b) => (JSON.stringify([a.name, a.email]) < JSON.stringify([b.name, b.email]) ? -1 : 1))
    expect(
      sorted(
        some.map(({ name, email, minutes, connections, firstIn, lastOut, candidates }) => ({
          ...{ name, email, minutes, connections: connections.length, firstIn: firstIn!, lastOut: lastOut! },
          candidates: candidates.map(each => each.id).sort(),
        })),
      ),
    ).toEqual(
      sorted(
        expected[status].map((each: { firstIn: string; lastOut: string; candidates?: string[] }) => ({
          ...each,
          firstIn: stamp(each.firstIn),
          lastOut: stamp(each.lastOut),
          candidates: (each.candidates ?? []).map(code => office(code).id).sort(),
        })),
      ),
    )
  }
  await as(officer)(recordReport, { id, rev })
  const all: PresenceRow[] = []
  for (let after: string | undefined; ; ) {
    const page = await as(officer)(listAttendance, { meeting, after })
    all.push(...page.rows)
    if (!page.next) break
    after = page.next
  }
  expect(all.length).toBe(offices.length)
  expect(
    all
      .filter(({ status }) => status === 'present')
      .map(({ office, firstIn, lastOut, minutes, devices }) => ({ office: office!.id, firstIn, lastOut, minutes, devices })),
  ).toEqual(
    expected.present.map(({ office: code, firstIn, lastOut, minutes, devices }: { [field: string]: string & number }) => ({
      office: office(code!).id,
      firstIn: new Date(firstIn!).toISOString(),
      lastOut: new Date(lastOut!).toISOString(),
      minutes,
      devices,
    })),
  )
})

const four = [
  { name: 'Sari', code: '35.07' },
  { name: 'Dr. Budi Santoso, S.H.', code: '35.10' },
  { name: 'Ani Lestari', code: '35.10' },
  { name: 'Tamu Bawaslu' },
]

test('names are told by office, of several of an office by name, and without an office by the whole name; the rest waits', async () => {
  const meeting = await held(four)
  const { id, counts } = await read(
    meeting,
    was('Dewi_KPU Kab. Malang', '08:00', '09:00'),
    was('KPU Kab Banyuwangi_budi santoso', '08:00', '09:00'),
    was('KPU Kab Banyuwangi', '08:00', '09:00'),
    was('KPU Malang', '08:00', '09:00'),
    was('TAMU BAWASLU', '08:00', '09:00'),
    was('iPad', '08:00', '09:00'),
    was('KPU Kota Batu', '08:00', '09:00'),
    was('Menunggu', '08:00', '09:00', 'Yes'),
    was('Rusak', 'jam', '09:00'),
  )
  expect(said(await names(id))).toEqual([
    ['KPU Kab Banyuwangi', 'unnamed', 'read', 'KPU Kabupaten Banyuwangi'],
    ['KPU Malang', 'ambiguous', 'read', null],
    ['iPad', 'unmatched', 'read', null],
    ['Dewi_KPU Kab. Malang', 'matched', 'read', 'Sari'],
    ['KPU Kab Banyuwangi_budi santoso', 'matched', 'read', 'Dr. Budi Santoso, S.H.'],
    ['TAMU BAWASLU', 'matched', 'read', 'Tamu Bawaslu'],
    ['KPU Kota Batu', 'uninvited', 'read', 'KPU Kota Batu'],
    ['Menunggu', 'waiting', 'read', null],
  ])
  expect(counts).toEqual({
    ...{ rows: 9, waiting: 1, names: 8, offices: 3 },
    ...{ matched: 3, unnamed: 1, uninvited: 1, ambiguous: 1, unmatched: 1, nobody: 0 },
  })
  expect((await as(officer)(showReport, { id })).problems).toEqual([{ row: 13, name: 'Rusak', problem: 'time_invalid' }])
  expect(await presence(meeting)).toEqual([
    ['Sari', 'absent', null, 0],
    ['Ani Lestari', 'absent', null, 0],
    ['Dr. Budi Santoso, S.H.', 'absent', null, 0],
    ['Tamu Bawaslu', 'absent', null, 0],
  ])
})

test('what somebody says of a name counts at once where the report is recorded, and is remembered for the next of that kind', async () => {
  const meeting = await held(four)
  const { id, rev } = await read(
    meeting,
    was('KPU Malang', '08:00', '09:00'),
    was('KPU Malang', '08:30', '09:30'),
    was('iPad', '08:00', '09:00'),
  )
  const recorded: ParticipantReport = await as(officer)(recordReport, { id, rev })
  expect([recorded.state, recorded.counts.matched]).toEqual(['recorded', 0])
  await expect(as(officer)(recordReport, { id, rev: recorded.rev })).rejects.toMatchObject({ code: 'conflict' })
  const [malang, ipad] = (await names(id)) as [Participant, Participant]
  const assign = (guest: { id: string; rev: number }, more: object): Promise<ParticipantDetail> =>
    as(officer)(assignParticipant, { id: guest.id, rev: guest.rev, ...more })
  await expect(assign(malang, { who: 'Sari', nobody: true })).rejects.toMatchObject({ code: 'invalid' })
  await expect(assign(malang, { who: 'Siapa' })).rejects.toMatchObject({ code: 'invalid' })
  const first = await assign(malang, { who: 'Ani Lestari' })
  expect((await presence(meeting))[1]).toEqual(['Ani Lestari', 'present', 90, 2])
  await expect(assign(malang, { who: 'Sari' })).rejects.toMatchObject({ code: 'conflict' })
  await assign(first.participant, { office: '35.07' })
  await assign(ipad, { nobody: true })
  expect(await presence(meeting)).toEqual([
    ['Sari', 'present', 90, 2],
    ['Ani Lestari', 'absent', null, 0],
    ['Dr. Budi Santoso, S.H.', 'absent', null, 0],
    ['Tamu Bawaslu', 'absent', null, 0],
  ])
  const next = await held([{ name: 'Wahyu', code: '35.07' }])
  expect(said(await names((await read(next, was('kpu malang', '08:00', '09:00'), was('iPad', '08:00', '09:00'))).id))).toEqual([
    ['kpu malang', 'matched', 'remembered', 'Wahyu'],
    ['iPad', 'nobody', 'remembered', null],
  ])
  const another = await held([{ name: 'Wahyu', code: '35.07' }], 'rakor')
  expect(said(await names((await read(another, was('KPU Malang', '08:00', '09:00'))).id))).toEqual([
    ['KPU Malang', 'ambiguous', 'read', null],
  ])
})

test('the report of the same call takes the place of the one before; what is withdrawn does not count', async () => {
  const meeting = await held(four)
  const first = await read(meeting, was('KPU Kab. Malang', '08:00', '09:00'))
  await as(officer)(recordReport, { id: first.id, rev: first.rev })
  const second = await read(meeting, was('KPU Kab. Malang', '08:00', '09:00'), was('KPU Kab. Malang', '10:00', '10:30'))
  const recorded: ParticipantReport = await as(officer)(recordReport, { id: second.id, rev: second.rev })
  expect((await presence(meeting))[0]).toEqual(['Sari', 'present', 90, 1])
  expect(await as(officer)(showReport, { id: first.id })).toMatchObject({ state: 'withdrawn', reason: 'Diganti oleh laporan 2' })
  await as(officer)(withdrawReport, { id: second.id, rev: recorded.rev, reason: 'Rapat lain' })
  expect((await presence(meeting))[0]).toEqual(['Sari', 'absent', null, 0])
  await expect(as(officer)(withdrawReport, { id: second.id, rev: recorded.rev + 1, reason: 'Lagi' })).rejects.toMatchObject({
    code: 'conflict',
  })
  const { invitee_id } = await db
    .selectFrom('attendance_event')
    .select('invitee_id')
    .where('meeting_id', '=', meeting)
    .executeTakeFirstOrThrow()
  const { events } = await as(officer)(showSeat, { meeting, session: meeting, invitee: invitee_id })
  expect(events.filter(({ kind }: { kind: string }) => kind === 'void').length).toBe(6)
})

test('another office, a partner and a stranger read no report; its page shows every row and takes what is said', async () => {
  const meeting = await held([...four, { name: 'Rina', code: '35.10', personId: beside.personId }])
  await db.insertInto('meeting_reader').values({ meeting_id: meeting, person_id: beside.personId! }).execute()
  const { id } = await read(meeting, was('iPad', '08:00', '09:00'))
  const [guest] = (await names(id)) as [Participant]
  for (const attempt of [
    () => as(beside)(importParticipants, { meeting, file: fileOf(was('iPad', '08:00', '09:00')) }),
    () => as(beside)(showReport, { id }),
    () => as(beside)(listParticipants, { report: id }),
    () => as(beside)(recordReport, { id, rev: 0 }),
    () => as(beside)(assignParticipant, { id: guest.id, rev: 0, nobody: true }),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: expect.stringMatching(/forbidden|not_found/) })
  const stranger = await program(null)
  expect((await stranger('GET', `/participant-reports/${id}`)).status).toBe(401)
  const { get, post } = await browser(officer)
  expect(await (await get(`/rapat/${meeting}/peserta-daring`)).text()).toContain('Rapat daring')
  const page = await (await get(`/rapat/${meeting}/peserta-daring/${id}`)).text()
  expect(page).toContain('iPad')
  const wrong = await post(`/rapat/${meeting}/peserta-daring/${id}/${guest.id}`, { rev: '0', who: 'Siapa' })
  expect(wrong.status).toBe(422)
  const done = await post(`/rapat/${meeting}/peserta-daring/${id}/${guest.id}`, { rev: '0', who: 'Sari' })
  expect([done.status, done.headers.get('location')]).toEqual([303, `/rapat/${meeting}/peserta-daring/${id}`])
  expect((await post(`/rapat/${meeting}/peserta-daring/${id}/catat`, { rev: '0' })).status).toBe(303)
  expect((await presence(meeting))[0]).toEqual(['Sari', 'present', 60, 1])
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, browser, db, kernel, now, office, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { newId } from '../../platform/operation/operation.ts'
import { createRule } from '../invitations/operations/rules.ts'
import { createMeeting } from '../meetings/operations/write.ts'
import { meetingKindId } from '../meetings/schema/meetings.ts'
import { showPast } from './operations/past.ts'
import { listAttendance } from './operations/read.ts'
import { recordAttendance } from './operations/record.ts'
import type { PresenceRow } from './schema/attendance.ts'
import type { PastAttendance } from './schema/past.ts'

afterAll(() => kernel.close())

let officer: Actor, before: Actor, since: Actor, beside: Actor
const meetings: string[] = []

/** The chair of an office changes on 1 February: the one before came to one of two meetings, the one since to the third, not to the fourth. */
beforeAll(async () => {
  officer = await person('Bagus', 'cooperation_officer')
  before = await person('Lama', 'office_leader', '35.10', false)
  since = await person('Baru', 'office_leader', '35.10', false)
  beside = await person('Rina', 'office_operator', '51', false)
  const { id: position } = await db.selectFrom('position').select('id').where('kind', '=', 'ketua').executeTakeFirstOrThrow()
  const held = { position_id: position, office_id: office('35.10').id }
  await db
    .insertInto('appointment')
    .values([
      { ...held, id: newId(), person_id: before.personId!, from_on: '2024-01-01', to_on: '2026-01-31' },
      { ...held, id: newId(), person_id: since.personId!, from_on: '2026-02-01' },
    ])
    .execute()
  for (const [day, comes] of [
    ['2026-01-10', true],
    ['2026-01-20', false],
    ['2026-02-10', true],
    ['2026-02-20', false],
  ] as const) {
    now.at = new Date('2026-01-02T02:00:00Z')
    const { id: meeting } = await as(officer)(createMeeting, {
      ...{ kindId: meetingKindId('rakor'), title: `Rapat ${day}`, office: '00', mode: 'onsite', place: 'Jakarta' },
      ...{ startsAt: `${day}T09:00`, endsAt: `${day}T12:00`, objectives: [] },
    })
    meetings.push(meeting)
    await as(officer)(createRule, { meeting, kind: 'positions', positions: ['ketua'], levels: ['regency'], places: ['35.10'] })
    await db.updateTable('meeting_invitee').set({ sent_at: now.at }).where('meeting_id', '=', meeting).execute()
    const invitee = await db.selectFrom('meeting_invitee').select('id').where('meeting_id', '=', meeting).executeTakeFirstOrThrow()
    now.at = new Date(`${day}T03:00:00Z`)
    const came = { id: randomUUID(), session: meeting, invitee: invitee.id, at: now.at.toISOString(), source: 'Meja 1' }
    if (comes) await as(officer)(recordAttendance, { meeting, events: [came] })
  }
  now.at = new Date('2026-03-01T02:00:00Z')
})
const past = (asked: object, by = officer): Promise<PastAttendance> => as(by)(showPast, asked)

test('an old meeting shows the incumbents of its day', async () => {
  const names = []
  for (const meeting of meetings) {
    const { rows } = (await as(officer)(listAttendance, { meeting })) as { rows: PresenceRow[] }
    names.push(rows.map(({ name, status }) => `${name}: ${status}`))
  }
  expect(names).toEqual([['Lama: present'], ['Lama: absent'], ['Baru: present'], ['Baru: absent']])
})

test('the rate of a new incumbent begins with the appointment, that of the office is whoever held it then', async () => {
  const none = { excused: 0, replaced: 0 }
  expect([(await past({ person: since.personId })).rate, (await past({ person: since.personId })).since]).toEqual([
    { present: 1, of: 2, ...none },
    '2026-02-01',
  ])
  expect((await past({ person: before.personId })).rate).toEqual({ present: 1, of: 2, ...none })
  expect((await past({ office: '35.10' })).rate).toEqual({ present: 2, of: 4, ...none })
  expect((await past({ office: '35.10', status: 'absent' })).seats.map(({ name, day }) => [name, day])).toEqual([
    ['Baru', '2026-02-20'],
    ['Lama', '2026-01-20'],
  ])
  const { id } = await db.selectFrom('meeting_invitee').select('id').where('meeting_id', '=', meetings[0]!).executeTakeFirstOrThrow()
  await db.updateTable('meeting_invitee').set({ person_id: since.personId }).where('id', '=', id).execute()
  expect((await past({ person: since.personId })).rate).toEqual({ present: 1, of: 2, ...none })
  await db.updateTable('meeting_invitee').set({ person_id: before.personId }).where('id', '=', id).execute()
})

test('meetings on whose day somebody did not hold the position any more, or that no rule invites them to, are not held against them', async () => {
  const rows = await db.selectFrom('meeting_invitee').select('id').where('meeting_id', '=', meetings[1]!).execute()
  const [absent] = rows.map(({ id }) => id)
  const rate = async () => (await past({ person: before.personId })).rate
  await db.updateTable('appointment').set({ to_on: '2026-01-19' }).where('person_id', '=', before.personId).execute()
  expect(await rate()).toMatchObject({ present: 1, of: 1 })
  expect((await past({ office: '35.10' })).rate).toMatchObject({ present: 2, of: 3 })
  await db.updateTable('appointment').set({ to_on: '2026-01-31' }).where('person_id', '=', before.personId).execute()
  await db.updateTable('meeting_invitee').set({ gone_at: now.at }).where('id', '=', absent!).execute()
  expect(await rate()).toMatchObject({ present: 1, of: 1 })
  await db.updateTable('meeting_invitee').set({ gone_at: null }).where('id', '=', absent!).execute()
  expect(await rate()).toMatchObject({ present: 1, of: 2 })
})

test('pages of the office and the person say the rate and lead to as many sessions; another office reads none of it', async () => {
  const { get } = await browser(officer)
  for (const [page, list, rate, all] of [
    [`/satuan-kerja/${office('35.10').id}`, `/kehadiran?satker=${office('35.10').id}`, 'Hadir di 2 dari 4 sesi', 4],
    [`/orang/${since.personId}`, `/kehadiran?orang=${since.personId}`, 'Hadir di 1 dari 2 sesi', 2],
  ] as const) {
    const text = await (await get(page)).text()
    expect([text.includes(rate), text.includes(`href="${list}"`)]).toEqual([true, true])
    const listed = await (await get(list)).text()
    expect([listed.includes(rate), listed.match(/<tr role="row">/g)?.length]).toEqual([true, all])
  }
  await expect(past({ office: '35.10' }, beside)).rejects.toMatchObject({ code: 'not_found' })
  await expect(past({ person: since.personId }, beside)).rejects.toMatchObject({ code: 'not_found' })
})

import { afterAll, afterEach, expect, test } from 'vitest'
import { as, browser, db, kernel, now, office, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { newId } from '../../platform/operation/operation.ts'
import { reassignFollowUp, reopenFollowUp, rescheduleFollowUp } from './operations/change.ts'
import { createFollowUp } from './operations/create.ts'
import { showFollowUp } from './operations/read.ts'
import { reportFollowUp } from './operations/report.ts'
import { verifyFollowUp } from './operations/verify.ts'
import { nextEscalation, nextEscalationDay } from './rules.ts'
import type { FollowUpDetail } from './schema.ts'

const start = now.at
afterEach(async () => {
  now.at = start
  await db.updateTable('role_grant').set({ revoked_at: start }).execute()
  await db.updateTable('timer').set({ state: 'cancelled', ended_at: start }).where('state', '=', 'open').execute()
})
afterAll(() => kernel.close())

/** Overdue from the first of December on, in a regency of Jakarta's time. */
const due = '2025-11-30'
const open = (writer: Actor, owner: Actor, dueOn = due, code = '35.10') =>
  as(writer)<FollowUpDetail>(createFollowUp, { action: 'Menyusun jadwal', officeId: office(code).id, ownerId: owner.personId!, dueOn })

/** The morning of a day, after whatever has fallen due till then. */
async function morning(day: string): Promise<void> {
  now.at = new Date(`${day}T04:00:00+07:00`)
  await kernel.timers.drain(kernel)
}

/** Who was told of it upwards, in order: names and the day on which it stands in their inbox. */
async function told(id: string): Promise<string[]> {
  const rows = await db
    .selectFrom('notice as n')
    .innerJoin('person as p', 'p.id', 'n.person_id')
    .where('n.kind', '=', 'followup.escalated')
    .where('n.subject_id', '=', id)
    .select(['p.name', 'n.created_at as at'])
    .orderBy('n.created_at')
    .orderBy('p.name')
    .execute()
  return rows.map(({ name, at }) => `${new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(5, 10)} ${name}`)
}

const grant = (who: Actor, role: 'office_leader', code: string, days: { from_on: string; to_on?: string }) =>
  db
    .insertInto('role_grant')
    .values({ id: newId(), person_id: who.personId!, role, office_id: office(code).id, with_descendants: true, granted_at: start, ...days })
    .execute()

test('three days after it was due the own office is told, a week later the province, a week later the national office, each once', async () => {
  const owner = await person('Sari', 'office_operator', '35.10')
  await person('Ketua Kabupaten', 'office_leader', '35.10')
  await person('Ketua Tetangga', 'office_leader', '35.11')
  await person('Ketua Provinsi', 'office_leader', '35')
  await person('Inspektur', 'inspector')
  await person('Auditor', 'auditor')
  const { id } = await open(owner, owner)
  for (const [day, all] of [
    ['2025-12-02', []],
    ['2025-12-03', ['12-03 Ketua Kabupaten']],
    ['2025-12-09', ['12-03 Ketua Kabupaten']],
    ['2025-12-10', ['12-03 Ketua Kabupaten', '12-10 Ketua Provinsi']],
    ['2025-12-17', ['12-03 Ketua Kabupaten', '12-10 Ketua Provinsi', '12-17 Inspektur']],
    ['2026-03-01', ['12-03 Ketua Kabupaten', '12-10 Ketua Provinsi', '12-17 Inspektur']],
  ] as const) {
    await morning(day)
    expect([day, await told(id)]).toEqual([day, all])
  }
  const { escalations } = await as(owner)<FollowUpDetail>(showFollowUp, { id })
  expect(escalations.map(({ office, persons, passed, dueOn }) => ({ office, persons, passed, dueOn }))).toEqual([
    { office: office('35.10').name, persons: ['Ketua Kabupaten'], passed: [], dueOn: due },
    { office: office('35').name, persons: ['Ketua Provinsi'], passed: [], dueOn: due },
    { office: office('00').name, persons: ['Inspektur'], passed: [], dueOn: due },
  ])
  const page = await (await (await browser(owner)).get(`/tindak-lanjut/${id}`)).text()
  expect(page).toContain(`Keterlambatan diteruskan ke ${office('35').name}`)
  expect(page).toContain('Disampaikan kepada Ketua Provinsi')
})

test('an office that nobody answers for is passed over at once, and both the notice and the page say so; its owner does not count', async () => {
  const owner = await person('Pemilik', 'office_leader', '35.10')
  await person('Inspektur', 'inspector')
  const { id } = await open(owner, owner)
  await morning('2025-12-03')
  expect(await told(id)).toEqual(['12-03 Inspektur'])
  await morning('2026-01-30')
  expect(await told(id)).toEqual(['12-03 Inspektur'])
  const { escalations } = await as(owner)<FollowUpDetail>(showFollowUp, { id })
  expect(escalations.map(({ office, passed }) => ({ office, passed }))).toEqual([
    { office: office('00').name, passed: [office('35.10').name, office('35').name] },
  ])
  const line = kernel.noticeKinds.get('followup.escalated')!
  const { params } = await db
    .selectFrom('notice')
    .select('params')
    .where('kind', '=', 'followup.escalated')
    .where('subject_id', '=', id)
    .executeTakeFirstOrThrow()
  expect(line.say('id', params)).toContain(
    `Di ${office('35.10').name} dan ${office('35').name} tidak ada orang lain yang berwenang menanganinya.`,
  )
  expect(line.say('en', params)).toContain(`Nobody else at ${office('35.10').name} and ${office('35').name} can deal with it.`)
})

test('who holds the power on that day is told: not whose days ended yesterday, nor whose begin tomorrow', async () => {
  const owner = await person('Sari', 'office_operator', '35.10')
  const [before, after, province] = [await person('Ketua Lama'), await person('Ketua Baru'), await person('Ketua Provinsi')]
  await grant(before, 'office_leader', '35.10', { from_on: '2020-01-01', to_on: '2025-12-02' })
  await grant(after, 'office_leader', '35.10', { from_on: '2025-12-04' })
  await grant(province, 'office_leader', '35', { from_on: '2020-01-01', to_on: '2025-12-03' })
  await person('Inspektur', 'inspector')
  const { id } = await open(owner, owner)
  await morning('2025-12-03')
  expect(await told(id)).toEqual(['12-03 Ketua Provinsi'])
  await morning('2025-12-10')
  expect(await told(id)).toEqual(['12-03 Ketua Provinsi', '12-10 Inspektur'])
  const other = await open(owner, owner, '2026-01-10')
  await morning('2026-01-13')
  expect(await told(other.id)).toEqual(['01-13 Ketua Baru'])
})

test('it stops while nothing is awaited, goes on where it was when the report is returned, and begins anew with a new due date', async () => {
  const owner = await person('Sari', 'office_operator', '35.10')
  const leader = await person('Ketua Kabupaten', 'office_leader', '35.10')
  await person('Ketua Provinsi', 'office_leader', '35')
  const { id } = await open(owner, owner)
  await morning('2025-12-03')
  await as(owner)(reportFollowUp, { id, note: 'Sudah dikerjakan' })
  await morning('2025-12-12')
  expect(await told(id)).toEqual(['12-03 Ketua Kabupaten'])
  await as(leader)(verifyFollowUp, { id, adequate: false, note: 'Belum lengkap' })
  await morning('2025-12-12')
  expect(await told(id)).toEqual(['12-03 Ketua Kabupaten', '12-12 Ketua Provinsi'])
  await as(leader)(rescheduleFollowUp, { id, dueOn: '2025-12-20', reason: 'Diberi waktu lagi' })
  await morning('2025-12-22')
  expect((await told(id)).length).toBe(2)
  await morning('2025-12-23')
  expect((await told(id)).slice(2)).toEqual(['12-23 Ketua Kabupaten'])
  await as(owner)(reportFollowUp, { id, note: 'Sudah dikerjakan' })
  await as(leader)(verifyFollowUp, { id, adequate: true })
  await morning('2026-02-01')
  expect((await told(id)).length).toBe(3)
  await as(leader)(reopenFollowUp, { id, dueOn: '2026-02-10', reason: 'Muncul lagi' })
  await morning('2026-02-13')
  expect((await told(id)).slice(3)).toEqual(['02-13 Ketua Kabupaten'])
})

test('another owner does not begin it anew, and the one who has it now is not told of themselves', async () => {
  const owner = await person('Sari', 'office_operator', '35.10')
  const leader = await person('Ketua Kabupaten', 'office_leader', '35.10')
  const second = await person('Wakil Ketua', 'office_leader', '35.10')
  await person('Ketua Provinsi', 'office_leader', '35')
  const { id } = await open(owner, owner)
  await morning('2025-12-03')
  expect(await told(id)).toEqual(['12-03 Ketua Kabupaten', '12-03 Wakil Ketua'])
  await as(leader)(reassignFollowUp, { id, ownerId: second.personId, reason: 'Berganti tugas' })
  await morning('2025-12-09')
  expect((await told(id)).length).toBe(2)
  await morning('2025-12-10')
  expect((await told(id)).slice(2)).toEqual(['12-10 Ketua Provinsi'])
})

test('a server that stood still tells one level at once, the next a week later', async () => {
  const owner = await person('Sari', 'office_operator', '35.10')
  await person('Ketua Kabupaten', 'office_leader', '35.10')
  await person('Ketua Provinsi', 'office_leader', '35')
  const { id } = await open(owner, owner)
  await morning('2026-01-20')
  expect(await told(id)).toEqual(['01-20 Ketua Kabupaten'])
  await morning('2026-01-26')
  expect((await told(id)).length).toBe(1)
  await morning('2026-01-27')
  expect((await told(id)).slice(1)).toEqual(['01-27 Ketua Provinsi'])
})

test('a contact of its partner reads the follow-up, not who was told within the commission', async () => {
  const { createPartner } = await import('../partners/operations/write.ts')
  const owner = await person('Sari', 'office_operator', '35.10')
  const leader = await person('Ketua Kabupaten', 'office_leader', '35.10')
  const partner = await as(leader)<{ id: string }>(createPartner, { name: 'Universitas Contoh', class: 'university' })
  const contact = await person('Utami', 'partner_contact', '00', true, { partnerId: partner.id })
  const { id } = await as(owner)<FollowUpDetail>(createFollowUp, {
    action: 'Menyusun jadwal',
    officeId: office('35.10').id,
    ownerId: owner.personId!,
    dueOn: due,
    partner: partner.id,
  })
  await morning('2025-12-03')
  expect((await as(leader)<FollowUpDetail>(showFollowUp, { id })).escalations.length).toBe(1)
  expect((await as(contact)<FollowUpDetail>(showFollowUp, { id })).escalations).toEqual([])
})

test.each([
  [3, null, [3, 2, 1], { level: 3, passed: [] }],
  [3, null, [2, 1], { level: 2, passed: [3] }],
  [3, 3, [3, 1], { level: 1, passed: [2] }],
  [3, 2, [3, 2], null],
  [2, null, [3, 2], { level: 2, passed: [] }],
  [1, null, [], null],
  [1, 1, [1], null],
])('of an office at depth %i, told up to %s, with holders at %j: %j', (depth, last, levels, next) => {
  expect(
    nextEscalation(
      depth,
      last,
      levels.map(level => ({ level })),
    ),
  ).toEqual(next)
})

test('the days of an escalation are a week apart, counted from the last one where that was late', () => {
  expect([
    nextEscalationDay('2025-11-30', { times: 0, on: null }),
    nextEscalationDay('2025-11-30', { times: 1, on: '2025-12-03' }),
    nextEscalationDay('2025-11-30', { times: 1, on: '2025-12-08' }),
    nextEscalationDay('2025-11-30', { times: 2, on: '2025-12-10' }),
  ]).toEqual(['2025-12-03', '2025-12-10', '2025-12-15', '2025-12-17'])
})

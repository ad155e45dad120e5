import IcalJs from 'ical.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreement, openedCycle, partner } from '../../../test/evaluation-world.ts'
import { app, as, db, kernel, now, office, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { newId } from '../../platform/operation/operation.ts'
import { addDays } from '../../platform/values/clock.ts'
import { terminateAgreement } from '../agreements/operations/transitions.ts'
import { closeCycle } from '../evaluation/operations/cycle-lifecycle.ts'
import { rescheduleFollowUp } from '../followups/operations/change.ts'
import { createFollowUp } from '../followups/operations/create.ts'
import { leavePerson, returnPerson } from '../organisation/operations/persons.ts'
import { createFeed, listFeeds, revokeFeed } from './operations/feeds.ts'

let operator: Actor
let pact: string, institute: string
beforeAll(async () => {
  operator = await person('Sari', 'office_operator', '35.10')
  institute = await partner('Universitas Uji', 'university')
  pact = await agreement('Kerja sama data pemilih', ['35.10'], [institute], 0, { ends_on: '2025-12-28' })
})
afterAll(() => kernel.close())

const feedOf = (actor: Actor, more: object = {}) =>
  as(actor)<{ address: string; kept: { id: string } }>(createFeed, { name: 'Telepon saya', ...more })
const read = (address: string, headers: Record<string, string> = {}, method = 'GET') => app.request(address, { method, headers })

type Line = { uid: string; sequence: number; status: string; start: string; end: string; summary: string }
async function linesOf(address: string): Promise<Line[]> {
  const calendar = new IcalJs.Component(IcalJs.parse(await (await read(address)).text()))
  return calendar.getAllSubcomponents('vevent').map(each => {
    const { uid, sequence, startDate, endDate, summary } = new IcalJs.Event(each)
    return {
      uid,
      sequence,
      status: String(each.getFirstPropertyValue('status')),
      start: startDate.toString(),
      end: endDate.toString(),
      summary,
    }
  })
}

const due = (dueOn: string, action: string, owner = operator) =>
  as(operator)<{ id: string; rev: number }>(createFollowUp, { action, officeId: office('35.10').id, ownerId: owner.personId!, dueOn })

test('a calendar reads what is due, once more when it changes, and as cancelled when it has ended', async () => {
  const { address } = await feedOf(operator)
  const { id } = await due('2025-11-27', 'Kirim rekap')
  const first = await linesOf(address)
  expect(first).toEqual([
    {
      uid: `follow_up.${id}.due@sinergi`,
      sequence: 0,
      status: 'CONFIRMED',
      start: '2025-11-27',
      end: '2025-11-28',
      summary: expect.stringMatching(/^Tenggat tindak lanjut: TL-2025-\d+: Kirim rekap$/),
    },
    {
      uid: `agreement.${pact}.expiry@sinergi`,
      sequence: 0,
      status: 'CONFIRMED',
      start: '2025-12-28',
      end: '2025-12-29',
      summary: 'Perjanjian berakhir: Kerja sama data pemilih',
    },
  ])
  expect(await linesOf(address)).toEqual(first)
  const leader = await person('Hasan', 'office_leader', '35')
  await as(leader)(rescheduleFollowUp, { id, dueOn: '2025-12-02', reason: 'Menunggu data dari mitra' })
  await as(leader)(terminateAgreement, { id: pact, on: '2025-11-20', reason: 'Disepakati kedua pihak' })
  expect((await linesOf(address)).map(({ sequence, status, start }) => [sequence, status, start])).toEqual([
    [1, 'CONFIRMED', '2025-12-02'],
    [1, 'CANCELLED', '2025-12-28'],
  ])
  now.at = new Date(`${addDays('2025-11-20', 31)}T03:00:00Z`)
  expect((await linesOf(address)).map(({ uid }) => uid)).toEqual([`follow_up.${id}.due@sinergi`])
})

test('an address that is revoked, unknown, or of somebody who has left is answered alike', async () => {
  const leaving = await person('Tono', 'office_operator', '35.10')
  const [revoked, left] = [await feedOf(leaving), await feedOf(leaving)]
  expect((await read(revoked.address)).status).toBe(200)
  expect(await as(leaving)(listFeeds)).toMatchObject({ feeds: [{ readAt: null }, { readAt: now.at }] })
  await as(leaving)(revokeFeed, { id: revoked.kept.id })
  await db.updateTable('person').set({ left_at: now.at }).where('id', '=', leaving.personId!).execute()
  const answers = await Promise.all(
    [revoked.address, left.address, left.address.replace(/.{8}\.ics/, 'AAAAAAAA.ics')].map(each => read(each)),
  )
  const told = await Promise.all(answers.map(async each => [each.status, await each.text(), Object.fromEntries(each.headers)]))
  expect(told[0]![0]).toBe(404)
  expect(told[1]).toEqual(told[0])
  expect(told[2]).toEqual(told[0])
})

test('what is the same is not sent again, and nobody else may keep it', async () => {
  const { address } = await feedOf(operator)
  const answer = await read(address)
  const etag = answer.headers.get('etag')!
  expect([answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
    'text/calendar; charset=utf-8; method=PUBLISH',
    'private, no-cache',
  ])
  const again = await read(address, { 'if-none-match': etag })
  expect([again.status, await again.text()]).toEqual([304, ''])
  const head = await read(address, {}, 'HEAD')
  expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, ''])
})

test('what a calendar reads is what its person may read on that day', async () => {
  const { id } = await due('2025-12-30', 'Susun laporan akhir tahun')
  const reader = await person('Rudi')
  const { address } = await feedOf(reader, { mine: false })
  const grant = (from_on: string, to_on: string | null) =>
    db
      .insertInto('role_grant')
      .values({
        id: newId(),
        person_id: reader.personId!,
        role: 'office_operator',
        office_id: office('35.10').id,
        from_on,
        to_on,
        granted_at: now.at,
      })
      .execute()
  const statusOn = async (day: string) => {
    now.at = new Date(`${day}T03:00:00Z`)
    const line = (await linesOf(address)).find(({ uid }) => uid.includes(id))
    return line && [line.sequence, line.status, line.summary.includes('Susun laporan')]
  }
  await grant('2025-12-23', '2025-12-24')
  expect(await statusOn('2025-12-22')).toBeUndefined() // tomorrow's
  expect(await statusOn('2025-12-23')).toEqual([0, 'CONFIRMED', true])
  expect(await statusOn('2025-12-24')).toEqual([0, 'CONFIRMED', true]) // the last day counts
  expect(await statusOn('2025-12-25')).toEqual([1, 'CANCELLED', false])
  await grant('2025-12-26', null)
  expect(await statusOn('2025-12-26')).toEqual([2, 'CONFIRMED', true])
})

test('partners, and offices beside, read in their calendars what their pages show', async () => {
  const [neighbour, contact] = [
    await person('Rina', 'office_operator', '35.11'),
    await person('Utami', 'partner_contact', '00', false, { partnerId: institute }),
  ]
  const titles = async (actor: Actor) => (await linesOf((await feedOf(actor, { mine: false })).address)).map(({ summary }) => summary)
  await agreement('Bersama lembaga', ['35.10'], [institute], 0, { ends_on: '2026-02-01' })
  expect(await titles(neighbour)).toEqual([])
  expect(await titles(contact)).toEqual(['Perjanjian berakhir: Bersama lembaga'])
})

test('an address that is read too often is told to wait', async () => {
  const { address } = await feedOf(operator)
  let answer = await read(address)
  for (let at = 0; at < 60; at++) answer = await read(address)
  expect([answer.status, Number(answer.headers.get('retry-after')) > 0]).toEqual([429, true])
})

test('twenty subscriptions are enough, and only one’s own can be revoked', async () => {
  const many = await person('Banyak', 'office_operator', '35.10')
  const { kept } = await feedOf(many)
  await expect(as(operator)(revokeFeed, { id: kept.id })).rejects.toMatchObject({ code: 'not_found' })
  for (let at = 1; at < 20; at++) await feedOf(many)
  await expect(feedOf(many)).rejects.toMatchObject({ code: 'conflict' })
  await as(many)(revokeFeed, { id: kept.id })
  await feedOf(many)
})

test('a calendar is told the days of a cycle and when one’s form is due, and that they are cancelled when it closes', async () => {
  now.at = new Date('2025-11-20T03:00:00Z')
  const admin = await person('Nur Aini', 'national_admin')
  const cycle = await openedCycle(admin, '35.10')
  const { address } = await feedOf(operator)
  const dates = async () =>
    (await linesOf(address))
      .filter(({ uid }) => /^(cycle|assignment)\./.test(uid))
      .map(({ uid, start, status, summary }) => [uid.split('.')[0], start, status, summary.split(':')[0]])
  const told = [
    ['cycle', '2025-11-01', 'Siklus evaluasi dibuka'],
    ['assignment', '2025-12-10', 'Tenggat isian evaluasi'],
    ['assignment', '2025-12-10', 'Tenggat isian evaluasi'], // of the other agreement
    ['cycle', '2025-12-10', 'Tenggat siklus evaluasi'],
    ['cycle', '2025-12-31', 'Siklus evaluasi ditutup'],
  ]
  const expected = (status: string) => told.map(([kind, day, what]) => [kind, day, status, what])
  expect(await dates()).toEqual(expected('CONFIRMED'))
  await as(admin)(closeCycle, { id: cycle.id })
  expect(await dates()).toEqual(expected('CANCELLED'))
})

test('with all access of a person their addresses end too, and do not come back with them', async () => {
  const admin = await person('Admin Langganan', 'national_admin')
  const rini = await person('Rini', 'office_operator', '35.10')
  const { address } = await feedOf(rini)
  expect((await read(address)).status).toBe(200)
  await as(admin)(leavePerson, { id: rini.personId!, leftOn: '2025-11-20' })
  await as(admin)(returnPerson, { id: rini.personId! })
  expect((await read(address)).status).toBe(404)
  expect((await as(rini)<{ feeds: { revokedAt: Date | null }[] }>(listFeeds, {})).feeds.map(({ revokedAt }) => revokedAt !== null)).toEqual(
    [true],
  )
  now.at = new Date(now.at.getTime() + 1000)
  expect((await read((await feedOf(rini)).address)).status).toBe(200)
})

import IcalJs from 'ical.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreement, partner } from '../../../test/evaluation-world.ts'
import { app, as, db, kernel, now, office, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { addDays } from '../../platform/values/clock.ts'
import { terminateAgreement } from '../agreements/operations/transitions.ts'
import { rescheduleFollowUp } from '../followups/operations/change.ts'
import { createFollowUp } from '../followups/operations/create.ts'
import { createFeed, listFeeds, revokeFeed } from './operations/feeds.ts'

let operator: Actor
let pact: string
beforeAll(async () => {
  operator = await person('Sari', 'office_operator', '35.10')
  pact = await agreement('Kerja sama data pemilih', ['35.10'], [await partner('Universitas Uji', 'university')], 0, {
    ends_on: '2025-12-28',
  })
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

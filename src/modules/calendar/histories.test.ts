import fc from 'fast-check'
import IcalJs from 'ical.js'
import nodeIcal, { type VEvent } from 'node-ical'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreement, partner } from '../../../test/evaluation-world.ts'
import { app, as, db, kernel, now, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { dayIn } from '../../platform/i18n/format.ts'
import { addDays, daysBetween } from '../../platform/values/clock.ts'
import { addObligation, removeObligation } from '../agreements/operations/obligations.ts'
import { renewAgreement, terminateAgreement } from '../agreements/operations/transitions.ts'
import { reopenFollowUp, rescheduleFollowUp } from '../followups/operations/change.ts'
import { createFollowUp } from '../followups/operations/create.ts'
import { reportFollowUp } from '../followups/operations/report.ts'
import { verifyFollowUp } from '../followups/operations/verify.ts'
import { createGrant, revokeGrant } from '../organisation/operations/grants.ts'
import { createFeed } from './operations/feeds.ts'

/** Histories of one office each, made by the real operations; FC_SEED tries another lot. */
const seed = Number(process.env.FC_SEED ?? Math.floor(Math.random() * 2 ** 31))
const start = '2025-11-20'
type Line = { uid: string; sequence: number; start: string; end: string; summary: string; status: string }
/** What should be read of one date of one thing. */
/** `removed`: nobody reads it any more, so that what cancels it has no words. */
type Expected = { day: string; ended: boolean; removed?: true; toldOn: string | null; cancelledOn: string | null }

let admin: Actor, leader: Actor
let codes: string[]
let institute: string
beforeAll(async () => {
  admin = await person('Nur Aini', 'national_admin')
  leader = await person('Hasan', 'cooperation_officer')
  institute = await partner('Universitas Uji', 'university')
  codes = (await db.selectFrom('office').select('code').where('kind', '=', 'regency').orderBy('code').limit(60).execute()).map(
    ({ code }) => code,
  )
})
afterAll(() => kernel.close())

const actions = [
  'create',
  'move',
  'finish',
  'reopen',
  'obligation',
  'remove',
  'renew',
  'terminate',
  'revoke',
  'give',
  'days',
  'wait',
] as const
const step = fc.record({ action: fc.constantFrom(...actions), pick: fc.nat(20), days: fc.integer({ min: 1, max: 60 }) })

test('50 histories: two readers agree, no name changes, no number falls, and what ended says so until it is gone', async () => {
  let at = 0
  console.log(`calendar histories, FC_SEED=${seed}`)
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 7 }), steps => history(codes[at++ % codes.length]!, steps)),
    { numRuns: 50, seed, endOnFailure: true },
  )
}, 180_000)

type Step = { action: (typeof actions)[number]; pick: number; days: number }

async function history(code: string, steps: Step[]): Promise<void> {
  now.at = new Date(`${start}T03:00:00Z`)
  const operator = await person(`Operator ${code}`, 'office_operator', code)
  const pact = await agreement(`Perjanjian ${code}`, [code], [institute], 0, { ends_on: addDays(start, 100) })
  const { address } = await as(operator)<{ address: string }>(createFeed, { name: 'Telepon' })
  const world = new Map<string, Expected>([[`agreement.${pact}.expiry`, fresh(addDays(start, 100))]])
  const reach = { has: true }
  const before = new Map<string, Line>()
  await check(address, world, reach, before)
  for (const each of steps) {
    await carryOut(each, { operator, code, pact, world, reach })
    await check(address, world, reach, before, each.pick % 3 === 0)
  }
}

const fresh = (day: string): Expected => ({ day, ended: false, toldOn: null, cancelledOn: null })
const today = () => dayIn(now.at)

type History = { operator: Actor; code: string; pact: string; world: Map<string, Expected>; reach: { has: boolean } }

async function carryOut({ action, pick, days }: Step, { operator, code, pact, world, reach }: History): Promise<void> {
  const some = (kind: string, ended: boolean) =>
    [...world].filter(([key, each]) => key.startsWith(`${kind}.`) && each.ended === ended).map(([key]) => key)
  const one = (kind: string, ended = false): [string, Expected] | undefined => {
    const keys = some(kind, ended)
    const key = keys[pick % Math.max(1, keys.length)]
    return key ? [key.split('.')[1]!, world.get(key)!] : undefined
  }
  const isInForce = !world.get(`agreement.${pact}.expiry`)!.ended
  const thing = one('follow_up')
  switch (action) {
    case 'create': {
      const owner = reach.has ? operator : leader
      const office = (await db.selectFrom('office').select('id').where('code', '=', code).executeTakeFirstOrThrow()).id
      const dueOn = addDays(today(), days)
      const { id } = await as(admin)(createFollowUp, {
        action: `Tugas, "${days}"; ke-${pick}`,
        officeId: office,
        ownerId: owner.personId,
        dueOn,
      })
      world.set(`follow_up.${id}.due`, fresh(dueOn))
      return
    }
    case 'move': {
      if (!thing || thing[1].day === addDays(today(), days)) return
      await as(admin)(rescheduleFollowUp, { id: thing[0], dueOn: addDays(today(), days), reason: 'Menunggu data dari mitra' })
      thing[1].day = addDays(today(), days)
      return
    }
    case 'finish': {
      if (!thing) return
      await as(admin)(reportFollowUp, { id: thing[0], note: 'Sudah dikerjakan semuanya', evidence: [] })
      await as(leader)(verifyFollowUp, { id: thing[0], adequate: true }).catch(async () => {
        const another = await person('Pemeriksa', 'inspector')
        await as(another)(verifyFollowUp, { id: thing[0], adequate: true })
      })
      thing[1].ended = true
      return
    }
    case 'reopen': {
      const done = one('follow_up', true)
      if (!done) return
      await as(admin)(reopenFollowUp, { id: done[0], reason: 'Perlu dilengkapi lagi', dueOn: addDays(today(), days) })
      Object.assign(done[1], { ended: false, day: addDays(today(), days) })
      return
    }
    case 'obligation': {
      if (!isInForce) return
      const text = `Laporan ${days}\nbaris kedua; BEGIN:VEVENT`
      const dueOn = addDays(today(), days)
      const known = await idsOfObligations(pact)
      await as(admin)(addObligation, { agreement: pact, side: 'both', text, dueOn })
      const id = (await idsOfObligations(pact)).find(each => !known.includes(each))!
      world.set(`obligation.${id}.due`, fresh(dueOn))
      return
    }
    case 'remove': {
      const promise = one('obligation')
      if (!promise || !isInForce) return
      await as(admin)(removeObligation, { id: promise[0] })
      Object.assign(promise[1], { ended: true, removed: true })
      return
    }
    case 'renew': {
      const expiry = world.get(`agreement.${pact}.expiry`)!
      if (!isInForce) return
      await as(admin)(renewAgreement, { id: pact, endsOn: addDays(expiry.day, days) })
      expiry.day = addDays(expiry.day, days)
      return
    }
    case 'terminate': {
      if (!isInForce || today() > world.get(`agreement.${pact}.expiry`)!.day) return
      await as(admin)(terminateAgreement, { id: pact, on: today(), reason: 'Disepakati kedua pihak' })
      for (const [key, each] of world) if (/^(agreement|obligation)\./.test(key)) each.ended = true
      return
    }
    case 'revoke': {
      if (!reach.has) return
      const grants = await db
        .selectFrom('role_grant')
        .select('id')
        .where('person_id', '=', operator.personId)
        .where('revoked_at', 'is', null)
        .execute()
      for (const { id } of grants) await as(admin)(revokeGrant, { id })
      reach.has = false
      return
    }
    case 'give': {
      if (reach.has) return
      await as(admin)(createGrant, { person: operator.personId, role: 'office_operator', office: code, fromOn: today() })
      reach.has = true
      return
    }
    case 'days':
      now.at = new Date(now.at.getTime() + (days % 25) * 86_400_000)
      return
    case 'wait':
      now.at = new Date(now.at.getTime() + 31 * 86_400_000)
  }
}

const idsOfObligations = async (pact: string) =>
  (await db.selectFrom('obligation').select('id').where('agreement_id', '=', pact).execute()).map(({ id }) => id)

/** Reads, here and there twice at once, with both readers, and compares with what should be said. */
async function check(
  address: string,
  world: Map<string, Expected>,
  reach: { has: boolean },
  before: Map<string, Line>,
  isTwice = false,
): Promise<void> {
  const reading = async () => (await app.request(address)).text()
  const [one, other] = await Promise.all([reading(), isTwice ? reading() : undefined])
  if (isTwice) expect(other).toBe(one)
  const lines = byIcalJs(one)
  expect(byNodeIcal(one)).toEqual(lines)
  for (const line of lines) {
    const last = before.get(line.uid)
    if (last) expect(line.sequence).toBeGreaterThanOrEqual(last.sequence + (same(last, line) ? 0 : 1))
    before.set(line.uid, line)
  }
  const expected = [...world].flatMap(([key, each]) => expectedLine(key, each, reach.has))
  expect(lines.map(({ uid, status, start, summary }) => [uid, status, start, summary === 'Dibatalkan']).sort()).toEqual(expected.sort())
}

const same = (a: Line, b: Line): boolean => JSON.stringify({ ...a, sequence: 0 }) === JSON.stringify({ ...b, sequence: 0 })

/** A plain second account of what a calendar is told; keeps when it was told last, and since when it is cancelled. */
function expectedLine(key: string, each: Expected, hasReach: boolean): [string, string, string, boolean][] {
  const isThere = hasReach && !each.removed && daysBetween(each.day, today()) <= 30 && daysBetween(today(), each.day) <= 400
  const uid = `${key}@sinergi`
  if (isThere && !each.ended) {
    Object.assign(each, { toldOn: each.day, cancelledOn: null })
    return [[uid, 'CONFIRMED', each.day, false]]
  }
  if (!each.toldOn) return []
  // Who may read it again reads the day that it has by now, also where it moved while it was out of reach.
  const day = isThere ? each.day : each.toldOn
  if (daysBetween(day, today()) > 30) return []
  each.cancelledOn ??= today()
  if (daysBetween(each.cancelledOn, today()) > 30) return []
  each.toldOn = day
  return [[uid, 'CANCELLED', day, !isThere]]
}

function byIcalJs(text: string): Line[] {
  const calendar = new IcalJs.Component(IcalJs.parse(text))
  return calendar
    .getAllSubcomponents('vevent')
    .map(each => {
      const { uid, sequence, startDate, endDate, summary } = new IcalJs.Event(each)
      const status = String(each.getFirstPropertyValue('status'))
      return { uid, sequence, start: startDate.toString(), end: endDate.toString(), summary, status }
    })
    .sort(byUid)
}

function byNodeIcal(text: string): Line[] {
  return Object.values(nodeIcal.sync.parseICS(text))
    .filter((each): each is VEvent => each?.type === 'VEVENT')
    .map(({ uid, sequence, start, end, summary, status }) => ({
      uid,
      sequence: Number(sequence),
      start: localDay(start),
      end: localDay(end!),
      summary: String(summary),
      status: String(status),
    }))
    .sort(byUid)
}

const byUid = (a: Line, b: Line) => (a.uid < b.uid ? -1 : 1)
/** It gives a day as its midnight where the reader is. */
const localDay = (at: Date): string =>
  [at.getFullYear(), String(at.getMonth() + 1).padStart(2, '0'), String(at.getDate()).padStart(2, '0')].join('-')

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeAt, isCode } from './codes.ts'
import type { AttendanceEvent } from './events.ts'
import { presenceOf, union } from './presence.ts'
import { rateOf } from './rate.ts'

/** Moments are minutes after eight; the session is from nine to half past ten. */
const [nine, halfPastTen] = [60, 150]
const minute = 60_000
const session = { startsAt: nine * minute, endsAt: halfPastTen * minute, isOver: true }
let nth = 0
const event = (kind: AttendanceEvent['kind'], at: number, more: Partial<AttendanceEvent> = {}): AttendanceEvent => ({
  id: `e${nth++}`,
  invitee: 'i',
  session: 's',
  kind,
  at: at * minute,
  mode: 'onsite',
  source: 'A',
  proxy: null,
  of: null,
  ...more,
})
const online = (kind: 'in' | 'out', at: number, source: string) => event(kind, at, { mode: 'online', source })
const brief = (events: AttendanceEvent[], times = session) => {
  const { status, firstIn, lastOut, minutes, lateBy, leftEarlyBy } = presenceOf(events, times)
  const clock = (at: number | null) => at && at / minute
  return [status, clock(firstIn), clock(lastOut), minutes, lateBy, leftEarlyBy]
}

test.each<[string, AttendanceEvent[], unknown[]]>([
  ['nobody came', [], ['absent', null, null, null, null, null]],
  ['early, and stayed', [event('in', 30)], ['present', 60, 150, 90, null, null]],
  ['at the last moment of grace', [event('in', 75)], ['present', 75, 150, 75, null, null]],
  ['a minute later', [event('in', 76)], ['present', 76, 150, 74, 16, null]],
  ['left a quarter of an hour before the end', [event('in', 60), event('out', 135)], ['present', 60, 135, 75, null, null]],
  ['left a minute before that', [event('in', 60), event('out', 134)], ['present', 60, 134, 74, null, 16]],
  ['went out and came back', [event('in', 60), event('out', 80), event('in', 100)], ['present', 60, 150, 70, null, null]],
  ['gone as it begins', [event('in', 30), event('out', 60)], ['absent', null, null, null, null, null]],
  ['came as it ended', [event('in', 150)], ['absent', null, null, null, null, null]],
  ['went out, never came in', [event('out', 80)], ['absent', null, null, null, null, null]],
  ['in at one desk, out at another', [event('in', 60), event('out', 90, { source: 'B' })], ['present', 60, 90, 30, null, 60]],
  ['at both desks', [event('in', 60), event('in', 62, { source: 'B' })], ['present', 60, 150, 90, null, null]],
  ['excused', [event('excused', 10)], ['excused', null, null, null, null, null]],
  ['excused, and came all the same', [event('excused', 10), event('in', 100)], ['present', 100, 150, 50, 40, null]],
  ['sent somebody', [event('in', 60, { proxy: 'Dewi' })], ['replaced', 60, 150, 90, null, null]],
  ['sent somebody who did not come', [], ['absent', null, null, null, null, null]],
  ['sent somebody and came', [event('in', 60, { proxy: 'Dewi' }), event('in', 120)], ['present', 120, 150, 30, 60, null]],
  ['two connections at once', [online('in', 60, 'x'), online('in', 70, 'y'), online('out', 90, 'x')], ['present', 60, 150, 90, null, null]],
  ['dropped and came back', [online('in', 60, 'x'), online('out', 90, 'x'), online('in', 95, 'y')], ['present', 60, 150, 85, null, null]],
  ['taken back', [event('in', 60, { id: 'wrong' }), event('void', 61, { of: 'wrong' })], ['absent', null, null, null, null, null]],
])('%s', (_, events, expected) => {
  expect(brief(events)).toEqual(expected)
  expect(brief(events.toReversed())).toEqual(expected)
})

test('while it goes on nobody is absent yet, and nobody who is there has gone', () => {
  const running = { ...session, isOver: false }
  expect(brief([], running)).toEqual(['expected', null, null, null, null, null])
  expect(brief([event('in', 30)], running)).toEqual(['present', 60, null, null, null, null])
  expect(brief([event('in', 90), event('out', 100)], running)).toEqual(['present', 90, 100, 10, 30, null])
  const endless = { ...session, endsAt: null as never }
  expect(brief([event('in', 90)], endless)).toEqual(['present', 90, null, null, 30, null])
})

test('presence is what asking at every minute would give', () => {
  const any = fc.record({
    kind: fc.constantFrom('in', 'in', 'out', 'excused' as const),
    at: fc.nat(200),
    mode: fc.constantFrom('onsite', 'online' as const),
    source: fc.constantFrom('A', 'B'),
    proxy: fc.constantFrom(null, null, null, 'Dewi'),
  })
  fc.assert(
    fc.property(fc.array(any, { maxLength: 14 }), some => {
      const events = some.map(({ kind, at, ...more }) => event(kind as AttendanceEvent['kind'], at, more))
      expect(presenceOf(events, session)).toMatchObject(askedEachMinute(events))
    }),
    { numRuns: 2000 },
  )
})

/** The same without intervals: at each minute, what was said last of each stream. */
function askedEachMinute(events: AttendanceEvent[]) {
  const isThere = (at: number, isProxy: boolean) =>
    ['onsite', 'online A', 'online B'].some(stream => {
      const own = events.filter(
        ({ kind, mode, source, proxy, ...each }) =>
          each.at <= at && kind !== 'excused' && (proxy !== null) === isProxy && stream === (mode === 'onsite' ? mode : `online ${source}`),
      )
      const latest = Math.max(...own.map(each => each.at))
      return own.some(each => each.at === latest && each.kind === 'in')
    })
  const minutesOf = (isProxy: boolean) =>
    Array.from({ length: halfPastTen - nine }, (_, each) => (nine + each) * minute).filter(at => isThere(at, isProxy))
  const own = minutesOf(false)
  const there = own.length ? own : minutesOf(true)
  if (!there.length) return { status: events.some(({ kind }) => kind === 'excused') ? 'excused' : 'absent', minutes: null }
  const [first, last] = [there[0]! / minute, there.at(-1)! / minute + 1]
  return {
    status: own.length ? 'present' : 'replaced',
    firstIn: first * minute,
    lastOut: last * minute,
    minutes: there.length,
    lateBy: first - nine > 15 ? first - nine : null,
    leftEarlyBy: halfPastTen - last > 15 ? halfPastTen - last : null,
  }
}

test('intervals come apart and cover the same', () => {
  const interval = fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 20 })).map(([from, length]) => ({ from, to: from + length }))
  fc.assert(
    fc.property(fc.array(interval), intervals => {
      const apart = union(intervals)
      const covers = (all: typeof intervals) => Array.from({ length: 80 }, (_, at) => all.some(({ from, to }) => from <= at && at < to))
      expect(covers(apart)).toEqual(covers(intervals))
      for (const [at, { from }] of apart.entries()) if (at) expect(from).toBeGreaterThan(apart[at - 1]!.to)
    }),
  )
})

test('sessions before an appointment began are not counted, nor those after it ended', () => {
  const sessions = (
    [
      ['2025-01-10', 'absent'],
      ['2025-03-01', 'absent'],
      ['2025-03-02', 'present'],
      ['2025-03-03', 'excused'],
      ['2025-03-04', 'replaced'],
      ['2025-03-05', 'expected'],
      ['2025-04-01', 'absent'],
    ] as const
  ).map(([day, status]) => ({ day, status }))
  expect(rateOf(sessions, { from: '2025-03-01', to: '2025-04-01' })).toEqual({ present: 1, of: 2, excused: 1, replaced: 1 })
  expect(rateOf(sessions, { from: '2025-03-02', to: null })).toEqual({ present: 1, of: 2, excused: 1, replaced: 1 })
  expect(rateOf(sessions, { from: '2026-01-01', to: null })).toEqual({ present: 0, of: 0, excused: 0, replaced: 0 })
})

test('a code holds in its minute and the one after, in its session alone', () => {
  const key = new Uint8Array(32).fill(7)
  const at = Date.UTC(2026, 6, 20, 2)
  const code = codeAt(key, 's', at)
  expect(code).toMatch(/^[ACDEFHJKLMNPRTUVWXY3479]{4}$/)
  const holds = [-1, 0, 59_999, 60_000, 119_999, 120_000].map(later => isCode(key, 's', at + later, code))
  expect(holds).toEqual([false, true, true, true, true, false])
  expect(isCode(key, 's', at, ` ${code.slice(0, 2).toLowerCase()}-${code.slice(2)} `)).toBe(true)
  expect([isCode(key, 'other', at, code), isCode(new Uint8Array(32), 's', at, code), isCode(key, 's', at, '')]).toEqual([
    false,
    false,
    false,
  ])
  const all = Array.from({ length: 500 }, (_, each) => codeAt(key, 's', at + each * 60_000))
  expect(new Set(all).size).toBeGreaterThan(480)
})

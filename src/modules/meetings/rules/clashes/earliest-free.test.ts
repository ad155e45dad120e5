import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayIn, instantOf, type Zone, zones } from '../../../../platform/i18n/format.ts'
import { earliestFree, type WorkingHours } from './earliest-free.ts'
import { possibleEnd, type Times } from './engagement-times.ts'

const minute = 60_000
const office: WorkingHours = { zone: 'Asia/Jakarta', opens: 8 * 60, closes: 16 * 60, weekdays: [1, 2, 3, 4, 5] }
const monday = (clock: string) => Date.parse(`2026-11-30T${clock}:00+07:00`)
const times = (from: string, to: string | null): Times => ({ startsAt: monday(from), endsAt: to === null ? null : monday(to) })

test('the example of the rule', () => {
  const busy = [[times('08:00', '10:00'), times('11:00', '15:00')], [times('14:30', '16:00')]]
  const free = (minutes: number, until = Date.parse('2026-12-31T00:00:00Z')) => earliestFree(busy, minutes, monday('08:00'), until, office)
  expect(free(90)).toBe(Date.parse('2026-12-01T08:00:00+07:00'))
  expect(free(60)).toBe(monday('10:00'))
  expect(free(90, monday('23:00'))).toBe(null)
  expect(free(9 * 60)).toBe(null)
})

test('what is of unknown length takes a day, a holiday and a weekend are closed', () => {
  const until = Date.parse('2027-01-31T00:00:00Z')
  const free = (busy: Times[], holidays: string[]) =>
    earliestFree([busy], 60, monday('09:30'), until, { ...office, holidays: new Set(holidays) })
  expect(free([times('09:00', null)], [])).toBe(Date.parse('2026-12-01T09:00:00+07:00'))
  const week = ['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04']
  expect(free([], week)).toBe(Date.parse('2026-12-07T08:00:00+07:00'))
})

test('a meeting of no minutes or of half a minute is no meeting', () => {
  for (const minutes of [0, -5, 0.5, Number.NaN]) expect(() => earliestFree([], minutes, 0, 1, office)).toThrow(RangeError)
})

const start = instantOf('2026-11-27').getTime()
const instants = fc.integer({ min: 0, max: 5 * 24 * 60 }).map(minutes => start + minutes * minute)
const interval = fc.record({
  startsAt: fc.tuple(instants, fc.integer({ min: 0, max: 59_999 })).map(([at, odd]) => at + (odd % 7 ? 0 : odd)),
  length: fc.option(fc.integer({ min: -30, max: 600 }), { freq: 20 }),
})
const busy = fc.array(
  fc.array(
    interval.map(({ startsAt, length }) => ({ startsAt, endsAt: length === null ? null : startsAt + length * minute })),
    { maxLength: 8 },
  ),
  { maxLength: 4 },
)
const hours = fc.record({
  zone: fc.constantFrom(...(Object.keys(zones) as Zone[])),
  opens: fc.integer({ min: 0, max: 12 * 60 }),
  closes: fc.integer({ min: 12 * 60, max: 24 * 60 }),
  weekdays: fc.subarray([0, 1, 2, 3, 4, 5, 6]),
  holidays: fc.subarray(['2026-11-27', '2026-11-28', '2026-11-30']).map(days => new Set(days)),
})

test('it is what trying minute after minute finds', () => {
  let found = 0
  fc.assert(
    fc.property(busy, fc.integer({ min: 1, max: 400 }), instants, instants, hours, (busy, minutes, from, until, hours) => {
      const expected = searched(busy, minutes, from, until, hours)
      if (expected !== null) found++
      expect(earliestFree(busy, minutes, from, until, hours)).toBe(expected)
    }),
    { numRuns: 300 },
  )
  expect(found).toBeGreaterThan(20)
})

function searched(busy: Times[][], minutes: number, from: number, until: number, hours: WorkingHours): number | null {
  for (let at = Math.ceil(from / minute) * minute; at + minutes * minute <= until; at += minute) {
    const day = dayIn(new Date(at), hours.zone)
    const midnight = instantOf(day, 0, hours.zone).getTime()
    const isOpen =
      hours.weekdays.includes(new Date(day).getUTCDay()) &&
      !hours.holidays?.has(day) &&
      at >= midnight + hours.opens * minute &&
      at + minutes * minute <= midnight + hours.closes * minute
    if (isOpen && busy.flat().every(each => possibleEnd(each) <= at || each.startsAt >= at + minutes * minute)) return at
  }
  return null
}

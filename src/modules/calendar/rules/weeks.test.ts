import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatScore, formatWeekdayShort } from '../../../platform/i18n/format.ts'
import { addDays, daysBetween } from '../../../platform/values/clock.ts'
import { mondayOf, weeksOf } from './weeks.ts'

test('a month has the weeks that have a day of it, each from Monday', () => {
  expect(weeksOf('2026-02-01').map(([monday]) => monday)).toEqual(['2026-01-26', '2026-02-02', '2026-02-09', '2026-02-16', '2026-02-23'])
  expect(weeksOf('2021-02-01').map(([monday]) => monday)).toEqual(['2021-02-01', '2021-02-08', '2021-02-15', '2021-02-22'])
})

test('each day of a month is once in its weeks, and a week begins on the Monday that is at most six days away', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1800 }), at => {
      const month = addDays('1950-01-15', at * 30).slice(0, 7)
      const days = weeksOf(`${month}-01`).flat()
      const own = days.filter(day => day.startsWith(month))
      expect(own[0]).toBe(`${month}-01`)
      expect(addDays(own.at(-1)!, 1).endsWith('-01')).toBe(true)
      expect(new Set(days).size).toBe(days.length)
      for (const [monday] of weeksOf(`${month}-01`)) expect(new Date(`${monday}T00:00:00Z`).getUTCDay()).toBe(1)
      expect(daysBetween(mondayOf(own[0]!), own[0]!)).toBeLessThan(7)
    }),
  )
})

test('a day of the week is called by its letters, also once scores were written', () => {
  expect(formatScore('id', 50)).toBe('50,0')
  expect(['2026-03-09', '2026-03-15'].map(day => formatWeekdayShort('id', day))).toEqual(['Sen', 'Min'])
})

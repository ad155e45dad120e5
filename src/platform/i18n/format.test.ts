import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  dayIn,
  formatDay,
  formatHour,
  formatMonthShort,
  formatNumber,
  formatScore,
  formatShare,
  formatTime,
  type Zone,
  zones,
} from './format.ts'

const instant = fc.date({ min: new Date('1970-01-01T12:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true })

test('the day of an instant is what the calendar of the world says for that zone', () => {
  for (const zone of Object.keys(zones) as Zone[]) {
    const calendar = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone })
    fc.assert(fc.property(instant, at => dayIn(at, zone) === calendar.format(at)))
  }
})

test('days are written as each language writes them, the first time and again', () => {
  for (let time = 0; time < 2; time++) {
    expect(formatDay('id', '2023-07-20')).toBe('20 Juli 2023')
    expect(formatDay('id', '2023-08-09', 'short')).toBe('9 Agu 2023')
    expect(formatDay('en', '2023-07-20')).toBe('20 July 2023')
    expect(formatDay('en', '2023-07-20', 'short')).toBe('20 Jul 2023')
    expect([formatDay('en', '2025-09-17', 'short'), formatDay('en', '2025-09-17')]).toEqual(['17 Sep 2025', '17 September 2025'])
    expect([formatMonthShort('en', '2025-09-17'), formatMonthShort('id', '2025-09-17')]).toEqual(['Sep', 'Sep'])
  }
})

test('more days than are remembered are still written right', () => {
  const start = Date.UTC(1900, 0, 1)
  for (let at = 0; at < 12_000; at++) formatDay('id', new Date(start + at * 86_400_000).toISOString().slice(0, 10))
  expect(formatDay('id', '1900-01-02')).toBe('2 Januari 1900')
})

test('an instant is told by the clock of the office', () => {
  const at = new Date('2023-07-20T15:30:00Z')
  expect([formatTime('id', at), formatTime('id', at, 'Asia/Jayapura')]).toEqual(['20 Juli 2023, 22.30 WIB', '21 Juli 2023, 00.30 WIT'])
})

test('a score reads the same on a page and in a document, also where two decimals end in five', () => {
  expect([formatScore('id', 84.05), formatScore('id', 80), formatScore('en', 72.25), formatScore('id', 0.04)]).toEqual([
    '84,1',
    '80,0',
    '72.3',
    '0,0',
  ])
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), hundredths => {
      const score = formatScore('id', hundredths / 100)
      expect(score.replace(/,0$/, '')).toBe(formatNumber('id', hundredths / 100, 1))
      expect(Number(score.replace(',', '.'))).toBe(Math.floor((hundredths + 5) / 10) / 10)
    }),
  )
})

test('only nothing is 0% and only all is 100%', () => {
  const said = [0, 1, 4, 5, 500, 994, 995, 999, 1000].map(part => formatShare('id', part, 1000))
  expect(said).toEqual(['0%', '<1%', '<1%', '1%', '50%', '99%', '>99%', '>99%', '100%'])
  expect(formatShare('id', 0, 0)).toBe('–')
})

test('a full hour is written as each language writes it, midnight too', () => {
  expect([formatHour('id', 7), formatHour('en', 7), formatHour('id', 0), formatHour('en', 23)]).toEqual([
    '07.00',
    '07:00',
    '00.00',
    '23:00',
  ])
})

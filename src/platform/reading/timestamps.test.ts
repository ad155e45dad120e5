import { expect, test } from 'vitest'
import { readWallClock } from './timestamps.ts'

test.each([
  ['07/30/2025 08:05:00 AM', '2025-07-30T08:05:00'],
  ['7/30/2025, 12:36:28\u202fPM', '2025-07-30T12:36:28'],
  ['07/30/2025 12:00:01 a.m.', '2025-07-30T00:00:01'],
  ['30/07/2025 14.05.10', '2025-07-30T14:05:10'],
  ['30-07-2025 14:05', '2025-07-30T14:05:00'],
  ['2025-07-30 14:05:10', '2025-07-30T14:05:10'],
  ['07/30/2025 14:05', null],
  ['30/07/2025 02:05 PM', null],
  ['30/07/2025', null],
  ['30/07/2025 14:05 WIB', null],
  ['30/07/25 14:05', null],
  ['30/07/2025 14:65', null],
  ['', null],
])('a clock that showed “%s” showed %s', (text, expected) => {
  const clock = readWallClock(text)
  expect(clock === null ? null : new Date(clock).toISOString().slice(0, 19)).toBe(expected)
})

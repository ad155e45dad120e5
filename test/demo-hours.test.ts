import { expect, test } from 'vitest'
import { hourOn } from '../database/demo/diary.ts'

test('nothing of the demo world happens after the moment at which it is made, and the days keep their order', () => {
  const early = new Date('2026-11-30T21:20:00Z') // 04.20 of 1 December in Jakarta
  const hours = ['2026-11-29', '2026-11-30', '2026-12-01'].map(day => hourOn(day, early).toISOString())
  expect(hours).toEqual(['2026-11-29T02:30:00.000Z', '2026-11-30T02:30:00.000Z', '2026-11-30T21:20:00.000Z'])
  expect(hourOn('2026-12-01', new Date('2026-12-01T09:00:00Z')).toISOString()).toBe('2026-12-01T02:30:00.000Z')
})

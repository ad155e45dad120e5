import { expect, test } from 'vitest'
import { capturedAt, isLater } from './captured.ts'

const now = new Date('2025-11-05T01:10:00Z')
const claimed = (claim: string) => capturedAt(new Date(claim), { now, opensOn: '2025-11-01' })

test('a device is believed between the first day for answers and now, with a little for a clock that is ahead', () => {
  expect(claimed('2025-11-03T14:06:00Z')).toEqual(new Date('2025-11-03T14:06:00Z'))
  expect(claimed('2025-11-05T01:14:00Z')).toEqual(now)
  for (const wrong of ['2025-11-05T01:16:00Z', '2030-01-01T00:00:00Z', '1970-01-01T00:00:00Z', '2025-10-31T14:00:00Z', ''])
    expect([wrong, claimed(wrong)]).toEqual([wrong, null])
  expect(claimed('2025-10-31T15:30:00Z')).not.toBeNull() // it is November in Jayapura
  expect(capturedAt(undefined, { now, opensOn: '2025-11-01' })).toBeNull()
})

test('two times are told only where they are apart', () => {
  const later = (captured: string | null) => isLater(now, captured)
  expect([later('2025-11-05T01:05:00Z'), later('2025-11-05T01:06:00Z'), later(null)]).toEqual([true, false, false])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Zone, zones } from '../../../platform/i18n/format.ts'
import { states } from '../schema/meetings.ts'
import { instantAt, localAt } from './local-time.ts'
import { actsFor, isOpen } from './transitions.ts'

const zone = fc.constantFrom(...(Object.keys(zones) as Zone[]))

test('what a clock showed is shown again, and is what the world’s own calendar says of that instant', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1970-01-01'), max: new Date('2099-12-30'), noInvalidDate: true }), zone, (at, zone) => {
      const local = localAt(at, zone)
      const parts = new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(at)
      expect(local).toBe(parts.replace(' ', 'T'))
      expect(localAt(instantAt(local, zone), zone)).toBe(local)
    }),
  )
})

test('nothing can be done with a meeting whose report is closed, and a report closes only when every objective is answered', () => {
  expect(actsFor('reported', 0)).toEqual([])
  expect(actsFor('ended', 1)).toEqual(['answer'])
  expect(actsFor('ended', 0)).toEqual(['report', 'answer'])
  for (const state of states) expect(actsFor(state, 0).includes('change')).toBe(isOpen(state))
})

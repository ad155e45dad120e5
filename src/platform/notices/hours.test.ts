import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayIn, type Zone } from '../i18n/format.ts'
import { nextDigest, quietUntil } from './hours.ts'

const zone = fc.constantFrom<Zone>('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')
const instant = fc.date({ min: new Date('2025-01-01'), max: new Date('2028-01-01'), noInvalidDate: true })
const hour = fc.integer({ min: 0, max: 23 })
const hourIn = (at: Date, zone: Zone): number => Number(at.toLocaleString('en-GB', { timeZone: zone, hour: '2-digit', hour12: false })) % 24

test('the next summary is the first full hour after now that is the person’s, on a day without one', () => {
  fc.assert(
    fc.property(instant, zone, hour, fc.constantFrom(null, -1, 0, 1), (now, zone, digestHour, lastAgo) => {
      const last = lastAgo === null ? null : dayIn(new Date(now.getTime() + lastAgo * 86_400_000), zone)
      let plain = new Date(Math.floor(now.getTime() / 3_600_000) * 3_600_000)
      do plain = new Date(plain.getTime() + 3_600_000)
      while (hourIn(plain, zone) !== digestHour || (last !== null && dayIn(plain, zone) <= last))
      expect(nextDigest(now, { zone, digestHour }, last)).toEqual(plain)
    }),
  )
})

test('a letter waits exactly in the quiet hours, until the first hour that is not one', () => {
  fc.assert(
    fc.property(instant, zone, hour, hour, (now, zone, quietFrom, quietTo) => {
      const isQuiet = (at: Date) => {
        for (let each = quietFrom; each !== quietTo; each = (each + 1) % 24) if (hourIn(at, zone) === each) return true
        return false
      }
      let plain: Date | null = null
      if (isQuiet(now)) {
        plain = new Date(Math.floor(now.getTime() / 3_600_000) * 3_600_000)
        while (isQuiet(plain)) plain = new Date(plain.getTime() + 3_600_000)
      }
      expect(quietUntil(now, { zone, quietFrom, quietTo })).toEqual(plain)
    }),
  )
})

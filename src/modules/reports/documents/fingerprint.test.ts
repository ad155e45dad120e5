import { expect, test } from 'vitest'
import { sampleReport } from '../../../../test/sample-report.ts'
import { fingerprint, shortFingerprint } from './fingerprint.ts'

const data = sampleReport(5, { agreements: 3, findings: 2 })

test('the fingerprint follows the figures, not the text and not the order of keys', () => {
  const turned = Object.fromEntries(Object.entries(structuredClone(data)).toReversed()) as typeof data
  expect(fingerprint(data)).toMatch(/^[0-9a-f]{64}$/)
  expect(fingerprint(turned)).toBe(fingerprint(data))
  expect(fingerprint({ ...data, narrative: { ...data.narrative, closing: ['Lain.'] } })).toBe(fingerprint(data))
  expect(fingerprint({ ...data, totals: { ...data.totals, overdue: data.totals.overdue + 1 } })).not.toBe(fingerprint(data))
  expect(shortFingerprint(data)).toBe(fingerprint(data).slice(0, 16).match(/.{4}/g)?.join(' '))
})

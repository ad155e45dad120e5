import { expect, test } from 'vitest'
import { sampleReport } from '../../../test/sample-report.ts'
import { contradictions, ReportData } from './schema.ts'

const report = sampleReport(5, { agreements: 12, findings: 20 })

test('a report whose figures agree has no contradiction, and survives being stored', () => {
  expect(contradictions(report)).toEqual([])
  expect(ReportData.parse(JSON.parse(JSON.stringify(report)))).toEqual(report)
})

test('each figure that does not agree with its rows is named with both values', () => {
  const { totals } = report
  const wrong = (change: Partial<ReportData['totals']>) => contradictions({ ...report, totals: { ...totals, ...change } })
  expect(wrong({ findings: 21 })).toEqual(['findings = rows of findings: 21 ≠ 20'])
  expect(wrong({ overdue: totals.overdue + 1 })).toEqual([
    `overdue = overdue rows of the action plan: ${totals.overdue + 1} ≠ ${totals.overdue}`,
  ])
  expect(wrong({ agreements: 13 })).toHaveLength(3)
  expect(wrong({ bothSubmitted: 13 })).toEqual(['answered by both ≤ pairs: 13 > 12'])
  expect(contradictions({ ...report, responses: report.responses.slice(1) })[0]).toBe('targets = rows of responses: 24 ≠ 23')
})

test('a score outside 0 to 100, a negative count and an unknown side are refused', () => {
  const parse = (change: object) => ReportData.safeParse({ ...report, ...change }).success
  expect(parse({})).toBe(true)
  expect(parse({ scoresByClass: [{ class: 'media', kpu: 100.1, partner: null, both: 0 }] })).toBe(false)
  expect(parse({ totals: { ...report.totals, findings: -1 } })).toBe(false)
  expect(parse({ responses: [{ ...report.responses[0], side: 'pemda' }] })).toBe(false)
})

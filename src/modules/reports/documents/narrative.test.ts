import { expect, test } from 'vitest'
import { sampleReport } from '../../../../test/sample-report.ts'
import { locales } from '../../../platform/i18n/words.ts'
import { draftNarrative } from './narrative.ts'

const report = sampleReport(5)
const totals = {
  ...report.totals,
  targets: 248,
  submitted: 149,
  kpuTargets: 124,
  kpuSubmitted: 99,
  partnerTargets: 124,
  partnerSubmitted: 50,
}

test('the draft says the figures with their denominators', () => {
  const { response, followUps, recommendations } = draftNarrative({ ...report, totals: { ...totals, followUps: 40, overdue: 3 } })
  expect(response[0]).toBe('Dari 248 instrumen yang harus diisi, 149 (60%) telah dikirim: 99 dari 124 oleh KPU dan 50 dari 124 oleh mitra.')
  expect(followUps[0]).toMatch(/^Dari 40 tindak lanjut, \d+ \(\d+%\) telah diverifikasi dan 3 \(8%\) melewati tenggat\.$/)
  expect(recommendations).toContain(
    'Penanggung jawab menyelesaikan 3 tindak lanjut yang melewati tenggat, dan pimpinan memantaunya setiap bulan.',
  )
})

test('the same in English', () => {
  const { response } = draftNarrative({ ...report, locale: 'en', totals })
  expect(response[0]).toBe('Of 248 questionnaires to answer, 149 (60%) were sent: 99 of 124 by KPU and 50 of 124 by partners.')
})

test('it names the item on which the two sides differ most', () => {
  const item = (label: string, kpu: number | null, partner: number | null) => ({ key: label, label, kpu, partner, nKpu: 1, nPartner: 1 })
  const scoresByItem = [item('Koordinasi', 80, 70), item('Ketepatan waktu', 90, 42.5), item('Pelaporan', 10, null)]
  const text = draftNarrative({ ...report, scoresByItem }).analysis.join(' ')
  expect(text).toContain('Perbedaan pandangan terbesar terdapat pada butir “Ketepatan waktu” (KPU 90,0, mitra 42,5).')
  expect(text).not.toContain('Pelaporan”')
})

test('what remains to be sent is asked for before the cycle closes, and explained after it has', () => {
  const asked = draftNarrative({ ...report, totals, cutoff: '2026-11-15T10:00:00Z' }).recommendations[0]
  expect(asked).toBe('Satuan kerja dan mitra menyelesaikan 99 instrumen yang belum dikirim sebelum siklus ditutup pada 15 November 2026.')
  expect(draftNarrative({ ...report, totals, cutoff: '2026-11-15T17:00:00Z' }).recommendations[0]).toContain('menjelaskan 99 instrumen')
})

test.each(locales)('no draft of any size has a hole in it (%s)', locale => {
  for (let seed = 1; seed <= 30; seed++) {
    const figures = sampleReport(seed, { agreements: seed % 7, findings: seed % 5, locale })
    const sections = draftNarrative(figures)
    for (const text of Object.values(sections).flat()) expect(text).not.toMatch(/undefined|NaN|null|–|\[object| {2}|\.\./)
    expect(Object.values(sections).every(paragraphs => paragraphs.length > 0)).toBe(true)
  }
})

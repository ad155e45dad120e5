import { expect, test } from 'vitest'
import { sampleReport } from '../../../../test/sample-report.ts'
import type { ReportData } from '../schema.ts'
import { findingGroups, mostGroups } from './annex-tables.ts'
import { reportContent } from './content.ts'

const data = sampleReport(5, { agreements: 6, findings: 10 })
const finding = (text: string, more: Partial<ReportData['findings'][number]> = {}) => ({
  ...data.findings[0]!,
  category: null,
  text,
  ...more,
})

test('findings that say the same are told once, with how often, by whom, of whom and how many are followed up', () => {
  const findings = [
    finding('Anggaran belum ada.', {
      kind: 'obstacle',
      category: 'Anggaran',
      side: 'kpu',
      class: 'media',
      office: 'KPU A',
      followUp: 'TL-1',
    }),
    finding('Rapat setiap bulan', { kind: 'suggestion', side: 'partner', class: null, office: 'KPU A', followUp: null }),
    finding(' anggaran  belum ada', {
      kind: 'obstacle',
      category: 'Anggaran',
      side: 'partner',
      class: 'company',
      office: 'KPU B',
      followUp: null,
    }),
    finding('Anggaran belum ada', { kind: 'criticism', side: 'kpu', class: 'media', office: 'KPU A', followUp: null }),
  ]
  expect(findingGroups({ ...data, findings })).toEqual([
    ['Kendala', 'Anggaran', 'Anggaran belum ada.', 2, 1, 1, 'Media 1, Perusahaan 1', 2, 1],
    ['Saran', null, 'Rapat setiap bulan', 1, 0, 1, null, 1, 0],
    ['Kritik', null, 'Anggaran belum ada', 1, 1, 0, 'Media 1', 1, 0],
  ])
})

test('of many classes of partner the three most frequent are named', () => {
  const of = (name: string, times: number) => Array.from({ length: times }, () => finding('Sama', { class: name }))
  const findings = [of('media', 1), of('company', 2), of('ngo', 3), of('university', 4), of('ministry', 5)].flat()
  const [row] = findingGroups({ ...data, findings })
  const label = (code: string) => data.names.classes.find(each => each.code === code)!.label
  expect(row![6]).toBe(`${label('ministry')} 5, ${label('university')} 4, ${label('ngo')} 3, 2 lainnya`)
})

test('the appendix holds the most frequent and says so; the groups count every finding', () => {
  const findings = Array.from({ length: 3 * mostGroups }, (_, at) => finding(`Uraian ${at % (2 * mostGroups)}`))
  const { tables, moreFindings } = reportContent({ ...data, findings })
  expect(tables.findingGroups.rows).toHaveLength(mostGroups)
  expect(moreFindings).toBe('Lampiran ini memuat 100 uraian yang paling sering dari 200. Semua temuan ada dalam berkas Excel laporan ini.')
  expect(findingGroups({ ...data, findings }).reduce((sum, row) => sum + Number(row[3]), 0)).toBe(findings.length)
})

import { expect, test } from 'vitest'
import { bare, pdfPages, wordText } from '../../../../test/document-text.ts'
import { sampleReport } from '../../../../test/sample-report.ts'
import { reportContent } from './content.ts'
import { reportPdf } from './pdf.ts'
import { reportWord } from './word.ts'

test('the summary ends with the first conclusions and recommendations of the last chapter, in its words', async () => {
  const data = sampleReport(11, { agreements: 40, findings: 60 })
  const { conclusion, recommendations } = data.narrative
  const main = [...conclusion.slice(0, 4), ...recommendations.slice(0, 4)].map(bare)
  expect(main).toHaveLength(8)
  const pages = await pdfPages(await reportPdf(data))
  const summary = pages.find(page => page.includes(bare('Ringkasan Eksekutif'.toUpperCase())) && page.includes(main[0]!))
  expect(main.filter(sentence => !summary?.includes(sentence))).toEqual([])
  const word = bare(await wordText(await reportWord(data)))
  expect(main.filter(sentence => word.split(sentence).length < 3)).toEqual([])
  const running = { ...data, cycle: { ...data.cycle, closed: false } }
  expect(reportContent(running).main.conclusion).toEqual(conclusion.slice(0, 5))
})

test('whoever approves a report is not named as having drawn it up too', async () => {
  const data = sampleReport(3, { agreements: 6, findings: 5 })
  const preparer = { name: 'Euis Komariah', position: 'Sekretaris' }
  const by = (name: string) => reportContent({ ...data, preparer, signatory: { ...data.signatory, name } }).preparer
  expect(by('Euis Komariah ')).toBeNull()
  expect(by('Hendra Wirawan')).toEqual(preparer)
  const said = async (name: string) =>
    bare(wordText(await reportWord({ ...data, preparer, signatory: { ...data.signatory, name } }))).includes(bare('Disusun oleh'))
  expect(await said('Euis Komariah')).toBe(false)
  expect(await said('Hendra Wirawan')).toBe(true)
})

test('what is no part of another number stands as a figure of its own', () => {
  const data = sampleReport(3, { agreements: 6, findings: 5 })
  const { agreements, findings, followUps } = data.totals
  const figures = reportContent(data).stats.map(({ value, label, of }) => [value, label, of])
  expect(figures).toHaveLength(8)
  expect(figures).toEqual(
    expect.arrayContaining([
      [String(findings), 'temuan dicatat', ''],
      [String(followUps), 'tindak lanjut dimulai', ''],
      [String(agreements), 'perjanjian dinilai', `dengan ${data.totals.partners} mitra`],
    ]),
  )
})

test('none overdue of none is said in words', () => {
  const data = sampleReport(3, { agreements: 6, findings: 5 })
  const last = (followUps: number) =>
    reportContent({
      ...data,
      totals: { ...data.totals, followUps, overdue: 0 },
      followUpsByState: [{ state: 'verified', count: followUps }],
    }).stats.at(-1)
  expect(last(0)).toMatchObject({ value: '–', of: 'belum ada tindak lanjut' })
  expect(last(2)).toMatchObject({ value: '–', of: 'semua telah selesai atau dibatalkan' })
})

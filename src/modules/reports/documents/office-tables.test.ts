import { expect, test } from 'vitest'
import { bare, pdfPages, wordText } from '../../../../test/document-text.ts'
import { sampleAbove, sampleReport } from '../../../../test/sample-report.ts'
import { dayIn } from '../../../platform/i18n/format.ts'
import { evaluationWords } from '../../evaluation/words.ts'
import { reportContent } from './content.ts'
import { reportPdf } from './pdf.ts'
import { reportTables } from './tables.ts'
import { reportWord } from './word.ts'

const national = sampleReport(5, { agreements: 124, findings: 20 })
const province = {
  ...national,
  office: { code: '32', name: 'KPU Provinsi Jawa Barat' },
  responseByProvince: national.responseByProvince.slice(0, 1),
}
const regency = {
  ...province,
  office: { code: '32.10', name: 'KPU Kabupaten Majalengka' },
  responseByOffice: province.responseByOffice.filter(({ targets }) => targets).slice(0, 1),
}
const tableOf = (data: typeof national, key: string) => reportTables(data).find(table => table.key === key)!

test('the report of a province lists the offices below it once, without a map', () => {
  const { title, rows, columns } = tableOf(province, 'provinces')
  expect([title, columns[0]!.header]).toEqual(['Isian terkirim menurut satuan kerja', 'Satuan kerja'])
  expect(rows.map(([name]) => name)).toEqual(province.responseByOffice.filter(({ targets }) => targets).map(({ name }) => name))
  const { figures, appendices } = reportContent(province)
  expect(figures.provinces).toBe('')
  expect(appendices.map(({ key }) => key)).not.toContain('offices')
  expect(reportContent(national).figures.provinces).not.toBe('')
})

test('the report of one office has no table of one row, and says nothing in its place', () => {
  expect(tableOf(regency, 'provinces')).toMatchObject({ rows: [], empty: '', total: null })
})

test('beside the figures of an office stand those of all from a report that was shared, and none where none was', () => {
  expect(tableOf(regency, 'benchmark')).toMatchObject({ rows: [], empty: '' })
  const { title, rows, columns } = tableOf({ ...regency, above: sampleAbove }, 'benchmark')
  expect(title).toBe('Perbandingan dengan KPU RI menurut laporan LAP-2026-0001')
  expect(columns.map(({ header }) => header)).toEqual(['Ukuran', 'Laporan ini', 'KPU RI', 'Selisih'])
  // A mean that the report above keeps to itself has no row.
  expect(rows.map(([label, , all]) => [label, all])).toEqual([
    ['Isian terkirim (%)', (100 * 200) / 248],
    ['Skor rata-rata menurut KPU', 71.5],
    ['Tindak lanjut yang selesai (%)', 25],
  ])
})

test('the section of comparisons is called by those that it has', async () => {
  const previous = sampleReport(5, { agreements: 124, findings: 20 }).previous!
  const titled = (data: typeof national) => reportContent(data).words.parts.comparison
  const above = { ...sampleAbove!, office: 'KPU Provinsi Jawa Barat', national: false }
  expect([
    titled({ ...regency, previous }),
    titled({ ...regency, previous: null, above: sampleAbove }),
    titled({ ...regency, previous: null, above }),
    titled({ ...regency, previous, above }),
    titled({ ...regency, previous: null, above: sampleAbove, locale: 'en' }),
  ]).toEqual([
    'Perbandingan dengan Siklus Sebelumnya',
    'Perbandingan dengan Nasional',
    'Perbandingan dengan KPU Provinsi Jawa Barat',
    'Perbandingan',
    'Comparison with the National Result',
  ])
  const data = { ...regency, previous: null, above: sampleAbove }
  const headings = [(await pdfPages(await reportPdf(data))).join(''), bare(wordText(await reportWord(data)))]
  for (const text of headings)
    expect([text.includes('PerbandingandenganNasional'), text.includes('SiklusSebelumnya')]).toEqual([true, false])
}, 60_000)

test('a title on the cover breaks at the comma before the name of the office, not within it', () => {
  const cover = (name: string) =>
    reportContent({ ...national, title: `Laporan Hasil Evaluasi Kerja Sama 2024, ${name}`, office: { code: '32', name } }).coverTitle
  expect(cover('KPU Provinsi Jawa Barat')).toBe('Laporan Hasil Evaluasi Kerja\u00a0Sama\u00a02024, KPU\u00a0Provinsi\u00a0Jawa\u00a0Barat')
  // A name that no line has room for breaks, but not behind its first word.
  expect(cover('KPU Kabupaten Pangkajene dan Kepulauan')).toContain(', KPU\u00a0Kabupaten Pangkajene dan Kepulauan')
})

test('a follow-up that is overdue says by how many days: in a column of its own, and among the most urgent with its status', () => {
  const [first] = national.actionPlan
  const row = {
    ...first!,
    state: 'open' as const,
    dueOn: dayIn(new Date(Date.parse(national.cutoff) - 12 * 86_400_000), national.zone),
    overdue: true,
  }
  const made = (key: string, ...actionPlan: (typeof row)[]) => {
    const { columns, rows } = tableOf({ ...national, actionPlan }, key)
    return columns.at(-1)!.key === 'overdue' ? rows.map(cells => cells.at(-1)) : null
  }
  const later = { ...row, dueOn: '2027-01-31', overdue: false }
  expect([made('urgent', row), made('actionPlan', row)]).toEqual([null, [12]])
  expect([made('urgent', row, later), made('actionPlan', later)]).toEqual([null, null])
  const states = tableOf({ ...national, actionPlan: [row, later] }, 'urgent').rows.map(cells => cells.at(-1))
  const state = national.names.states.find(({ code }) => code === 'open')!.label
  expect(states).toEqual([`${state}, terlambat 12 hari`, state])
})

test('the cover says the kind of document and the cycle only where its title does not', () => {
  const cover = (title: string) => {
    const { coverKind, coverCycle } = reportContent({ ...national, title })
    return [coverKind, coverCycle]
  }
  expect(cover(`Laporan Hasil ${national.cycle.name}`)).toEqual(['', ''])
  expect(cover('Rangkuman Kerja Sama')).toEqual(['Laporan', national.cycle.name])
})

test('gaps of five or more stand out, and the report says so', () => {
  const scored = [
    { class: 'university', kpu: 90, partner: 85.1, both: 9 },
    { class: 'media', kpu: 80, partner: 85, both: 9 },
  ]
  const { tables, boldGaps } = reportContent({ ...national, scoresByClass: scored, scoresByItem: [] })
  const at = tables.classScores.columns.findIndex(({ kind }) => kind === 'gap')
  expect(tables.classScores.emphasised.map(([row, column]) => [tables.classScores.rows[row]![column], column])).toEqual([['−5,0', at]])
  expect(boldGaps).toContain('5,0 atau lebih')
  expect(reportContent({ ...national, scoresByClass: scored.slice(0, 1), scoresByItem: [] }).boldGaps).toBe('')
})

test('a form is called in a report what it is called on the screen; one that was not submitted never was once the cycle is closed', () => {
  const said = (data: typeof national) => [...new Set(tableOf(data, 'responses').rows.map(row => row.at(-1)))].toSorted()
  const heads = (data: typeof national) =>
    ['response', 'provinces', 'offices'].map(key => tableOf(data, key).columns.map(({ header }) => header))
  for (const locale of ['id', 'en'] as const) {
    const { submitted, late, waiting, never } = evaluationWords[locale].filters
    const [running, closed] = [false, true].map(isClosed => ({ ...national, locale, cycle: { ...national.cycle, closed: isClosed } }))
    expect([said(running!), said(closed!)]).toEqual([[submitted, late, waiting].toSorted(), [submitted, late, never].toSorted()])
    for (const head of heads(running!)) expect(head).toEqual(expect.arrayContaining([submitted, waiting]))
    for (const head of heads(closed!)) expect(head).toEqual(expect.arrayContaining([submitted, never]))
  }
})

import { expect, test } from 'vitest'
import { bare, pdfPages, wordTables, wordText } from '../../../../test/document-text.ts'
import { sampleReport } from '../../../../test/sample-report.ts'
import { readRows } from '../../../platform/spreadsheets/read.ts'
import { contradictions, ReportData } from '../schema.ts'
import { shortFingerprint } from './fingerprint.ts'
import { reportPdf } from './pdf.ts'
import { tableKeys } from './plans.ts'
import { printCell, type Table } from './table.ts'
import { reportTables } from './tables.ts'
import { reportWord } from './word.ts'
import { reportWorkbook } from './workbook.ts'

const sizes = [
  { what: 'an empty cycle', agreements: 0, findings: 0 },
  { what: 'one agreement', agreements: 1, findings: 1 },
  { what: 'the full size', agreements: 124, findings: 300 },
]

test.each(sizes)('the PDF, the Word document and the workbook of $what show the same numbers', async size => {
  const data = ReportData.parse(sampleReport(11, size))
  expect(contradictions(data)).toEqual([])
  const [pdf, word, workbook] = await Promise.all([reportPdf(data), reportWord(data), reportWorkbook(data)])
  const tables = reportTables(data)

  const sheets = (await readRows(workbook)).sheets.slice(1).map(sheet => sheet.rows.slice(1).map(row => row.cells.map(plain)))
  expect(sheets.map(rows => rows.map(trimmed))).toEqual(tables.map(table => withTotal(table).map(row => trimmed(row.map(plain)))))
  expect(figuresOf(sheets)).toEqual(figuresFrom(data))

  expect(wordTables(word).slice(3)).toEqual(tables.map(inWord))

  const text = (await pdfPages(pdf)).join('')
  expect(tables.flatMap(inPdf).filter(row => !text.includes(row))).toEqual([])
  for (const whole of [text, bare(wordText(word))]) {
    expect(whole).toContain(bare(data.narrative.summary.join('')))
    expect(whole).toContain(bare(shortFingerprint(data)))
  }
})

test('the workbook begins with what it is', async () => {
  const data = sampleReport(3, { agreements: 2, findings: 2 })
  const { sheets } = await readRows(await reportWorkbook(data))
  expect(sheets[0]?.name).toBe('Tentang')
  expect(Object.fromEntries(sheets[0]?.rows.map(row => row.cells) ?? [])).toMatchObject({
    'Nomor laporan': '12/HK.05.1-LP/01/2026',
    'Siklus evaluasi': 'Evaluasi Kerja Sama 2026',
    'Data per': '20 November 2026, 17.00 WIB',
    'Sidik data': shortFingerprint(data),
  })
  expect(sheets).toHaveLength(tableKeys.length + 1)
})

type Cell = string | number | null

const plain = (value: unknown): Cell => {
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return value === '' || value === undefined ? null : (value as Cell)
}
const trimmed = (row: readonly Cell[]): Cell[] => row.slice(0, row.findLastIndex(cell => cell !== null) + 1)
const withTotal = ({ rows, total }: Table): Cell[][] => (total && rows.length ? [...rows, total] : rows)
const printed = ({ columns }: Table, row: readonly Cell[]): string[] => row.map((cell, at) => printCell('id', columns[at]!.kind, cell))

/** Rows as a Word document has them: the statuses of a class in one cell, and a sentence in an empty table. */
function inWord(table: Table): string[][] {
  const headers = table.columns.map(column => column.header)
  const rows = withTotal(table).map(row => printed(table, row))
  if (table.key !== 'statuses') return [headers, ...(rows.length ? rows : [[table.empty]])]
  const detail = (row: string[]) =>
    headers
      .slice(1, -1)
      .map((header, at) => `${header} ${row[at + 1]}`)
      .join('; ') || '–'
  return [[headers[0]!, headers.at(-1)!, 'Rincian'], ...rows.map(row => [row[0]!, row.at(-1)!, detail(row)])]
}

/** Rows as a PDF has them: what a total does not add up stays empty. */
function inPdf(table: Table): string[] {
  const rows = table.rows.map(row => bare(printed(table, row).join('')))
  if (!table.total || !rows.length) return rows.length ? rows : [bare(table.empty)]
  const total = printed(table, table.total).map((cell, at) => (cell === '–' && at > 0 ? '' : cell))
  return [...rows, bare(total.join(''))]
}

/** The figures in the sheets, by table, for comparison with the same figures taken straight from the report's data. */
function figuresOf(sheets: Cell[][][]) {
  const rows = (key: (typeof tableKeys)[number]) => sheets[tableKeys.indexOf(key)] ?? []
  const column = (key: (typeof tableKeys)[number], at: number) => rows(key).map(row => row[at] ?? null)
  return {
    response: rows('response').at(-1)?.slice(1, 4),
    provinces: rows('provinces')
      .slice(0, -1)
      .map(row => [row[1], row[2], row[3]]),
    agreements: rows('partners').at(-1)?.[2],
    byStatus: rows('statuses').at(-1)?.at(-1),
    byMaturity: rows('maturity').at(-1)?.at(-1),
    obligations: column('obligations', 1).slice(0, -1),
    itemScores: rows('itemScores').map(row => [row[2] ?? null, row[4] ?? null]),
    scores: rows('classScores').at(-1)?.slice(1, 3).map(plain),
    obstacles: column('obstacles', 1).at(-1),
    recommendations: column('recommendations', 1).at(-1),
    followUps: column('followUps', 1).at(-1),
    overdue: column('actionPlan', 6).filter(cell => cell === 'Ya').length,
    register: rows('agreements').map(row => [row[0], row[9] ?? null, row[10] ?? null, row[11] ?? null]),
    offices: rows('offices').map(row => [row[1], row[3], row[4]]),
    sent: column('responses', 4).filter(cell => cell !== null).length,
    findings: column('findings', 0),
    actions: column('actionPlan', 0),
  }
}

function figuresFrom(data: ReportData): ReturnType<typeof figuresOf> {
  const { totals } = data
  const sum = (rows: readonly { count: number }[]) => rows.reduce((total, row) => total + row.count, 0)
  return {
    response: [totals.targets, totals.submitted, totals.targets - totals.submitted],
    provinces: data.responseByProvince.map(row => [row.code, row.targets, row.submitted]),
    agreements: data.partnersByClass.reduce((total, row) => total + row.agreements, 0),
    byStatus: totals.agreements,
    byMaturity: totals.agreements,
    obligations: data.obligations.map(row => row.count),
    itemScores: data.scoresByItem.map(row => [row.kpu, row.partner]),
    scores: [totals.kpuScore, totals.partnerScore],
    obstacles: sum(data.obstaclesByCategory),
    recommendations: sum(data.recommendations),
    followUps: totals.followUps,
    overdue: totals.overdue,
    register: data.agreements.map(row => [row.number, row.kpu, row.partnerScore, row.maturity]),
    offices: data.responseByOffice.filter(row => row.targets).map(row => [row.code, row.targets, row.submitted]),
    sent: totals.submitted,
    findings: data.findings.map(row => row.number),
    actions: data.actionPlan.map(row => row.number),
  }
}

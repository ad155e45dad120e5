import { expect, test } from 'vitest'
import { bare, pdfPages, wordTables, wordText } from '../../../../test/document-text.ts'
import { sampleReport } from '../../../../test/sample-report.ts'
import { readRows } from '../../../platform/spreadsheets/read.ts'
import { contradictions, ReportData } from '../schema.ts'
import { isShort, keysOf, tablesOf } from './content.ts'
import { shortFingerprint } from './fingerprint.ts'
import { reportPdf } from './pdf.ts'
import { appendixKeys, figureKeys, type TableKey } from './plans.ts'
import { isFigure, printRow, type Table } from './table.ts'
import { reportTables } from './tables.ts'
import { reportWord } from './word.ts'
import { documentWords } from './words.ts'
import { reportWorkbook } from './workbook.ts'

const sizes = [
  { what: 'an empty cycle', agreements: 0, findings: 0 },
  { what: 'one agreement', agreements: 1, findings: 1 },
  { what: 'three agreements', agreements: 3, findings: 4 },
  { what: 'the full size', agreements: 124, findings: 300 },
]

test.each(sizes)('the PDF, the Word document and the workbook of $what show the same numbers', async size => {
  const data = ReportData.parse(sampleReport(11, size))
  expect(contradictions(data)).toEqual([])
  const [pdf, word, workbook] = await Promise.all([reportPdf(data), reportWord(data), reportWorkbook(data)])
  const tables = reportTables(data)

  const filled = tables.filter(table => table.rows.length)
  const sheets = (await readRows(workbook)).sheets
    .slice(2)
    .map((sheet, at) => sheet.rows.slice(1).map(row => inSheet(filled[at]!, row.cells.map(plain))))
  expect(sheets.map(rows => rows.map(trimmed))).toEqual(filled.map(table => withTotal(table).map(row => trimmed(row.map(plain)))))
  const byKey = new Map(filled.map(({ key }, at) => [key, sheets[at]!]))
  expect(figuresOf(byKey)).toEqual(figuresFrom(data))

  const short = isShort(data)
  const printed = keysOf(data).map(key => tablesOf(data).find(table => table.key === key)!)
  const rowsInWord = (table: Table) => (short && table.key === 'agreements' ? register(table) : inWord(table))
  expect(wordTables(word).slice(3)).toEqual(printed.filter(table => table.rows.length).map(rowsInWord))

  const text = (await pdfPages(pdf)).join('')
  const rowsInPdf = (table: Table) => (short && table.key === 'agreements' ? register(table).map(row => bare(row.join(''))) : inPdf(table))
  expect(printed.flatMap(rowsInPdf).filter(row => !text.includes(row))).toEqual([])
  noneIsEmpty(printed, text, wordText(word), short)
  for (const whole of [text, bare(wordText(word))]) {
    expect(whole).toContain(bare(data.narrative.summary.join('')))
    expect(whole).toContain(bare(shortFingerprint(data)))
  }
})

test('the workbook begins with what it is', async () => {
  const data = sampleReport(3, { agreements: 2, findings: 2 })
  const { sheets } = await readRows(await reportWorkbook(data))
  expect(sheets.slice(0, 2).map(sheet => sheet.name)).toEqual(['Daftar isi', 'Tentang'])
  expect(Object.fromEntries(sheets[1]?.rows.map(row => row.cells) ?? [])).toMatchObject({
    'Nomor laporan': '12/HK.05.1-LP/01/2026',
    'Siklus evaluasi': 'Evaluasi Kerja Sama 2026',
    'Data per': '20 November 2026, 17.00 WIB',
    'Sidik jari data': shortFingerprint(data),
  })
})

type Cell = string | number | null

const plain = (value: unknown): Cell => {
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return value === '' || value === undefined ? null : (value as Cell)
}
const trimmed = (row: readonly Cell[]): Cell[] => row.slice(0, row.findLastIndex(cell => cell !== null) + 1)
const withTotal = ({ rows, total }: Table): Cell[][] => (total && rows.length ? [...rows, total] : rows)
const printed = (table: Table, row: readonly Cell[]): string[] => printRow('id', table, row)

/** A figure that was read as it is shown, "55%" or "+1.2", as the number that it is. */
function inSheet({ columns }: Table, row: readonly Cell[]): Cell[] {
  const number = (shown: string) => Number((Number(shown.replace('%', '')) / (shown.endsWith('%') ? 100 : 1)).toFixed(4))
  return row.map((cell, at) => (typeof cell === 'string' && isFigure(columns[at]?.kind ?? 'text') ? number(cell) : cell))
}

/** Rows as a Word document has them, under their headings. */
const inWord = (table: Table): string[][] => [
  table.columns.map(column => column.header),
  ...withTotal(table).map(row => printed(table, row)),
]

/** The register of a short report: names and values, with an empty line between two agreements. */
const register = (table: Table): string[][] =>
  table.rows.flatMap((row, at) => [
    ...(at ? [['', '']] : []),
    ...printed(table, row).map((cell, column) => [table.columns[column]!.header, cell]),
  ])

/** Rows as a PDF has them: what a total does not add up stays empty. */
function inPdf(table: Table): string[] {
  const rows = table.rows.map(row => bare(printed(table, row).join('')))
  if (!table.total) return rows
  const total = printed(table, table.total).map((cell, at) => (cell === '–' && at > 0 ? '' : cell))
  return [...rows, bare(total.join(''))]
}

/** A table without rows is a sentence, its number and its appendix are not; those that there are count one after the other. */
function noneIsEmpty(tables: Table[], pdf: string, word: string, short: boolean): void {
  const filled = tables.filter(table => table.rows.length)
  const captions = filled.map((table, at) => `Tabel ${at + 1}. ${table.title}`)
  const found = (text: string) => [...text.matchAll(/^(Tabel \d+\. .*?)$/gm)].map(([, caption]) => caption)
  expect(found(word)).toEqual(captions)
  expect(captions.filter(caption => !pdf.includes(bare(caption)))).toEqual([])
  expect(pdf).not.toContain(bare(`Tabel ${captions.length + 1}. `))
  const listed = filled.filter(table => !short && appendixKeys.some(key => key === table.key))
  const ofFigures = filled.some(({ key }) => !short && figureKeys.some(each => each === key)) ? [documentWords.id.parts.ofFigures] : []
  const headings = [...listed.map(table => table.title), ...ofFigures].map((title, at) => `Lampiran ${at + 1}\n${title}`)
  expect([...word.matchAll(/^Lampiran \d+\n.*$/gm)].map(([heading]) => heading)).toEqual(headings)
  expect(headings.filter(heading => !pdf.includes(bare(heading.replace('Lampiran', 'LAMPIRAN'))))).toEqual([])
  expect(pdf).not.toContain(`LAMPIRAN${headings.length + 1}`)
  const said = tables.filter(table => !table.rows.length && !appendixKeys.some(key => key === table.key)).map(table => table.empty)
  for (const text of [pdf, bare(word)]) expect(said.filter(sentence => !text.includes(bare(sentence)))).toEqual([])
}

/** The figures in the sheets, by table, for comparison with the same figures taken straight from the report's data. */
function figuresOf(sheets: Map<TableKey, Cell[][]>) {
  const rows = (key: TableKey) => sheets.get(key) ?? []
  const column = (key: TableKey, at: number) => rows(key).map(row => row[at] ?? null)
  return {
    response: rows('response').at(-1)?.slice(1, 4) ?? [0, 0, 0],
    provinces: rows('provinces')
      .slice(0, -1)
      .map(row => [row[1], row[2], row[3]]),
    agreements: rows('partners').at(-1)?.[2] ?? 0,
    byStatus: rows('statuses').at(-1)?.at(-1) ?? 0,
    byMaturity: rows('maturity').at(-1)?.at(-1) ?? 0,
    obligations: column('obligations', 1).slice(0, -1),
    itemScores: rows('itemScores').map(row => [row[2] ?? null, row[4] ?? null]),
    scores: rows('classScores').at(-1)?.slice(1, 3).map(plain) ?? [null, null],
    obstacles: column('obstacles', 1).at(-1) ?? 0,
    recommendations: column('recommendations', 1).at(-1) ?? 0,
    followUps: column('followUps', 1).at(-1) ?? 0,
    overdue: column('actionPlan', 6).filter(cell => cell !== null).length,
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
    // Where there is nothing at all a table has no rows.
    provinces: (totals.targets ? data.responseByProvince : []).map(row => [row.code, row.targets, row.submitted]),
    agreements: data.partnersByClass.reduce((total, row) => total + row.agreements, 0),
    byStatus: totals.agreements,
    byMaturity: totals.agreements,
    obligations: sum(data.obligations) ? data.obligations.map(row => row.count) : [],
    itemScores: data.scoresByItem
      .filter(row => totals.submitted || row.kpu !== null || row.partner !== null)
      .map(row => [row.kpu, row.partner]),
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

import { expect, test } from 'vitest'
import { bare, pdfPages, wordPart, wordTables } from '../../../../test/document-text.ts'
import { hostileReport, hostileTexts } from '../../../../test/sample-report.ts'
import { printable } from '../../../platform/documents/text.ts'
import { readRows } from '../../../platform/spreadsheets/read.ts'
import { ReportData } from '../schema.ts'
import { reportPdf } from './pdf.ts'
import { printedKeys } from './plans.ts'
import { reportTables } from './tables.ts'
import { reportWord } from './word.ts'
import { reportWorkbook } from './workbook.ts'

const data = ReportData.parse(hostileReport(7))
const findings = data.findings.map(finding => printable(finding.text))

test('whatever people typed is text in the PDF', async () => {
  const text = (await pdfPages(await reportPdf(data, { timeout: 180_000 }))).join('')
  for (const typed of [
    '<script>alert(1)</script>',
    '#eval("panic()") $x^2$ *tebal*',
    '{tag} {#loop}{/loop}',
    "=cmd|' /C calc'!A0",
    'gajifdp.exe',
    'sebelum�sesudah��',
  ]) {
    expect(text).toContain(bare(typed))
  }
  expect(text).toContain('[U+1F600]')
  expect(text).not.toMatch(/[\p{Cc}\u202e\ufdd0\ufdd1]/u)
}, 200_000)

test('whatever people typed is text in the Word document', async () => {
  const word = await reportWord(data)
  const tables = reportTables(data).filter(each => each.rows.length && printedKeys.includes(each.key))
  const table = wordTables(word).slice(3)[tables.findIndex(each => each.key === 'findingGroups')] ?? []
  const texts = (list: readonly (string | undefined)[]) => [...new Set(list)].toSorted()
  expect(texts(table.slice(1).map(row => row[2]))).toEqual(texts(findings.map(text => text || '–')))
  expect(wordPart(word, 'word/document.xml')).not.toMatch(/<script|(?!\n)[\p{Cc}\u202e\ufdd0\ufdd1]/u)
})

test('whatever people typed is text in the workbook, and no formula', async () => {
  const { sheets } = await readRows(await reportWorkbook(data))
  const rows = sheets.find(sheet => sheet.name === 'Daftar temuan')?.rows.slice(1) ?? []
  expect(rows.map(row => row.cells[3])).toEqual(findings)
  expect(findings).toContain("=cmd|' /C calc'!A0")
})

test('each hostile text occurs in the report that these tests are made with', () => {
  expect(new Set(data.findings.map(finding => finding.text)).size).toBeGreaterThan(hostileTexts.length / 2)
})

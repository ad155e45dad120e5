import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { sampleAbove, sampleReport } from '../../../../test/sample-report.ts'
import { locales } from '../../../platform/i18n/words.ts'
import { type TableKey, tableKeys } from './plans.ts'
import { tableWords } from './table-words.ts'
import { reportTables } from './tables.ts'
import { reportWorkbook } from './workbook.ts'

test.each(locales)('every sheet has a short name of its own, a link to it on the first and one back (%s)', async locale => {
  const names = tableKeys.map(key => tableWords[locale][key].tab)
  expect(names.filter(name => name.length > 31 || /[[\]:*?/\\]/.test(name))).toEqual([])
  expect(new Set(names).size).toBe(tableKeys.length)
  const data = { ...sampleReport(5, { agreements: 60, findings: 90, locale }), above: sampleAbove }
  const { sheets } = await readXlsx(await reportWorkbook(data), { readStyles: true })
  const [first, ...others] = sheets
  expect(others.slice(1).map(sheet => sheet.name)).toEqual(names)
  const links = [...(first?.cells?.values() ?? [])].flatMap(cell => cell.hyperlink?.location ?? [])
  expect(links).toEqual(others.map(sheet => `'${sheet.name}'!A1`))
  for (const sheet of others) {
    expect([...(sheet.cells?.values() ?? [])].flatMap(cell => cell.hyperlink?.location ?? [])).toEqual([`'${first?.name}'!A1`])
    expect(sheet.freezePane).toEqual({ rows: 1 })
  }
})

test('the sums beneath a table are neither filtered nor sorted with its rows', async () => {
  const data = sampleReport(5, { agreements: 12, findings: 20 })
  const { sheets } = await readXlsx(await reportWorkbook(data))
  for (const { tab, rows, total } of reportTables(data)) {
    const sheet = sheets.find(({ name }) => name === tab)
    if (sheet)
      expect([tab, sheet.autoFilter?.range, sheet.rows.length]).toEqual([
        tab,
        expect.stringMatching(new RegExp(`^A1:[A-Z]+${rows.length + 1}$`)),
        rows.length + 1 + (total ? 1 : 0),
      ])
  }
})

test('a column that says nothing of any row is not there', () => {
  const data = sampleReport(5, { agreements: 12, findings: 20 })
  const columns = (overdue: boolean) => {
    const actionPlan = data.actionPlan.map((row, at) => ({ ...row, overdue: overdue && at === 0 }))
    return reportTables({ ...data, actionPlan })
      .find(({ key }) => key === 'actionPlan')
      ?.columns.map(({ key }) => key)
  }
  expect(columns(true)).toContain('overdue')
  expect(columns(false)).not.toContain('overdue')
})

test('a table without rows has no sheet, but a sentence among the contents', async () => {
  const { sheets } = await readXlsx(await reportWorkbook(sampleReport(5, { agreements: 0, findings: 0 })))
  expect(sheets.map(sheet => sheet.name)).toEqual(['Daftar isi', 'Tentang'])
  expect(sheets[0]?.rows).toContainEqual([null, 'Temuan: Tidak ada temuan pada siklus ini.', 0])
})

test('numbers are shown as the other documents print them, sums are bold, and the way back is no column that is filtered', async () => {
  const data = sampleReport(5, { agreements: 12, findings: 20 })
  const { sheets } = await readXlsx(await reportWorkbook(data), { readStyles: true })
  const sheet = (key: TableKey) => sheets.find(({ name }) => name === tableWords.id[key].tab)!
  const look = (key: TableKey, row: number) =>
    reportTables(data)
      .find(table => table.key === key)!
      .columns.map((_, column) => sheet(key).cells?.get(`${row},${column}`)?.style)
  expect(look('response', 1).map(style => style?.numFmt)).toEqual(['@', '#,##0', '#,##0', '#,##0', '0%'])
  expect(look('classScores', 1).map(style => style?.numFmt)).toEqual(['@', '0.0', '0.0', '+0.0;-0.0;0.0', '#,##0'])
  expect(look('response', 3).map(style => style?.font?.bold)).toEqual([true, true, true, true, true])
  expect(look('response', 3)[4]?.numFmt).toBe('0%')
  const comparison = look('comparison', 4).map(style => style?.numFmt)
  expect(comparison).toEqual(['@', '0.0', '0.0', '+0.0;-0.0;0.0'])
  expect(sheet('response').autoFilter?.range).toBe('A1:E3')
})

import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { sampleReport } from '../../../../test/sample-report.ts'
import { locales } from '../../../platform/i18n/words.ts'
import { tableKeys } from './plans.ts'
import { tableWords } from './table-words.ts'
import { reportWorkbook } from './workbook.ts'

test.each(locales)('every sheet has a short name of its own, a link to it on the first and one back (%s)', async locale => {
  const names = tableKeys.map(key => tableWords[locale][key].tab)
  expect(names.filter(name => name.length > 31 || /[[\]:*?/\\]/.test(name))).toEqual([])
  expect(new Set(names).size).toBe(tableKeys.length)
  const { sheets } = await readXlsx(await reportWorkbook(sampleReport(5, { agreements: 12, findings: 20, locale })), { readStyles: true })
  const [first, ...others] = sheets
  expect(others.slice(1).map(sheet => sheet.name)).toEqual(names)
  const links = [...(first?.cells?.values() ?? [])].flatMap(cell => cell.hyperlink?.location ?? [])
  expect(links).toEqual(others.map(sheet => `'${sheet.name}'!A1`))
  for (const sheet of others) {
    expect([...(sheet.cells?.values() ?? [])].flatMap(cell => cell.hyperlink?.location ?? [])).toEqual([`'${first?.name}'!A1`])
    expect(sheet.freezePane).toEqual({ rows: 1 })
  }
})

test('a table without rows has no sheet, but a sentence among the contents', async () => {
  const { sheets } = await readXlsx(await reportWorkbook(sampleReport(5, { agreements: 0, findings: 0 })))
  expect(sheets.map(sheet => sheet.name)).toEqual(['Daftar isi', 'Tentang'])
  expect(sheets[0]?.rows).toContainEqual([null, 'Temuan: Tidak ada temuan pada siklus ini.', 0])
})

import { readFile } from 'node:fs/promises'
import { expect } from 'vitest'
import { readRows } from '../../../src/platform/spreadsheets/read.ts'
import { bare, pdfPages, wordTables } from '../../document-text.ts'
import { fits, type Visitor } from '../visitor.ts'

export type Documents = Record<'PDF' | 'Word' | 'Excel', Uint8Array>

/** Opens the dashboard of the cycle, has the report made, waits for it, and downloads its three forms. */
export async function makeReport(officer: Visitor, cycle: string): Promise<Documents> {
  const { page } = officer
  await page.goto(`/laporan/dasbor/${cycle.split('/').at(-1)}`)
  await page.getByRole('link', { name: 'Buat laporan' }).click()
  await page.getByLabel('Nama penanda tangan').fill('Hendra Wirawan')
  await page.getByLabel('Jabatan penanda tangan').fill('Sekretaris Jenderal')
  await page.getByLabel('Tempat', { exact: true }).fill('Jakarta')
  await fits(officer, 'laporan-baru')
  await page.getByRole('button', { name: 'Buat laporan' }).click()
  await page.getByText('Siap diunduh').waitFor({ timeout: 90_000 })
  await fits(officer, 'laporan')
  return { PDF: await download(officer, 'PDF'), Word: await download(officer, 'Word'), Excel: await download(officer, 'Excel') }
}

async function download({ page }: Visitor, form: keyof Documents): Promise<Uint8Array> {
  const started = page.waitForEvent('download')
  await page.getByRole('link', { name: new RegExp(`Unduh ${form}:`) }).click()
  return new Uint8Array(await readFile(await (await started).path()))
}

/** A row of a table, first what it is about: `['Mitra', '124', '1', '123']`. */
export type Row = string[]

/** The numbers that the dashboard shows, as rows of the report's tables, as far as the report prints the same columns. */
export async function dashboardRows(officer: Visitor, cycle: string): Promise<Row[]> {
  const { page } = officer
  await page.goto(`/laporan/dasbor/${cycle.split('/').at(-1)}`)
  await fits(officer, 'dasbor')
  const scores = await Promise.all(['jenis mitra', 'pertanyaan'].map(by => chartRows(officer, `Skor kedua pihak menurut ${by}`, 3)))
  const obstacles = await chartRows(officer, 'Kendala menurut kategori', 2)
  const followUps = await chartRows(officer, 'Tindak lanjut menurut status', 2)
  return [
    ['KPU', ...(await parts(officer, 'Pihak KPU'))],
    ['Mitra', ...(await parts(officer, 'Pihak mitra'))],
    ...scores.flat(),
    ...obstacles,
    ...followUps,
  ]
}

/** What was asked for and sent: "1 dari 124" as 124 and 1. */
async function parts({ page }: Visitor, label: string): Promise<string[]> {
  const stat = page.locator('.stat').filter({ has: page.getByText(label, { exact: true }) })
  const said = (await stat.locator('.stat-value').textContent())!.replace(/\s+/g, ' ')
  const [, sent, asked] = said.match(/^([\d.]+) dari ([\d.]+)/)!
  return [asked!, sent!]
}

/** The table beneath a chart, with so many of its columns; of what is too few to draw, the line of each. */
async function chartRows({ page }: Visitor, title: string, columns: number): Promise<Row[]> {
  const chart = page.locator('figure.chart').filter({ has: page.locator('figcaption b', { hasText: title }) })
  const cells = await chart.locator('tbody tr').evaluateAll(all => all.map(row => [...row.children].map(cell => cell.textContent!.trim())))
  const lines = await chart.locator('li').allTextContents()
  const rows = cells.length ? cells : lines.map(line => line.match(/^(.*): ([\d.]+)/)!.slice(1))
  expect(rows, title).not.toEqual([])
  return rows.map(row => row.slice(0, columns))
}

/** Each row stands in all three documents, with the same numbers in the same order. */
export async function sameNumbers(documents: Documents, rows: Row[]): Promise<void> {
  const { sheets } = await readRows(documents.Excel)
  const excel = sheets.flatMap(sheet => sheet.rows.map(row => row.cells.map(printed)))
  const word = wordTables(documents.Word).flat()
  const pdf = (await pdfPages(documents.PDF)).join('')
  expect({
    Excel: rows.filter(row => !excel.some(found => inOrder(found, row))),
    Word: rows.filter(row => !word.some(found => inOrder(found, row))),
    PDF: rows.filter(row => !pattern(row).test(pdf)),
  }).toEqual({ Excel: [], Word: [], PDF: [] })
}

/** All cells of a row among those found, in their order; other columns may stand between them. */
function inOrder(found: Row, row: Row): boolean {
  let left = found
  return row.every(cell => {
    const at = left.findIndex(other => same(other) === same(cell))
    left = left.slice(at + 1)
    return at >= 0
  })
}

/** In a PDF the cells of a row follow each other without a mark. */
const pattern = ([label, ...figures]: Row): RegExp =>
  new RegExp([escaped(bare(label!)), ...figures.map(each => `${escaped(same(each))}(,0)?`)].join('[\\d.,+−–]*?'))
const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
const same = (cell: string): string => cell.replace(/^(\d+),0$/, '$1')
/** A figure that a sheet shows with all of its places is read as it is shown. */
const printed = (cell: unknown): string => {
  const value = typeof cell === 'string' && /^[+-]?\d+\.\d+$/.test(cell) ? Number(cell) : cell
  return typeof value === 'number' ? value.toLocaleString('id-ID', { maximumFractionDigits: 1 }) : String(value ?? '–')
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breakable, fitted } from './fitted-table.ts'

test('a word that fits stays whole; a long one may break behind separators, else every few letters', () => {
  const shown = (text: string, run: number) => breakable(text, run).replaceAll('\u200b', '|')
  expect(shown('Perjanjian kerja sama', 10)).toBe('Perjanjian kerja sama')
  expect(shown('80/PR.07-NK/01/2022', 10)).toBe('80/|PR.|07-|NK/|01/|2022')
  expect(shown('80/PR.07-NK/01/2022', 19)).toBe('80/PR.07-NK/01/2022')
  expect(shown('TL-2026-0026', 8)).toBe('TL-2026-0026')
  expect(shown('pertanggungjawaban', 7)).toBe('pertang|gungjaw|aban')
})

test('nothing but break marks is added, none before a combining mark, and no letters without a break are longer than they may be', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b', ' ', '/', '-', '\u0301', '\u0651', '漢', '😀'), maxLength: 80 }),
      fc.integer({ min: 4, max: 20 }),
      (text, run) => {
        const broken = breakable(text, run)
        expect(broken.replaceAll('\u200b', '')).toBe(text)
        expect(broken).not.toMatch(/\u200b\p{M}/u)
        for (const part of broken.split(/[\s\u200b]/u)) expect(part.replace(/\p{M}/gu, '').length).toBeLessThanOrEqual(2 * run)
      },
    ),
  )
})

const column = (width: number, header = '', kind = 'text') => ({ width, header, kind })

test('a column is as wide as its longest word where the paper has room, and no ordinary word is broken', () => {
  const table = { columns: [column(1, 'Status'), column(9, 'Uraian')], rows: [['Menunggu pemeriksaan', 'Rapat']], total: null }
  const { rows, columns } = fitted(table, { width: 100, size: 9 })
  expect(rows).toEqual(table.rows)
  expect(columns.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(100)
})

test('a column has room for the numbers that Sinergi gives, which are never broken', () => {
  const table = { columns: [column(1, 'Nomor'), column(9, 'Tindakan')], rows: [['TL-2026-0026', 'Menyusun rencana aksi']], total: null }
  const { rows, runs } = fitted(table, { width: 100, size: 9 })
  expect(rows).toEqual(table.rows)
  expect(runs[0]).toBeGreaterThanOrEqual('TL-2026-0026'.length)
})

test('the number of an agreement stays on one line where the paper has room for it', () => {
  const long = 'Perjanjian kerja sama tentang pendidikan pemilih dan pertukaran data'
  const table = { columns: [column(1, 'Nomor'), column(9, 'Tentang')], rows: [['124/PR.07-NK/1101/2023', long]], total: null }
  const { rows, runs } = fitted(table, { width: 100, size: 9 })
  expect(rows).toEqual(table.rows)
  expect(runs[0]).toBeGreaterThanOrEqual('124/PR.07-NK/1101/2023'.length)
})

test('the last rows of a long table stay together, as many as take a good third of a page', () => {
  const of = (count: number, text = 'Rapat') =>
    fitted({ columns: [column(1, 'Tindakan')], rows: Array.from({ length: count }, () => [text]), total: null }, { width: 100, size: 9 })
      .paper.last
  expect([of(5), of(6), of(20), of(60), of(60, 'Rapat '.repeat(80)), of(60, 'Rapat '.repeat(400))]).toEqual([0, 2, 7, 12, 2, 0])
})

test('headings of figures are turned only where they would be broken lying', () => {
  const heads = (count: number) => ({
    columns: [column(3, 'Jenis mitra'), ...Array.from({ length: count }, () => column(1, 'Dalam perpanjangan', 'count'))],
    rows: [],
    total: null,
  })
  expect([3, 12].map(count => fitted(heads(count), { width: 155, size: 8.5 }).paper.upright)).toEqual([false, true])
})

test('a table gets breaks by the width of each column', () => {
  const table = { columns: [column(1), column(9)], rows: [['x'.repeat(30), 'x'.repeat(30)]], total: null }
  const { rows, runs } = fitted(table, { width: 100, size: 9 })
  expect(runs[0]).toBeLessThan(runs[1] ?? 0)
  expect(rows[0]?.map(cell => cell.includes('\u200b'))).toEqual([true, false])
})

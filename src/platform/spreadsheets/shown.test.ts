import { expect, test } from 'vitest'
import { handmade, row } from '../../../test/handmade-workbook.ts'
import { readRows } from './read.ts'

const shown = async (cells: [number, string][]) => {
  const formats = cells.map(([, format]) => format)
  const bytes = handmade(
    [
      {
        name: 'A',
        rows: row(
          1,
          cells.map(([v], i) => ({ v, s: i + 1 })),
        ),
      },
    ],
    { formats },
  )
  return (await readRows(bytes)).sheets[0]!.rows[0]!.cells
}

test('a number is what its cell shows, with zeros, decimals and words of its format', async () => {
  expect(
    await shown([
      [45, '000'],
      [35.1, '0.00'],
      [35.1, '2'],
      [5, '0 "tahun"'],
      [7, '"KPU-"000'],
      [12, '0"/PR.07-NK/35.10/2024"'],
      [0.5, '9'],
      [7, '000;-000;;@'],
      [5, '[Red]00_)'],
    ]),
  ).toEqual(['045', '35.10', '35.10', '5 tahun', 'KPU-007', '12/PR.07-NK/35.10/2024', '50%', '007', '05'])
})

test('a number that its format would round or write by country, and a fraction, stay numbers', async () => {
  expect(
    await shown([
      [35.104, '0.00'],
      [1.5, '000'],
      [1_234_567, '#,##0'],
      [0.5, '12'],
      [5, '_-"Rp"* #,##0_-'],
      [3.14, 'General'],
      [45_366, '0'],
      [5, `"${'x'.repeat(300)}"00`],
    ]),
  ).toEqual([35.104, 1.5, 1_234_567, 0.5, 5, 3.14, 45_366, 5])
})

test('days keep being days, also since 1904', async () => {
  const day = new Date('2024-03-15T00:00:00Z')
  expect(
    await shown([
      [45_366, 'd/m/yyyy'],
      [45_366, '14'],
      [45_366, '[$-421]dd mmmm yyyy'],
    ]),
  ).toEqual([day, day, day])
  const bytes = handmade([{ name: 'A', rows: row(1, [{ v: 43_904, s: 1 }]) }], { formats: ['14'], date1904: true })
  expect((await readRows(bytes)).sheets[0]).toEqual({ name: 'A', since1904: true, rows: [{ number: 1, cells: [day] }] })
})

test('what is hidden and merged is told: sheets, rows, columns, areas', async () => {
  const bytes = handmade([
    { name: 'Lama', state: 'veryHidden', rows: row(1, ['x']) },
    {
      name: 'Daftar',
      columns: '<col min="2" max="3" hidden="1"/><col min="5" max="5" width="9"/>',
      rows: row(1, ['a', 'b']) + row(2, ['c'], 'hidden="1"') + row(3, ['d'], 'hidden="0"'),
      merges: ['A1:B1', 'A2:A3', 'C7', 'ngawur', 'B9:A1'],
    },
  ])
  expect((await readRows(bytes)).sheets).toEqual([
    { name: 'Lama', hidden: true, rows: [{ number: 1, cells: ['x'] }] },
    {
      name: 'Daftar',
      hiddenColumns: [1, 2],
      merges: [
        { top: 1, left: 0, bottom: 1, right: 1 },
        { top: 2, left: 0, bottom: 3, right: 0 },
      ],
      rows: [
        { number: 1, cells: ['a', 'b'] },
        { number: 2, cells: ['c'], hidden: true },
        { number: 3, cells: ['d'] },
      ],
    },
  ])
})

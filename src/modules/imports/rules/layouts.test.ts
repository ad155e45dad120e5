import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cell } from '../../../platform/spreadsheets/cells.ts'
import { layouts } from '../schema/codes.ts'
import { knownHeaders } from './headers.ts'
import { layoutOf, textOf, withMapping } from './layouts.ts'
import { cellsOf, findTable, originalOf } from './tables.ts'

let names = 0
const sheetOf = (...rows: Cell[][]) => ({
  name: String.fromCharCode(65 + (names++ % 26)),
  rows: rows.map((cells, i) => ({ number: i + 1, cells })),
})

test('a known layout is recognised in any order, case and punctuation, among other columns', () => {
  const dress = fc.constantFrom<(header: string) => string>(
    header => header,
    header => header.toUpperCase(),
    header => ` ${header.toLowerCase()}: `,
    header => header.replaceAll(' ', '_'),
    header => `1. ${header} *`,
    header => header.replaceAll(' ', '\n'),
    header => header.replaceAll(' ', '\u00a0'),
    header => header.replace(/ \(.*\)/, ''),
    header => header.replace('Nomor', 'No.').replace('Tanggal', 'Tgl.'),
  )
  fc.assert(
    fc.property(fc.constantFrom(...layouts), dress, fc.infiniteStream(fc.double({ noNaN: true })), (layout, dressed, order) => {
      const names = [...Object.values(knownHeaders[layout]).map(dressed), 'Keterangan', '', 'Catatan']
      const headers = names
        .map(name => ({ name, at: order.next().value! }))
        .sort((a, b) => a.at - b.at)
        .map(({ name }) => name)
      const found = layoutOf(headers)
      expect(found.recognised).toBe(layout)
      for (const [field, header] of Object.entries(knownHeaders[layout]))
        expect([field, found.mapping[field as 'kind']]).toEqual([field, headers.indexOf(dressed(header))])
      expect(found.unmapped.sort()).toEqual(['Catatan', 'Keterangan'])
    }),
  )
})

test.each([
  'Masa Berlaku s.d.',
  'Masa Berlaku s/d',
  'Berlaku s.d',
  'MASA BERLAKU S.D.',
  'Berlaku hingga',
  'Masa berlaku sampai dengan',
  's.d.',
])('"%s" is when an agreement ends', header => expect(layoutOf(['Nomor', header, 'Mitra']).mapping.endsOn).toBe(1))

test('a layout without one of its telling columns is a guess', () => {
  for (const layout of layouts) {
    const headers = Object.values(knownHeaders[layout])
    expect(layoutOf(headers.filter(header => !/Tanggal Penandatanganan/.test(header))).recognised).toBeNull()
    expect(layoutOf(headers.filter(header => !/Satuan Kerja/.test(header))).recognised).toBe(layout)
    expect(layoutOf(headers.filter(header => !/Satuan Kerja|Kode Wilayah/.test(header))).recognised).toBeNull()
  }
})

test('another layout is guessed, and a person says what the guess missed', () => {
  const headers = ['No', 'Satker', 'Nomor MoU', 'Judul', 'Mitra', 'Tanggal MoU', 'Masa Berlaku', 'Bentuk', 'Mitra']
  const { recognised, mapping, unmapped } = layoutOf(headers)
  expect(recognised).toBeNull()
  expect(Object.entries(mapping).filter(([, column]) => column !== null)).toEqual([
    ['officeName', 1],
    ['kpuNumber', 2],
    ['title', 3],
    ['partner', 4],
    ['signedOn', 5],
    ['term', 6],
  ])
  expect(unmapped).toEqual(['No', 'Bentuk', 'Mitra'])

  const chosen = withMapping(headers, { kind: 'Bentuk', title: '', obstacles: 'Judul', advice: 'tidak ada', endsOn: 'Masa Berlaku' })
  expect([chosen.kind, chosen.title, chosen.obstacles, chosen.advice, chosen.endsOn, chosen.term, chosen.partner]).toEqual([
    7,
    null,
    3,
    null,
    6,
    null,
    4,
  ])
})

test('the header is found under titles, and on the sheet that has it', () => {
  const headers = Object.values(knownHeaders.register)
  const table = findTable([
    sheetOf(['Petunjuk', 'isi semua kolom'], ['a', 'b']),
    sheetOf(['DAFTAR KERJA SAMA'], ['Tahun', 2025], [], headers, ['1/NK', null, 'NK'], [' ', null], ['2/NK', null, null]),
  ])!
  expect([table.recognised, table.headers, table.rows]).toEqual([
    'register',
    headers,
    [
      { number: 5, place: 5, sheet: 'B', hidden: false, cells: ['1/NK', '', 'NK'] },
      { number: 7, place: 7, sheet: 'B', hidden: false, cells: ['2/NK', '', ''] },
    ],
  ])
  expect(findTable([])).toBeNull()
  expect(findTable([sheetOf(['satu kolom'], ['x'])])).toBeNull()
})

test('cells become text that says the same again, and every cell is kept under a header of its own', () => {
  const table = findTable([
    sheetOf(
      ['A', 'a', 'A', null, '__proto__'],
      [35.1, 31.740000000000002, new Date('2022-01-12T00:00:00Z'), new Date('2022-01-12T09:08:07Z'), true, 'lebih'],
      [1],
    ),
  ])!
  expect(table.headers).toEqual(['A', 'a', 'A (2)', 'Kolom D', '__proto__', 'Kolom F'])
  const [first, second] = table.rows.map(row => originalOf(table.headers, row.cells))
  expect(Object.entries(first!)).toEqual([
    ['A', '35.1'],
    ['a', '31.74'],
    ['A (2)', '2022-01-12'],
    ['Kolom D', '2022-01-12 09:08:07'],
    ['__proto__', 'true'],
    ['Kolom F', 'lebih'],
  ])
  expect(JSON.parse(JSON.stringify(second))).toEqual({ A: '1' })
  expect(cellsOf(table.headers, first!)).toEqual(table.rows[0]!.cells)
})

test('what a person typed over a cell goes before the cell', () => {
  const { mapping } = layoutOf(['Nomor KPU', 'Jenis Naskah'])
  expect(
    ['kpuNumber', 'kind', 'partner', 'title'].map(field =>
      textOf(['1/NK', ''], mapping, { kpuNumber: '', partner: 'PT A' }, field as 'kind'),
    ),
  ).toEqual(['', '', 'PT A', ''])
})

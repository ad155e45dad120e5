import { expect, test } from 'vitest'
import { fieldsOfHeaders, findHeads } from './column-heads.ts'

const names = {
  name: { names: ['nama'], required: true },
  phone: { names: ['no hp', 'hp'] },
  place: { names: ['satker'], required: true },
} as const

test('the header is the first row that names all required columns, in any order and among others', () => {
  const rows = [
    { number: 1, cells: ['Nama', 'HP'] },
    { number: 4, cells: ['No', 'SATKER (kode)', null, 'N a m a', 'Nama', 'No. HP [aktif]', 'HP'] },
    { number: 5, cells: [1, 'A', null, null, 'Budi', 84123456789, 'x'] },
    { number: 6, cells: [null, ' ', null] },
    { number: 8, cells: [2] },
  ]
  const [head, ...others] = findHeads(
    [
      { name: 'Lama', hidden: true, rows },
      { name: 'Kosong', rows: [] },
      { name: 'Data', rows },
    ],
    names,
  )
  expect(others).toEqual([])
  expect(head).toMatchObject({ sheet: { name: 'Data' }, columns: { place: 1, name: 3, phone: 5 } })
  expect(head!.rows.map(({ number }) => number)).toEqual([5, 8])
  expect(fieldsOfHeaders(['No', 'SATKER (kode)', 'Nama (2)', 'HP'], names)).toEqual([
    ['SATKER (kode)', 'place'],
    ['Nama (2)', 'name'],
    ['HP', 'phone'],
  ])
  expect(findHeads([{ name: 'Data', rows: rows.slice(0, 1) }], names)).toEqual([])
})

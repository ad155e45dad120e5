import { expect, test } from 'vitest'
import { renderPart } from '../page.tsx'
import type { Viewer } from '../viewer.ts'
import { type Column, sortOf, Table } from './table.tsx'
import { withQuery } from './url.ts'

const viewer: Viewer = { locale: 'id', zone: 'Asia/Jakarta', today: '2026-11-21' }
type Row = { name: string; count: number }
const columns: Column<Row>[] = [
  { key: 'nama', label: 'Nama', kind: 'main', sort: true, value: row => row.name },
  { key: 'banyak', label: 'Banyaknya', kind: 'number', sort: true, value: row => row.count },
]

test('each cell carries the name of its column, for the cards on a phone', () => {
  const page = renderPart(viewer, <Table caption="Mitra" columns={columns} rows={[{ name: 'RRI', count: 3 }]} />)
  expect(page).toContain(
    '<th scope="row" role="rowheader" class="is-main">RRI</th><td role="cell" class="is-number" data-label="Banyaknya">3</td>',
  )
})

test('a cell of which nothing is known is marked, so that a card leaves it out', () => {
  const rows = [{ name: 'RRI', count: 0 }]
  const page = renderPart(
    viewer,
    <Table caption="Mitra" columns={[columns[0]!, { ...columns[1]!, value: ({ count }) => count || '–' }]} rows={rows} />,
  )
  expect(page).toContain('<td role="cell" class="is-number is-none">–</td>')
})

test('columns that tell least are marked, and do not count where the others stand side by side beside a menu', () => {
  const more = (spare: boolean) =>
    ['jenis', 'induk', 'siklus', 'narahubung'].map((key, at) => ({ key, label: key, spare: spare && at === 3, value: () => 'x' }))
  const page = (spare: boolean) =>
    renderPart(viewer, <Table caption="Mitra" columns={[...columns, ...more(spare)]} rows={[{ name: 'RRI', count: 3 }]} />)
  expect(page(false)).toContain('<div class="table-frame is-wide"><')
  expect(page(true)).toContain('<div class="table-frame is-wide is-few"><')
  expect(page(true)).toContain('<th scope="col" role="columnheader" data-spare="true">narahubung</th>')
  expect(page(true)).toContain('<td role="cell" data-spare="true" data-label="narahubung">x</td>')
})

test('a head sorts upward first, downward when it is sorted upward, and leaves the page it was on', () => {
  const page = renderPart(
    viewer,
    <Table
      caption="Mitra"
      columns={columns}
      rows={[{ name: 'RRI', count: 3 }]}
      url="/mitra?q=r&halaman=4&urut=nama"
      sort={sortOf('nama')}
    />,
  )
  expect(page).toContain('aria-sort="ascending"><a href="/mitra?q=r&amp;urut=-nama"')
  expect(page).toContain('<a href="/mitra?q=r&amp;urut=banyak"')
})

test('without rows it says what the list is for instead of an empty grid', () => {
  expect(renderPart(viewer, <Table caption="Mitra" columns={columns} rows={[]} />)).toContain('Belum ada data')
  expect(renderPart(viewer, <Table caption="Mitra" columns={columns} rows={[]} empty={<p>Catat mitra pertama.</p>} />)).toBe(
    '<p>Catat mitra pertama.</p>',
  )
})

test('an order in the address is a key, with a minus for downward', () => {
  expect([sortOf('-nama'), sortOf('nama'), sortOf('')]).toEqual([
    { key: 'nama', descending: true },
    { key: 'nama', descending: false },
    undefined,
  ])
})

test('changing the query keeps the rest in place', () => {
  expect(withQuery('/mitra?q=a%26b&halaman=3#atas', { urut: '-nama', halaman: null })).toBe('/mitra?q=a%26b&urut=-nama')
  expect(withQuery('/mitra?q=x', { q: '' })).toBe('/mitra')
})

test('one head sorts by each of the two things that stand in its cell', () => {
  const both = columns.map(column => ({ ...column, ...(column.key === 'nama' ? { also: { key: 'kode', label: 'Kode' } } : {}) }))
  const page = renderPart(
    viewer,
    <Table caption="Mitra" columns={both} rows={[{ name: 'RRI', count: 3 }]} url="/mitra" sort={sortOf('-kode')} />,
  )
  expect(page).toMatch(/aria-sort="descending"><a href="\/mitra\?urut=nama"[^>]*>Nama<\/a><a href="\/mitra\?urut=kode"[^>]*>Kode<svg/)
})

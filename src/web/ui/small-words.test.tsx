import { expect, test } from 'vitest'
import { renderPart } from '../page.tsx'
import type { Viewer } from '../viewer.ts'
import { Breadcrumbs } from './breadcrumbs.tsx'
import { TextField } from './field.tsx'
import { FilterBar } from './filter-bar.tsx'

const viewer: Viewer = { locale: 'id', zone: 'Asia/Jakarta', today: '2025-11-20' }
const title = 'Nota Kesepahaman tentang Pendidikan Pemilih Berkelanjutan dan Pertukaran Data Kependudukan di Seluruh Kabupaten dan Kota'

test('a page with nothing above it has no breadcrumb, so that all lists begin at the same height', () => {
  expect(renderPart(viewer, <Breadcrumbs crumbs={[{ label: 'Orang' }]} />)).toBe('')
})

test('a breadcrumb cuts a long title after a whole word', () => {
  const page = renderPart(viewer, <Breadcrumbs crumbs={[{ href: '/perjanjian', label: 'Perjanjian' }, { label: title }]} />)
  const last = page.match(/aria-current="page">([^<]+)</)![1]!
  expect([last.length <= 61, last.endsWith('…'), title.startsWith(`${last.slice(0, -1)} `)]).toEqual([true, true, true])
  expect(page).toContain('>Perjanjian</a>')
})

test('the button of the filters counts filters, not the words that are searched for', () => {
  const searched = { label: 'Cari: data', parameters: ['q'] }
  const filtered = { label: 'Nota kesepahaman', parameters: ['jenis'] }
  const button = (active: (typeof searched)[]) =>
    renderPart(
      viewer,
      <FilterBar url="/perjanjian?q=data" values={{ q: 'data' }} active={active} search="Cari">
        <TextField name="jenis" label="Jenis" optional />
      </FilterBar>,
    ).match(/<summary[^>]*>.*?<\/svg>(.*?)<\/summary>/)![1]
  expect([button([searched]), button([searched, filtered])]).toEqual(['Saring', 'Saring (1)'])
})

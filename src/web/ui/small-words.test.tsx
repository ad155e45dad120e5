import { expect, test } from 'vitest'
import { renderPart } from '../page.tsx'
import type { Viewer } from '../viewer.ts'
import { Breadcrumbs } from './breadcrumbs.tsx'
import { ThingList } from './thing-list.tsx'

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

test('the number of a thing stays in one piece in a line of a list, and other words stay as they are', () => {
  const things = [{ head: 'LAP-2026-32-0001, TL-2026-0049', about: 'PKS-07 · TM-2026-00614: kurang' }]
  expect(renderPart(viewer, <ThingList label="Daftar" things={things} />)).toContain(
    '<b><span class="whole">LAP-2026-32-0001</span>, <span class="whole">TL-2026-0049</span></b>' +
      '<small>PKS-07 · <span class="whole">TM-2026-00614</span>: kurang</small>',
  )
})

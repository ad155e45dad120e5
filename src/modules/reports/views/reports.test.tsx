import { expect, test } from 'vitest'
import { plainList } from '../../../web/list/list.ts'
import { readList } from '../../../web/list/read.ts'
import { renderPart } from '../../../web/page.tsx'
import type { Viewer } from '../../../web/viewer.ts'
import { words } from '../words.ts'
import { type CycleResult, ReportList } from './reports.tsx'

const asked = readList(plainList, new URL('http://sinergi/laporan'))
const cycle: CycleResult = { id: 'c', name: 'Evaluasi 2025', phase: 'closed', submitted: 3, assignments: 4, kpu: 80, partner: null }

test.each([
  { locale: 'id' as const, mayMake: false, cycles: [cycle] },
  { locale: 'id' as const, mayMake: false, cycles: [] },
  { locale: 'id' as const, mayMake: true, cycles: [cycle] },
  { locale: 'id' as const, mayMake: true, cycles: [] },
  { locale: 'en' as const, mayMake: false, cycles: [cycle] },
  { locale: 'en' as const, mayMake: true, cycles: [] },
])('without reports nobody is sent to what is not there: %o', ({ locale, mayMake, cycles }) => {
  const viewer: Viewer = { locale, zone: 'Asia/Jakarta', today: '2026-11-21' }
  const list = { reports: [], cycles, previous: null, next: null, asked, mayMake }
  const page = renderPart(viewer, <ReportList {...list} shared={mayMake ? null : []} makers={['Euis Komariah']} />)
  const w = words[locale]
  const advised = page.includes(w.noneHint.replaceAll('"', '&quot;')) || page.includes(w.noneHint)
  expect(advised).toBe(mayMake && cycles.length > 0)
  expect(page.includes('href="/laporan/baru"')).toBe(advised)
  expect(page.includes(w.dashboardsHint)).toBe(!mayMake && cycles.length > 0)
  expect(page.includes(w.noneShared)).toBe(!mayMake)
  expect(page.includes('Euis Komariah')).toBe(!mayMake)
  expect(page.includes(w.noneYetHint)).toBe(mayMake && !cycles.length)
})

test('a cycle says what was answered and what both sides scored, with the way to its dashboard', () => {
  const viewer: Viewer = { locale: 'id', zone: 'Asia/Jakarta', today: '2026-11-21' }
  const list = { reports: [], cycles: [cycle], previous: null, next: null, asked, mayMake: true, shared: null, makers: [] }
  const page = renderPart(viewer, <ReportList {...list} />)
  expect(page).toContain('3 dari 4 isian terkirim (75%) · skor KPU 80,0, mitra –')
  expect(page).toMatch(/href="\/laporan\/dasbor\/c"[^>]*>Evaluasi 2025/)
})

import { expect, test } from 'vitest'
import { renderPart } from '../../../web/page.tsx'
import { Dumbbell } from '../../../web/ui/charts/dumbbell.tsx'
import type { Viewer } from '../../../web/viewer.ts'
import type { Figures } from '../schema.ts'
import { words } from '../words.ts'
import { ItemScores, scoreCharts } from './scores.tsx'

const viewer: Viewer = { locale: 'id', zone: 'Asia/Jakarta', today: '2026-11-21' }
const items = Array.from({ length: 9 }, (_, at) => ({
  key: `${at}`,
  label: `Butir ${at}`,
  kpu: 90 - at,
  partner: 50,
  nKpu: 7,
  nPartner: 7,
}))
const figures = (most: number) =>
  ({
    cycle: { id: 'c', closed: true },
    previous: null,
    names: { classes: [] },
    scoresByClass: [{ class: 'ministry', kpu: 80, partner: 70, both: 7, forms: 14 }],
    scoresByItem: items.slice(0, most),
  }) as unknown as Figures
const dashboard = (most: number) => renderPart(viewer, <div>{scoreCharts(figures(most), words.id).map(({ node }) => node)}</div>)
const named = (page: string) => items.map(({ label }) => label).filter(label => page.includes(label))

test('the dashboard has the questions that both sides see most differently, and leads to all of them', () => {
  expect(named(dashboard(9))).toEqual(items.slice(0, 5).map(({ label }) => label))
  expect(dashboard(9)).toContain('href="/laporan/dasbor/c/butir"')
  expect(dashboard(5)).not.toContain('/butir"')
  expect(named(renderPart(viewer, <ItemScores figures={figures(9)} />))).toHaveLength(9)
})

const one = (side: 'kpu' | 'partner', pairs = 0) =>
  ({
    ...figures(9),
    scoresByItem: items.map((row, at) => (at < pairs ? row : { ...row, [side === 'kpu' ? 'partner' : 'kpu']: null })),
  }) as Figures
const drawn = (some: Figures) => renderPart(viewer, <ItemScores figures={some} most={6} />)

test('of one side alone, or of fewer than three pairs, there is a table and no word of how far apart they lie', () => {
  const page = drawn(one('kpu'))
  expect(page).toContain('Hanya KPU yang memberi skor.')
  expect(page).not.toMatch(/<svg|berbeda|Selisih|Mitra</)
  expect([...page.matchAll(/<th scope="col"[^>]*>([^<]*)/g)].map(([, head]) => head)).toEqual(['Pertanyaan', 'KPU'])
  expect(drawn(one('partner'))).toContain('Hanya mitra yang memberi skor.')
  expect(drawn(one('kpu', 2))).toMatch(/Hanya 2 yang diberi skor oleh kedua pihak.*Selisih/)
  expect(drawn(one('kpu', 3))).toMatch(/<svg.*yang paling berbeda di atas|yang paling berbeda di atas.*<svg/)
})

test('a legend has only what is drawn', () => {
  const page = renderPart(viewer, <ItemScores figures={one('kpu', 3)} />)
  expect(page.match(/<\/svg>Mitra<\/li>/g)).toHaveLength(1)
  const last = renderPart(
    viewer,
    <Dumbbell title="" description="" categories="" sides={['KPU', 'Mitra']} pairs={[{ label: 'Waktu', first: 80, second: null }]} />,
  )
  expect(last).toContain('</svg>KPU</li>')
  expect(last).not.toContain('</svg>Mitra</li>')
})

test('the page of all questions does not say its name again above the first picture', () => {
  const page = renderPart(viewer, <ItemScores figures={figures(9)} />)
  expect(page).not.toContain('<b>Skor kedua pihak')
  expect(page).toContain('<title>Skor kedua pihak menurut pertanyaan</title>')
  expect(dashboard(9)).toContain('<b>Skor kedua pihak menurut pertanyaan</b>')
})

import { expect, test } from 'vitest'
import { renderPart } from '../../../web/page.tsx'
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
  expect(named(dashboard(9))).toEqual(items.slice(0, 6).map(({ label }) => label))
  expect(dashboard(9)).toContain('href="/laporan/dasbor/c/butir"')
  expect(dashboard(6)).not.toContain('/butir"')
  expect(named(renderPart(viewer, <ItemScores figures={figures(9)} />))).toHaveLength(9)
})

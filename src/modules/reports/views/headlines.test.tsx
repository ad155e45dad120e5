import { expect, test } from 'vitest'
import { renderPart } from '../../../web/page.tsx'
import type { Viewer } from '../../../web/viewer.ts'
import type { Figures } from '../schema.ts'
import { Headlines } from './headlines.tsx'

const viewer: Viewer = { locale: 'id', zone: 'Asia/Jakarta', today: '2026-11-21' }
const figures = {
  cycle: { id: 'c', closed: true },
  totals: { targets: 20, submitted: 14, bothSubmitted: 6, kpuScore: 80, partnerScore: 78, overdue: 2 },
  previous: null,
  scoresByItem: [{ key: 'a', label: 'Tepat waktu', kpu: 80, partner: 70, nKpu: 7, nPartner: 7 }],
  obstaclesByCategory: [{ category: 'budget', label: 'Anggaran', count: 6 }],
} as unknown as Figures

test('each sentence on what the figures say is one link, from its first word to its last', () => {
  const page = renderPart(viewer, <Headlines figures={figures} />)
  const lines = [...page.matchAll(/<li>(.*?)<\/li>/g)].map(([, line]) => line!)
  expect(lines).toHaveLength(5)
  expect(lines.filter(line => !/^<a [^>]+>[^<]+<\/a>$/.test(line))).toEqual([])
})

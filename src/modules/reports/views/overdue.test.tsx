import { expect, test } from 'vitest'
import { renderPart } from '../../../web/page.tsx'
import type { Viewer } from '../../../web/viewer.ts'
import { Overdue } from './overdue.tsx'

const viewer: Viewer = { locale: 'id', zone: 'Asia/Jakarta', today: '2026-11-21' }
const drawn = (unfinished: number, followUps: number) =>
  renderPart(viewer, <Overdue overdue={0} unfinished={unfinished} followUps={followUps} href="/tindak-lanjut" />).replace(/<[^>]+>/g, ' ')

test('none overdue of none is said in words', () => {
  expect(drawn(0, 0)).toContain('Belum ada tindak lanjut')
  expect(drawn(0, 3)).toContain('Semua tindak lanjut selesai atau dibatalkan')
  expect(drawn(0, 3)).not.toMatch(/dari\s+0/)
  expect(drawn(2, 3)).toMatch(/0\s+dari 2 yang belum selesai/)
})

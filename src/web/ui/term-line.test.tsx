import { expect, test } from 'vitest'
import { renderPart } from '../page.tsx'
import { TermLine } from './term-line.tsx'

const term = (today: string, mark?: { day: string; label: string }) =>
  renderPart({ locale: 'id', zone: 'Asia/Jakarta', today }, <TermLine from="2026-01-01" to="2026-12-31" label="Jangka waktu" mark={mark} />)

test('today is written at its own day, turned inward near both ends, and not outside of the term', () => {
  const word = (today: string) => /<text x="([^"]*)" dx="([^"]*)" y="13" text-anchor="([^"]*)">Hari ini</.exec(term(today))?.slice(1)
  expect(word('2026-01-05')).toEqual(['1.1%', '-14', 'start'])
  expect(word('2026-07-02')).toEqual(['50%', '0', 'middle'])
  expect(word('2026-12-20')).toEqual(['97%', '14', 'end'])
  expect(word('2027-01-05')).toBeUndefined()
})

test('a marked day is told below the line, beside its mark', () => {
  expect(term('2026-07-02', { day: '2026-10-02', label: 'Segera berakhir mulai 2 Okt 2026' })).toMatch(
    /<svg x="75.3%".*<p class="term-key"><svg.*<\/svg>Segera berakhir mulai 2 Okt 2026<\/p>/,
  )
  expect(term('2026-07-02')).not.toContain('term-key')
})

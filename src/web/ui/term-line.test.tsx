import { expect, test } from 'vitest'
import { renderPart } from '../page.tsx'
import { TermLine } from './term-line.tsx'

const term = (today: string) =>
  renderPart({ locale: 'id', zone: 'Asia/Jakarta', today }, <TermLine from="2026-01-01" to="2026-12-31" label="Jangka waktu" />)

test('today is written at its own day, turned inward near both ends, and not outside of the term', () => {
  const word = (today: string) => /<text x="([^"]*)" y="13" text-anchor="([^"]*)">Hari ini</.exec(term(today))?.slice(1)
  expect(word('2026-01-05')).toEqual(['1.1%', 'start'])
  expect(word('2026-07-02')).toEqual(['50%', 'middle'])
  expect(word('2026-12-20')).toEqual(['97%', 'end'])
  expect(word('2027-01-05')).toBeUndefined()
})

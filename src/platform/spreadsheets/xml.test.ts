import { expect, test } from 'vitest'
import { walkXml } from './xml.ts'

function piecesOf(content: string): string[] {
  const pieces: string[] = []
  walkXml(new TextEncoder().encode(`<t>${content}</t>`), { open() {}, text: piece => pieces.push(piece) })
  return pieces
}

test('a long text is told in pieces that part no letter and no entity, wherever they end', () => {
  const long = 'aé漢😀&amp;&#233;&#x1F600;&;'.repeat(5_000)
  const said = 'aé漢😀&é😀&;'.repeat(5_000)
  for (let shift = 0; shift < 40; shift++) {
    const pieces = piecesOf('-'.repeat(shift) + long)
    expect(pieces.length).toBeGreaterThan(1)
    expect(pieces.join('') === '-'.repeat(shift) + said).toBe(true)
  }
})

test('no piece is longer than a reader can stop after', () => {
  for (const content of ['&#97;'.repeat(1_000_000), 'a'.repeat(1_000_000), '&'.repeat(1_000_000)])
    expect(Math.max(...piecesOf(content).map(({ length }) => length))).toBeLessThanOrEqual(65_536)
})

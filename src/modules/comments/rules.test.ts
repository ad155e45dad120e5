import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linked } from './rules.ts'

test.each([
  ['Lihat https://kpu.go.id/a?b=c&d=1.', ['Lihat ', 'https://kpu.go.id/a?b=c&d=1', '.']],
  ['(https://kpu.go.id/x)', ['(', 'https://kpu.go.id/x', ')']],
  ['https://id.wikipedia.org/wiki/Pemilu_(2024)', ['https://id.wikipedia.org/wiki/Pemilu_(2024)']],
  ['Satu http://a.id, dua http://b.id!', ['Satu ', 'http://a.id', ', dua ', 'http://b.id', '!']],
])('%j is read as text and links', (text, parts) => {
  expect(linked(text).map(part => (typeof part === 'string' ? part : part.label))).toEqual(parts)
})

test.each([
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'https://kpu.go.id@jahat.example/',
  'https://',
  'ftp://kpu.go.id',
])('%j is not to be pressed', text => {
  expect(linked(text)).toEqual([text])
})

test('an address that nothing opens is text, and what ends a sentence is taken off however much it is', () => {
  const [long, signs] = [`https://kpu.go.id/${'a'.repeat(2000)}`, '.,'.repeat(1000)]
  expect(linked(long)).toEqual([long])
  expect(linked(`http://a.id${signs}`).map(part => (typeof part === 'string' ? part : part.label))).toEqual(['http://a.id', signs])
})

test('a long run of signs within an address costs its length, not its square', () => {
  for (const signs of ['.,', ')]']) {
    const text = `http://a.id/${signs.repeat(200_000)}z`
    expect(linked(text)).toEqual([text])
  }
})

test('nothing of a text is lost, and only web addresses lead anywhere', () => {
  const piece = fc.oneof(fc.string(), fc.webUrl(), fc.constantFrom('https://', '"><script>', 'http://a.id/)', ' ', '\n', '@'))
  fc.assert(
    fc.property(fc.array(piece), pieces => {
      const text = pieces.join('')
      const parts = linked(text)
      expect(parts.map(part => (typeof part === 'string' ? part : part.label)).join('')).toBe(text)
      for (const part of parts) if (typeof part !== 'string') expect(part.href).toMatch(/^https?:\/\/[^\s<>"'@]/)
    }),
  )
})

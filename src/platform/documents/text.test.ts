import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printable, printableAll } from './text.ts'

test('ordinary text in any language stays as it is', () => {
  for (const text of ['Pasal 5 ayat (1) – “ya”', 'مرحبا', '漢字 😀', 'a\nb', "=cmd|' /C calc'!A0", '<script>', '{tag}']) {
    expect(printable(text)).toBe(text)
  }
})

test('what no document can hold becomes a visible mark, line ends become one kind, and direction marks go', () => {
  expect(printable('a\u0000b\u0007c\ud800d\uffffe\ufdd0f')).toBe('a�b�c�d�e�f')
  expect(printable('a\r\nb\rc\u2028d\ve')).toBe('a\nb\nc\nd\ne')
  expect(printable('gaji\u202Efdp.exe\u2066x\ufeff')).toBe('gajifdp.exex')
  expect(printable('a\tb')).toBe('a b')
  expect(printable('e\u0301 \u0301\u0651x')).toBe('é �x')
})

test('any text becomes text that XML 1.0 can hold, and stays so', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const once = printable(text)
      expect(once).toMatch(/^[\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u)
      expect(printable(once)).toBe(once)
    }),
  )
})

test('every string of a value is reached, and nothing else changes', () => {
  expect(printableAll({ a: ['\u0000', 1, null], b: { c: 'x\r\n', d: true } })).toEqual({ a: ['�', 1, null], b: { c: 'x\n', d: true } })
  expect(printableAll({ total: 'Jumlah', of: (n: number) => `dari ${n}` })).toEqual({ total: 'Jumlah' })
})

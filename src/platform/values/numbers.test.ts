import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNumber, typedNumber } from './numbers.ts'

test.each<[string, number | 'unclear' | 'none']>([
  ['1.000', 1000],
  ['1.000.000', 1_000_000],
  ['1000', 1000],
  ['1,5', 1.5],
  ['0,125', 0.125],
  ['1.000,50', 1000.5],
  ['1 000', 1000],
  ['1\u00a0000\u202f000', 1_000_000],
  ['-2,5', -2.5],
  ['\u22122', -2],
  [' 12 ', 12],
  ['007', 7],
  ['١٢', 12],
  ['１２', 12],
  ['१२', 12],
  ['𞥑𞥒', 12],
  ['1,000', 'unclear'],
  ['1,234', 'unclear'],
  ['1,000.50', 'unclear'],
  ['1.5', 'unclear'],
  ['1.00', 'unclear'],
  ['0.125', 'unclear'],
  ['1.0000', 'unclear'],
  ['1.000 000', 'unclear'],
  ['1.00.000', 'unclear'],
  ['1,2,3', 'unclear'],
  ['5,', 'unclear'],
  [',5', 'none'],
  ['1e3', 'none'],
  ['0x10', 'none'],
  ['Infinity', 'none'],
  ['12 orang', 'none'],
  ['dua', 'none'],
  ['', 'none'],
  ['--1', 'none'],
  ['1234567890123456', 'none'],
])('%j reads as %j', (typed, read) => {
  expect(readNumber(typed)).toBe(read)
})

test('a number in a field reads as itself, and as Indonesians write it', () => {
  expect([1000, 1.5, 1.234, -0.25, 1_000_000].map(typedNumber)).toEqual(['1000', '1,5', '1,2340', '-0,25', '1000000'])
  fc.assert(
    fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.nat(4), (whole, decimals) => {
      const number = whole / 10 ** decimals
      expect(readNumber(typedNumber(number))).toBe(number)
    }),
  )
})

test('whatever reads as a number is written again without another meaning: its digits are the ones that were typed', () => {
  const typed = fc.string({ unit: fc.constantFrom('0', '1', '5', '9', '.', ',', ' ', '-', '٣'), maxLength: 12 })
  fc.assert(
    fc.property(typed, text => {
      const read = readNumber(text)
      if (typeof read !== 'number') return
      const [whole = '', decimals = ''] = text.replaceAll('٣', '3').replace(/[. -]/g, '').split(',')
      expect(Math.abs(read)).toBe(Number(`${whole}.${decimals || '0'}`))
    }),
    { numRuns: 2000 },
  )
})

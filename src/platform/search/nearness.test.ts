import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slipsBetween, slipsOf } from './nearness.ts'

test('slips are counted as people make them', () => {
  for (const [typed, word, slips] of [
    ['sosialisasi', 'sosialisasi', 0],
    ['sosialisai', 'sosialisasi', 1],
    ['pertukran', 'pertukaran', 1],
    ['kmapus', 'kampus', 1],
    ['angaran', 'anggaran', 1],
    ['petrukran', 'pertukaran', 2],
    ['tahapan', 'tahunan', 2],
  ] as const)
    expect([typed, word, slipsBetween(typed, word, 3)]).toEqual([typed, word, slips])
  expect(slipsBetween('dan', 'penyelenggara', 3)).toBe(4)
})

test('the words one slip away are precisely those that are counted so', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abc'), minLength: 3, maxLength: 6 })
  fc.assert(
    fc.property(letters, letters, (typed, word) => {
      expect(slipsOf(typed).includes(word)).toBe(typed !== word && slipsBetween(typed, word, 1) === 1)
    }),
    { numRuns: 500 },
  )
})

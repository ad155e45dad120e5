import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnsOf, laidOut } from './two-columns.tsx'

test('both columns end about level, each in the order of its parts, the first part in the first column', () => {
  expect(columnsOf([540, 590, 670, 670, 900])).toEqual([
    [0, 1, 2],
    [3, 4],
  ])
  expect(columnsOf([300, 900, 900, 300])).toEqual([
    [0, 1],
    [2, 3],
  ])
  expect(columnsOf([900, 900, 300, 300])).toEqual([
    [0, 3],
    [1, 2],
  ])
  expect(columnsOf([])).toEqual([[], []])
  const even = columnsOf([650, 680, 650, 680])
  expect(even).toEqual([
    [0, 1],
    [2, 3],
  ])
  expect(laidOut([650, 680, 650, 680, 545])).toEqual({ columns: even, across: 4 })
  expect(laidOut([650, 680, 650, 680])).toEqual({ columns: even, across: null })
  expect(laidOut([650, 300])).toEqual({ columns: [[0], [1]], across: null })
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 50, max: 900 }), { minLength: 1, maxLength: 8 }), heights => {
      const columns = columnsOf(heights)
      expect(columns.flat().toSorted((a, b) => a - b)).toEqual(heights.map((_, at) => at))
      expect(columns[0][0]).toBe(0)
      expect(columns.every(column => column.every((at, place) => place === 0 || at > column[place - 1]!))).toBe(true)
      const [first, second] = columns.map(column => column.reduce((sum, at) => sum + heights[at]!, 0)) as [number, number]
      expect(Math.abs(first - second)).toBeLessThanOrEqual(Math.max(...heights) + 240)
    }),
  )
})

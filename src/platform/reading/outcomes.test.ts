import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type JudgedOutcome, judgeOutcomes, type KeyedRow } from './outcomes.ts'

const row = (place: number, key: string, values: KeyedRow['values'], problems: string[] = []): KeyedRow => ({
  place,
  key,
  values,
  problems,
})

test('a later row of a key is compared with what was said of it so far', () => {
  const rows = [
    row(2, 'a', { email: 'x', phones: ['1'] }),
    row(3, 'a', { email: null, phones: [] }),
    row(4, 'a', { email: 'y', phones: [] }),
    row(5, 'a', { email: 'x', phones: ['1'] }, ['bad']),
    row(6, 'a', { email: 'y', phones: ['1'] }),
    row(7, 'b', { email: null, phones: [] }, ['bad']),
    row(8, 'b', { email: null, phones: [] }),
  ]
  expect(judgeOutcomes(rows).map(({ outcome, of, news }) => [outcome, of, news])).toEqual([
    ['ready', null, []],
    ['duplicate', 2, []],
    ['update', 2, ['email']],
    ['attention', null, []],
    ['duplicate', 2, []],
    ['attention', null, []],
    ['ready', null, []],
  ])
})

test('what is known already is no row of the file', () => {
  expect(judgeOutcomes([row(2, 'a', { x: 1 }), row(3, 'a', { x: 2 })], new Map([['a', { x: 1 }]]))).toEqual([
    { outcome: 'duplicate', of: null, news: [] },
    { outcome: 'update', of: 2, news: ['x'], from: { x: 1 } },
  ])
})

test('a file that is brought again changes nothing, though an earlier row of it is old by now', () => {
  const rows = [row(2, 'a', { x: 1, y: null }), row(3, 'a', { x: 2, y: 5 }), row(4, 'b', { x: 1, y: 1 })]
  const known = new Map([['a', { x: 2, y: 5 }]])
  expect(judgeOutcomes(rows, known).map(({ outcome }) => outcome)).toEqual(['duplicate', 'duplicate', 'ready'])
})

/** The same, looking back over all rows above for each row. */
function lookingBack(rows: readonly KeyedRow[]): Pick<JudgedOutcome, 'outcome' | 'of'>[] {
  return rows.map((each, at) => {
    if (each.problems.length) return { outcome: 'attention', of: null }
    const above = rows.slice(0, at).filter(other => other.key === each.key && !other.problems.length)
    if (!above.length) return { outcome: 'ready', of: null }
    const isNew = Object.entries(each.values).some(
      ([name, value]) => value !== null && value !== (above.findLast(other => other.values[name] !== null)?.values[name] ?? null),
    )
    return { outcome: isNew ? 'update' : 'duplicate', of: above[0]!.place }
  })
}

test('judged in one pass or by looking back at every row, outcomes are the same', () => {
  const value = fc.constantFrom(null, 1, 2)
  const rows = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), value, value, fc.constantFrom(0, 0, 0, 1)), { maxLength: 30 })
  fc.assert(
    fc.property(rows, drawn => {
      const keyed = drawn.map(([key, x, y, bad], at) => row(at + 2, key, { x, y }, bad ? ['bad'] : []))
      expect(judgeOutcomes(keyed).map(({ outcome, of }) => ({ outcome, of }))).toEqual(lookingBack(keyed))
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Condition, comparisonsIn, deepest, holds, renamed, shownKeys, type Value, valueFrom } from './conditions.ts'

const reading = (answers: Record<string, Value>) => (key: string) => (Object.hasOwn(answers, key) ? answers[key] : undefined)
const check = (condition: unknown, answers: Record<string, Value> = {}) => holds(condition, reading(answers))

test('any condition and any answers give true or false', () => {
  const anything = fc.oneof(
    fc.anything(),
    fc.json().map(text => JSON.parse(text)),
  )
  const hostile = fc.letrec(tie => ({
    tree: fc.oneof(
      { maxDepth: 12 },
      fc.record({
        q: fc.oneof(fc.constantFrom('a', '__proto__', 'constructor'), fc.string()),
        op: fc.oneof(fc.constantFrom('eq', 'ne', 'in', 'has', 'lt', 'le', 'gt', 'ge', 'answered'), fc.string()),
        v: anything,
      }),
      fc.record({ all: fc.oneof(fc.array(tie('tree')), anything) }),
      fc.record({ any: fc.oneof(fc.array(tie('tree')), anything) }),
      fc.record({ not: tie('tree') }),
    ),
  })).tree
  fc.assert(
    fc.property(fc.oneof(anything, hostile), anything, (condition, value) => {
      expect(typeof holds(condition, () => value as Value)).toBe('boolean')
    }),
    { numRuns: 1000 },
  )
})

test('a nesting too deep is false, however deep it goes', () => {
  const nested = (times: number) => Array.from({ length: times }).reduce<unknown>(inner => ({ any: [inner] }), { q: 'a', op: 'answered' })
  expect(check(nested(deepest), { a: 'x' })).toBe(true)
  expect(check(nested(deepest + 1), { a: 'x' })).toBe(false)
  expect(check(nested(100_000), { a: 'x' })).toBe(false)
})

test('each comparison, with and without an answer', () => {
  const cases: [Condition, Value | undefined, boolean][] = [
    [{ q: 'a', op: 'eq', v: 'part' }, 'part', true],
    [{ q: 'a', op: 'eq', v: 'part' }, undefined, false],
    [{ q: 'a', op: 'ne', v: 'part' }, 'none', true],
    [{ q: 'a', op: 'ne', v: 'part' }, undefined, true],
    [{ q: 'a', op: 'in', v: ['part', 'none'] }, 'none', true],
    [{ q: 'a', op: 'in', v: ['part', 'none'] }, 'full', false],
    [{ q: 'a', op: 'in', v: ['x', 'y'] }, ['z', 'y'], true],
    [{ q: 'a', op: 'has', v: 'x' }, ['z', 'x'], true],
    [{ q: 'a', op: 'has', v: 'x' }, undefined, false],
    [{ q: 'a', op: 'eq', v: 'x' }, ['x'], true],
    [{ q: 'a', op: 'eq', v: 'x' }, ['x', 'y'], false],
    [{ q: 'a', op: 'ge', v: 3 }, '3', true],
    [{ q: 'a', op: 'ge', v: 3 }, '2', false],
    [{ q: 'a', op: 'lt', v: 10 }, 9, true],
    [{ q: 'a', op: 'lt', v: 10 }, undefined, false],
    [{ q: 'a', op: 'not a comparison' } as never, 'x', false],
    [{ q: 'a', op: 'le', v: '2025-03-01' }, '2025-02-28', true],
    [{ q: 'a', op: 'gt', v: '2025-03-01' }, '2025-02-28', false],
    [{ q: 'a', op: 'eq', v: 5 }, '5', true],
    [{ q: 'a', op: 'answered' }, 0, true],
    [{ q: 'a', op: 'answered' }, [], false],
    [{ q: 'a', op: 'answered' }, '', false],
  ]
  for (const [condition, answer, expected] of cases)
    expect([condition, answer, check(condition, answer === undefined ? {} : { a: answer })]).toEqual([condition, answer, expected])
})

test('all, any and not join as they say; no part at all is true for all and false for any', () => {
  const [yes, no] = [
    { q: 'a', op: 'answered' },
    { q: 'b', op: 'answered' },
  ]
  expect(
    [{ all: [yes, yes] }, { all: [yes, no] }, { any: [no, yes] }, { any: [no, no] }, { not: no }, { all: [] }, { any: [] }].map(each =>
      check(each, { a: 'x' }),
    ),
  ).toEqual([true, false, true, false, true, true, false])
})

test('a hidden field counts as unanswered for the fields after it', () => {
  const fields = [{ key: 'a' }, { key: 'b', showIf: { q: 'a', op: 'eq', v: 'yes' } }, { key: 'c', showIf: { q: 'b', op: 'answered' } }]
  expect([...shownKeys(fields, reading({ a: 'yes', b: 'x' }))]).toEqual(['a', 'b', 'c'])
  expect([...shownKeys(fields, reading({ a: 'no', b: 'x' }))]).toEqual(['a'])
})

test('the texts of a form become values, the same on the server and in the browser', () => {
  expect(valueFrom('number', ['12'])).toBe(12)
  expect(valueFrom('number', ['1,5'])).toBe(1.5)
  expect(valueFrom('number', ['1.000'])).toBe(1000)
  expect(valueFrom('number', ['1,000'])).toBe('1,000')
  expect(valueFrom('number', ['dua'])).toBe('dua')
  expect(valueFrom('multi', ['a', '', 'b', 'a'])).toEqual(['a', 'b'])
  expect(valueFrom('longtext', ['  satu\r\ndua  '])).toBe('satu\ndua')
  expect(valueFrom('single', [''])).toBeUndefined()
  expect(valueFrom('file', [])).toBeUndefined()
})

test('renaming reaches every comparison and nothing else', () => {
  const condition: Condition = { all: [{ q: 'a', op: 'answered' }, { not: { any: [{ q: 'b', op: 'in', v: ['a', 'b'] }] } }] }
  expect(comparisonsIn(renamed(condition, q => `${q}@1`))).toEqual([
    { q: 'a@1', op: 'answered' },
    { q: 'b@1', op: 'in', v: ['a', 'b'] },
  ])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acknowledge, apply, type Changes, change, decide, rebase, same } from './draft-merge.ts'

const texts = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 })
const names = fc.constantFrom('x', 'y', 'z')

test('a change that goes back to where it began is forgotten', () => {
  const once = change({}, 'x', ['b'], ['a'], 1)
  expect(once).toEqual({ x: { value: ['b'], base: ['a'], at: 1 } })
  expect(change(once, 'x', ['c'], ['a'], 2)).toEqual({ x: { value: ['c'], base: ['a'], at: 2 } })
  expect(change(once, 'x', ['a'], ['a'], 2)).toEqual({})
})

test('what the server still shows as it was gets the device’s value back', () => {
  const { restore, conflicts } = rebase({ x: { value: ['b'], base: ['a'], at: 1 } }, { x: ['a'], y: ['z'] })
  expect([restore, conflicts]).toEqual([{ x: ['b'] }, {}])
})

test('what somebody else changed is asked about, and neither value is lost', () => {
  const held: Changes = { x: { value: ['b'], base: ['a'], at: 1 } }
  expect(rebase(held, { x: ['c'] })).toEqual({ restore: {}, conflicts: { x: ['c'] }, kept: held })
})

test('no value ever disappears: each change is kept, or the server shows the same', () => {
  const held = fc.dictionary(names, fc.record({ value: texts, base: texts, at: fc.nat() }))
  fc.assert(
    fc.property(held, fc.dictionary(names, texts), (changes, shown) => {
      const { restore, conflicts, kept } = rebase(changes, shown)
      for (const [name, { value, base }] of Object.entries(changes)) {
        const now = shown[name]
        expect(kept[name] !== undefined || (now !== undefined && same(value, now))).toBe(true)
        expect(restore[name]).toEqual(now && !same(value, now) && same(base, now) ? value : undefined)
        expect(conflicts[name]).toEqual(now && !same(value, now) && !same(base, now) ? now : undefined)
      }
    }),
  )
})

test('after sending, what was typed meanwhile remains, from what the server now has', () => {
  const sent: Changes = { x: { value: ['b'], base: ['a'], at: 1 }, y: { value: ['q'], base: [], at: 1 } }
  const now: Changes = { ...sent, x: { value: ['bc'], base: ['a'], at: 2 } }
  expect(acknowledge(now, sent)).toEqual({ x: { value: ['bc'], base: ['b'], at: 2 } })
})

test('typing in any order and sending at any moment ends with what was typed last', () => {
  const steps = fc.array(fc.oneof(fc.record({ name: names, value: texts }), fc.constant('send' as const)), { maxLength: 20 })
  fc.assert(
    fc.property(steps, all => {
      const server: Record<string, readonly string[]> = { x: [], y: [], z: [] }
      const typed: Record<string, readonly string[]> = { ...server }
      let changes: Changes = {}
      for (const [at, step] of [...all, 'send' as const].entries()) {
        if (step === 'send') {
          for (const [name, { value }] of Object.entries(changes)) server[name] = value
          changes = acknowledge(changes, changes)
        } else {
          typed[step.name] = step.value
          changes = change(changes, step.name, step.value, server[step.name]!, at)
        }
      }
      expect(server).toEqual(typed)
      expect(changes).toEqual({})
    }),
  )
})

test('two tabs that hear of the same events stand at the same place', () => {
  const start = { rev: '1', shown: { x: ['a'] }, changes: {}, unchosen: [] }
  const held = { value: ['b'], base: ['a'], at: 1 }
  const typed = apply(start, { name: 'x', held })
  expect(typed).toEqual({ rev: '1', shown: { x: ['a'] }, changes: { x: held }, unchosen: [] })
  expect(apply(typed, { rev: '2', settled: { x: held } })).toEqual({ rev: '2', shown: { x: ['b'] }, changes: {}, unchosen: [] })
  expect(apply(typed, { name: 'x', held: undefined })).toEqual(start)
})

test('choosing one’s own value sends it on from theirs; choosing theirs leaves it for the history', () => {
  const state = { rev: '3', shown: { x: ['a'] }, changes: { x: { value: ['b'], base: ['a'], at: 1 } }, unchosen: [] }
  const after = (chosen: 'mine' | 'theirs') => apply(state, decide(state, 'x', ['c'], chosen))
  expect(after('mine')).toEqual({ ...state, shown: { x: ['c'] }, changes: { x: { value: ['b'], base: ['c'], at: 1 } } })
  const lost = { name: 'x', value: ['b'], at: 1 }
  expect(after('theirs')).toEqual({ rev: '3', shown: { x: ['c'] }, changes: {}, unchosen: [lost] })
  expect(apply(after('theirs'), { told: [lost] }).unchosen).toEqual([])
})

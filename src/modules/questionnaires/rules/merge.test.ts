import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Value } from '../../../platform/values/conditions.ts'
import { changedUnseen, mergeAnswers, readSeen, type Seen, type StoredAnswer, same, seenAfter, seenText } from './merge.ts'

/** A server in a few lines: every value a question ever had, and who sees what. */
type Screen = { seen: Seen; shown: Record<string, Value | null>; told: Set<string> }
type History = Map<string, { value: Value | null; rev: number; by: string }[]>
const storedFor = (history: History, who: string): Map<string, StoredAnswer> =>
  new Map(
    [...history].map(([key, states]) => [key, { value: states.at(-1)!.value, rev: states.at(-1)!.rev, mine: states.at(-1)!.by === who }]),
  )
const seenRev = (seen: Seen, key: string) => Math.max(seen.all, seen.keys[key] ?? 0)
const valueAt = (history: History, key: string, rev: number): Value | null =>
  (history.get(key) ?? []).filter(state => state.rev <= rev).at(-1)?.value ?? null

const keys = ['a', 'b', 'c'] as const
const value = fc.constantFrom<Value | null>('x', 'y', null, ['x', 'y'], 3)
const step = fc.record({
  who: fc.constantFrom('sari', 'budi'),
  edits: fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 3 }),
  whole: fc.boolean(),
  reload: fc.boolean(),
})

test('whatever two people do, nobody overwrites what they have not seen, and nothing of theirs is lost without being told', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), steps => {
      const history: History = new Map()
      let rev = 0
      const screens: Record<string, Screen> = {}
      const load = (): Screen => ({
        told: new Set(),
        seen: { all: rev, keys: {} },
        shown: Object.fromEntries(keys.map(key => [key, valueAt(history, key, rev)])),
      })
      for (const { who, edits, whole, reload } of steps) {
        const screen = reload || !screens[who] ? load() : screens[who]
        screens[who] = screen
        screen.shown = { ...screen.shown, ...edits }
        const given = whole ? screen.shown : edits
        const stored = storedFor(history, who)
        const outcome = mergeAnswers(stored, key => valueAt(history, key, seenRev(screen.seen, key)), given, { seen: screen.seen, whole })
        for (const [key, changed] of Object.entries(outcome.changes)) {
          const now = stored.get(key)
          expect(!now || now.mine || now.rev <= seenRev(screen.seen, key)).toBe(true)
          history.set(key, [...(history.get(key) ?? []), { value: changed, rev: rev + 1, by: who }])
        }
        if (Object.keys(outcome.changes).length) rev++
        for (const [key, sent] of Object.entries(edits)) {
          const kept = valueAt(history, key, rev)
          const untouched = whole && same(sent, valueAt(history, key, seenRev(screen.seen, key)))
          expect(same(kept, sent) || outcome.conflicts.includes(key) || untouched).toBe(true)
        }
        screen.seen = readSeen(seenText(seenAfter(stored, given, outcome, screen.seen, rev)))
        for (const key of outcome.conflicts) screen.told.add(key)
        for (const key of keys)
          if ((history.get(key) ?? []).every(state => state.rev <= seenRev(screen.seen, key)))
            expect(same(screen.shown[key] ?? null, valueAt(history, key, rev)) || screen.told.has(key)).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})

test('different questions merge silently, the same one is a conflict, and after seeing it the choice stands', () => {
  const stored = new Map<string, StoredAnswer>([
    ['a', { value: 'theirs', rev: 2, mine: false }],
    ['b', { value: 'old', rev: 1, mine: false }],
  ])
  const seen = { all: 1, keys: {} }
  const given = { a: 'mine', b: 'new' }
  const first = mergeAnswers(stored, () => null, given, { seen, whole: false })
  expect(first).toEqual({ changes: { b: 'new' }, conflicts: ['a'] })
  const after = seenAfter(stored, given, first, seen, 3)
  expect(mergeAnswers(stored, () => null, { a: 'mine' }, { seen: after, whole: false })).toEqual({ changes: { a: 'mine' }, conflicts: [] })
})

test('in a whole form, what the sender did not touch stays as another left it', () => {
  const stored = new Map<string, StoredAnswer>([['a', { value: 'theirs', rev: 2, mine: false }]])
  expect(mergeAnswers(stored, () => 'old', { a: 'old' }, { seen: { all: 1, keys: {} }, whole: true })).toEqual({
    changes: {},
    conflicts: [],
  })
  expect(changedUnseen(stored, { all: 1, keys: {} })).toEqual(['a'])
})

test('one’s own lost reply is no conflict, and what cannot be read counts as having seen nothing', () => {
  const stored = new Map<string, StoredAnswer>([['a', { value: 'first', rev: 2, mine: true }]])
  expect(mergeAnswers(stored, () => null, { a: 'second' }, { seen: { all: 1, keys: {} }, whole: false })).toEqual({
    changes: { a: 'second' },
    conflicts: [],
  })
  expect(readSeen('nonsense <b>:2 c:x')).toEqual({ all: 0, keys: { '<b>': 2 } })
  expect(readSeen(seenText({ all: 4, keys: { 'obligation@o': 6 } }))).toEqual({ all: 4, keys: { 'obligation@o': 6 } })
})

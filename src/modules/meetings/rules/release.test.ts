import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Part, Session } from '../schema/programmes.ts'
import { changesBetween, isMassRemoval, touchedBy } from './release.ts'

const part = (personId: string, more: Partial<Part> = {}): Part => ({
  id: `part of ${personId}`,
  role: 'speaks',
  personId,
  name: personId,
  institution: null,
  involvement: 'must',
  behalfOf: null,
  readsMessage: false,
  ...more,
})
const session = (id: string, more: Partial<Session> = {}): Session => ({
  id,
  kind: 'plenary',
  title: id,
  description: null,
  class: null,
  owner: null,
  room: 'Aula',
  day: '2026-03-02',
  startsAt: '2026-03-02T02:00:00.000Z',
  endsAt: null,
  parts: [part('Ani')],
  ...more,
})

test('what is new, moved, changed and gone is told apart, and only those whom it touches are told', () => {
  const before = [session('a'), session('b', { parts: [part('Budi')] }), session('c', { parts: [part('Citra')] }), session('d')]
  const after = [
    session('a', { title: 'a, dengan judul lain' }),
    session('b', { room: 'Ruang lain', parts: [part('Budi')] }),
    session('d', { parts: [part('Ani'), part('Dewi')] }),
    session('e', { parts: [part('Eka')] }),
  ]
  const changes = changesBetween(before, after)
  expect(changes.map(({ id, kind }) => `${id} ${kind}`)).toEqual(['a changed', 'b moved', 'd changed', 'e new', 'c cancelled'])
  expect(Object.fromEntries(touchedBy(before, after, changes))).toEqual({ Budi: 1, Citra: 1, Dewi: 1, Eka: 1 })
})

const programme = fc.uniqueArray(
  fc.record({ id: fc.constantFrom(...'abcdefgh'), room: fc.constantFrom('Aula', 'Ruang 2'), who: fc.subarray(['Ani', 'Budi', 'Citra']) }),
  { selector: ({ id }) => id },
)
const sessionsOf = (rows: { id: string; room: string; who: string[] }[]) =>
  rows.map(({ id, room, who }) => session(id, { room, parts: who.map(name => part(name)) }))

test('a release of what is already released brings nothing, and each session is told of at most once', () => {
  fc.assert(
    fc.property(programme, programme, (first, second) => {
      const [before, after] = [sessionsOf(first), sessionsOf(second)]
      expect(changesBetween(before, before)).toEqual([])
      const changes = changesBetween(before, after)
      expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length)
      for (const id of 'abcdefgh') {
        const [old, now] = [before.find(each => each.id === id), after.find(each => each.id === id)]
        expect(changes.some(each => each.id === id)).toBe(JSON.stringify(old) !== JSON.stringify(now))
      }
      for (const [who, count] of touchedBy(before, after, changes)) {
        expect(count).toBeLessThanOrEqual(changes.length)
        expect([...first, ...second].some(row => row.who.includes(who))).toBe(true)
      }
    }),
  )
})

test('that many go at once is asked from three on, when it is more than a third', () => {
  const gone = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `${at}`, kind: 'cancelled' as const, title: '' }))
  expect([isMassRemoval(gone(2), 2), isMassRemoval(gone(3), 9), isMassRemoval(gone(3), 8)]).toEqual([false, false, true])
})

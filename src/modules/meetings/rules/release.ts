import { isDeepStrictEqual } from 'node:util'
import type { Change, ChangeKind, Session } from '../schema/programmes.ts'

/**
 * What a release brings, against the one before: a session is new, gone (cancelled), at another time or place (moved), or otherwise
 * changed. In the order of `after`, what is gone last.
 */
export function changesBetween(before: readonly Session[], after: readonly Session[]): Change[] {
  const was = new Map(before.map(session => [session.id, session]))
  const is = new Set(after.map(({ id }) => id))
  return [
    ...after.flatMap(session => {
      const kind = changeOf(was.get(session.id), session)
      return kind ? [{ id: session.id, kind, title: session.title }] : []
    }),
    ...before.filter(({ id }) => !is.has(id)).map(({ id, title }) => ({ id, kind: 'cancelled' as const, title })),
  ]
}

function changeOf(before: Session | undefined, after: Session): ChangeKind | null {
  if (!before) return 'new'
  if (!same(before, after, ['day', 'startsAt', 'endsAt', 'room'])) return 'moved'
  return same(before, after, ['kind', 'title', 'description', 'class', 'owner', 'parts']) ? null : 'changed'
}

const same = (a: Session, b: Session, fields: readonly (keyof Session)[]): boolean =>
  fields.every(field => isDeepStrictEqual(a[field], b[field]))

/**
 * Who is touched by a release, and by how many of its changes: those who have or had a part in what is new, moved or gone; of what was
 * changed otherwise, those whose own part is not as it was.
 */
export function touchedBy(before: readonly Session[], after: readonly Session[], changes: readonly Change[]): Map<string, number> {
  const [was, is] = [byId(before), byId(after)]
  const touched = new Map<string, number>()
  for (const { id, kind } of changes) {
    const [old, now] = [partsIn(was.get(id)), partsIn(is.get(id))]
    for (const person of new Set([...old.keys(), ...now.keys()]))
      if (kind !== 'changed' || old.get(person) !== now.get(person)) touched.set(person, (touched.get(person) ?? 0) + 1)
  }
  return touched
}

const byId = (some: readonly Session[]) => new Map(some.map(session => [session.id, session]))

/** By person, what they do in a session. */
function partsIn(session: Session | undefined): Map<string, string> {
  const parts = new Map<string, string>()
  for (const { personId, role, involvement, behalfOf, readsMessage } of session?.parts ?? [])
    if (personId) parts.set(personId, `${parts.get(personId) ?? ''}${JSON.stringify([role, involvement, behalfOf, readsMessage])}`)
  return parts
}

/** So many sessions go at once that it is asked before: three or more, and more than a third of those that were released. */
export const isMassRemoval = (changes: readonly Change[], released: number): boolean => {
  const gone = changes.filter(({ kind }) => kind === 'cancelled').length
  return gone >= 3 && gone * 3 > released
}

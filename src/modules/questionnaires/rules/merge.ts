import { isBlank, type Value } from '../../../platform/values/conditions.ts'

/**
 * What somebody has seen of the answers of one form: all changes up to the count `all`, and of some questions (or rows) later ones. Travels
 * as text, `4` or `4 coordination:6`, to be sent back with changes and not to be read.
 */
export type Seen = { all: number; keys: Readonly<Record<string, number>> }
/** A stored answer; null was taken away again. `mine`: last changed by the one who sends now. */
export type StoredAnswer = { value: Value | null; rev: number; mine: boolean }
export type Given = Readonly<Record<string, Value | null>>

export const seenText = ({ all, keys }: Seen): string => [all, ...Object.entries(keys).map(([key, rev]) => `${key}:${rev}`)].join(' ')

/** Reads it back; what is none counts as having seen nothing, so nothing is overwritten unseen. */
export function readSeen(text: string): Seen {
  const [all = '', ...keys] = text.split(' ')
  const pairs = keys.map(pair => pair.split(':')).filter(([key, rev]) => key && /^\d{1,9}$/.test(rev ?? ''))
  return { all: /^\d{1,9}$/.test(all) ? Number(all) : 0, keys: Object.fromEntries(pairs.map(([key, rev]) => [key!, Number(rev)])) }
}

/** The last change that was seen of an answer, or of one row of a table: that of its whole table counts too. */
export const revSeen = ({ all, keys }: Seen, name: string): number =>
  Math.max(all, ...[name, name.replace(/\[.*$/, '')].map(key => (Object.hasOwn(keys, key) ? keys[key]! : 0)))

/** Questions that were changed after they were seen: only of these the earlier value must be known to merge. */
export const changedUnseen = (stored: ReadonlyMap<string, StoredAnswer>, seen: Seen): string[] =>
  [...stored].flatMap(([key, { rev }]) => (rev > revSeen(seen, key) ? [key] : []))

/**
 * Which of the sent answers change something, and which contradict somebody else's change that the sender has not seen. `whole`: a whole
 * form was sent, so an answer that stands as the sender saw it (`before`) was not touched, and the other's change stays. One's own
 * unseen change, from a second device or a lost reply, gives way to the later one.
 */
export function mergeAnswers(
  stored: ReadonlyMap<string, StoredAnswer>,
  before: (key: string) => Value | null,
  given: Given,
  { seen, whole }: { seen: Seen; whole: boolean },
): { changes: Record<string, Value | null>; conflicts: string[] } {
  const changes: Record<string, Value | null> = {}
  const conflicts: string[] = []
  for (const [key, sent] of Object.entries(given)) {
    const value = blankAsNull(sent)
    const now = stored.get(key)
    if (same(value, now?.value ?? null)) continue
    const unseen = now !== undefined && now.rev > revSeen(seen, key)
    if (unseen && whole && same(value, before(key))) continue
    if (unseen && !now.mine) conflicts.push(key)
    else changes[key] = value
  }
  return { changes, conflicts }
}

/** What the sender has seen after that: the own changes as `rev`, and the answers that contradict or equal the sent ones. */
export function seenAfter(
  stored: ReadonlyMap<string, StoredAnswer>,
  given: Given,
  { changes, conflicts }: { changes: Given; conflicts: string[] },
  seen: Seen,
  rev: number,
): Seen {
  const keys: Record<string, number> = { ...seen.keys }
  for (const key of conflicts) keys[key] = stored.get(key)!.rev
  for (const [key, value] of Object.entries(given)) {
    const now = stored.get(key)
    if (now && same(blankAsNull(value), now.value)) keys[key] = now.rev
  }
  for (const key of Object.keys(changes)) keys[key] = rev
  const after = { all: seen.all, keys }
  const unseen = changedUnseen(stored, after).some(key => !Object.hasOwn(changes, key))
  return unseen ? after : { all: rev, keys: {} }
}

export const blankAsNull = (value: Value | null): Value | null => (isBlank(value) ? null : value)
export const same = (a: Value | null, b: Value | null): boolean => canonical(a) === canonical(b)

function canonical(value: Value | null): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value)
  return JSON.stringify(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** One answer that differs from what the server showed: the values of its controls now, and what they were when the change began. */
export type Change = { value: readonly string[]; base: readonly string[]; at: number }
export type Changes = Readonly<Record<string, Change>>
export type Shown = Readonly<Record<string, readonly string[]>>

/** Nothing chosen and an empty text are the same: nothing. */
export const same = (a: readonly string[], b: readonly string[]): boolean => filled(a) === filled(b)
const filled = (values: readonly string[]): string => JSON.stringify(values.filter(Boolean))

/** Notes that a field now holds `value`; going back to where it began forgets the change. `shown` is what it held before. */
export function change(changes: Changes, name: string, value: readonly string[], shown: readonly string[], at: number): Changes {
  const base = changes[name]?.base ?? shown
  const { [name]: _, ...others } = changes
  return same(value, base) ? others : { ...others, [name]: { value, base, at } }
}

export type Outcome = { restore: Shown; conflicts: Shown; kept: Changes }

/**
 * Meets what the device holds with what the server shows now, field by field. Where the server still shows the base, the device's
 * value is put back; where it shows the device's value, there is nothing left to do; where it shows a third, both are kept and
 * `conflicts` holds the server's. A field that the form no longer has stays kept, untouched.
 */
export function rebase(changes: Changes, shown: Shown): Outcome {
  const restore: Record<string, readonly string[]> = {}
  const conflicts: Record<string, readonly string[]> = {}
  const kept: Record<string, Change> = {}
  for (const [name, held] of Object.entries(changes)) {
    const now = shown[name]
    if (now && same(held.value, now)) continue
    kept[name] = held
    if (!now) continue
    if (same(held.base, now)) restore[name] = held.value
    else conflicts[name] = now
  }
  return { restore, conflicts, kept }
}

/** After the server took what was sent: a field is done with, unless it was changed again meanwhile; then it goes on from what was sent. */
export function acknowledge(changes: Changes, sent: Changes): Changes {
  const left: Record<string, Change> = {}
  for (const [name, held] of Object.entries(changes)) {
    const was = sent[name]
    if (!was) left[name] = held
    else if (!same(held.value, was.value)) left[name] = { ...held, base: was.value }
  }
  return left
}

/** A value of one's own that was not chosen: the server is told of it for the history, with the next that is sent. */
export type Unchosen = { name: string; value: readonly string[]; at: number }
/** Where a draft stands: the server's revision, what it shows, and what this device has changed or given up since. */
export type State = { rev: string; shown: Shown; changes: Changes; unchosen: readonly Unchosen[] }
/**
 * What happened to a draft, in this tab or another: a field changed, the server answered with a revision, it took some changes, a value was
 * not chosen, the server knows of `told` such values.
 */
export type Event = {
  name?: string
  held?: Change | undefined
  rev?: string
  settled?: Changes
  unchosen?: Unchosen | undefined
  told?: readonly Unchosen[]
}

export function apply(state: State, { name, held, rev = state.rev, settled = {}, unchosen: lost, told = [] }: Event): State {
  const shown = { ...state.shown, ...Object.fromEntries(Object.entries(settled).map(([field, { value }]) => [field, value])) }
  const changes = acknowledge(state.changes, settled)
  const left = state.unchosen.filter(each => !told.some(one => one.name === each.name && same(one.value, each.value)))
  const unchosen = lost ? [...left, lost] : left
  if (name === undefined) return { rev, shown, changes, unchosen }
  const { [name]: _, ...others } = changes
  return { rev, shown, changes: held ? { ...others, [name]: held } : others, unchosen }
}

/** After choosing between two values of a field: the server shows theirs; one's own goes on from there, or is for the history alone. */
export function decide({ changes }: State, name: string, theirs: readonly string[], chosen: 'mine' | 'theirs'): Event {
  const mine = changes[name]
  const held = chosen === 'mine' && mine ? { ...mine, base: theirs } : undefined
  const unchosen = chosen === 'theirs' && mine ? { name, value: mine.value, at: mine.at } : undefined
  return { name, held, unchosen, settled: { [name]: { value: theirs, base: theirs, at: 0 } } }
}

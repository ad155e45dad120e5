/** What becomes of a row: a person decides, it is the first of its key, it says nothing new of it, or it does. */
export const rowOutcomes = ['ready', 'duplicate', 'update', 'attention'] as const
export type RowOutcome = (typeof rowOutcomes)[number]
export type JudgedOutcome = { outcome: RowOutcome; of: number | null; news: string[]; from?: Record<string, unknown> }

/** A row of its key, with its values by name; those that are null or empty say nothing. */
export type KeyedRow = { place: number; problems: readonly string[]; key: string; values: Readonly<Record<string, unknown>> }

/**
 * Judges rows in their order. A later row of a key is compared with what was said of that key so far: first row {phones: [a]}, then
 * {phones: []} is a duplicate, then {phones: [b]} an update, then {phones: [b]} a duplicate. `of` is the place of the first row of the
 * key, `news` the names of the values that an update changes, `from` what it changes them from. Rows with problems count for no key.
 * `known` is what is there already: where all rows of a key together end in nothing new, each of them is a duplicate, so that a file that
 * is brought again changes nothing.
 */
export function judgeOutcomes(rows: readonly KeyedRow[], known: ReadonlyMap<string, KeyedRow['values']> = new Map()): JudgedOutcome[] {
  const said = new Map<string, { of: number | null; values: Record<string, unknown> }>()
  for (const [key, values] of known) said.set(key, { of: null, values: { ...values } })
  const settled = settledKeys(rows, known)
  return rows.map(({ place, problems, key, values }) => {
    if (problems.length > 0) return { outcome: 'attention', of: null, news: [] }
    const before = said.get(key)
    if (!before) {
      said.set(key, { of: place, values: { ...values } })
      return { outcome: 'ready', of: null, news: [] }
    }
    before.of ??= place
    const news = settled.has(key) ? [] : newsIn(values, before.values)
    const from = Object.fromEntries(news.map(name => [name, before.values[name] ?? null]))
    for (const name of news) before.values[name] = values[name]
    const first = before.of === place ? null : before.of
    return news.length > 0 ? { outcome: 'update', of: first, news, from } : { outcome: 'duplicate', of: first, news }
  })
}

export function countOutcomes(rows: readonly { outcome: RowOutcome }[]): Record<RowOutcome, number> {
  const counts = { ready: 0, duplicate: 0, update: 0, attention: 0 }
  for (const { outcome } of rows) counts[outcome]++
  return counts
}

/** Keys that are known, and of which the rows together say nothing new. */
function settledKeys(rows: readonly KeyedRow[], known: ReadonlyMap<string, KeyedRow['values']>): Set<string> {
  const last = new Map<string, Record<string, unknown>>()
  for (const { key, problems, values } of rows) {
    if (problems.length > 0 || !known.has(key)) continue
    const before = last.get(key) ?? {}
    last.set(key, { ...before, ...Object.fromEntries(Object.entries(values).filter(([, value]) => saysAnything(value))) })
  }
  return new Set([...last].flatMap(([key, values]) => (newsIn(values, known.get(key)!).length ? [] : [key])))
}

const newsIn = (values: KeyedRow['values'], before: KeyedRow['values']): string[] =>
  Object.keys(values).filter(name => saysAnything(values[name]) && !isSame(values[name], before[name]))

const saysAnything = (value: unknown): boolean => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

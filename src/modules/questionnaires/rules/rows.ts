import type { Value } from '../../../platform/values/conditions.ts'
import { rowName } from './form.ts'
import type { Given, StoredAnswer } from './merge.ts'

/*
 * A form sends a table row by row, so two people may fill in different rows of one table, and each row is merged for itself: under its
 * form name (`satisfaction[benefit]`), while the answer is stored as a whole. A program sends the whole table, and means all of it.
 */

/** Which rows of which tables a form sent: the rest of such a table stays as it is stored, whatever the form still showed. */
export type SentRows = ReadonlyMap<string, readonly string[]>

/** The question that a form name belongs to. */
export const questionOf = (name: string): string => name.replace(/\[.*$/, '')
const rowIn = (name: string): string => name.slice(questionOf(name).length + 1, -1)

const tableOf = (value: Value | null | undefined): Readonly<Record<string, string>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}

/** What the rows of a table hold, or one of them. */
export const rowAt = (value: Value | null | undefined, name: string): Value | null => tableOf(value)[rowIn(name)] ?? null

/** The rows of a table as it stands, each with the revision and the author of its own last change; `states` are oldest first. */
export function rowHistory<S extends StoredAnswer>(key: string, states: readonly S[]): [string, S][] {
  const names = new Set(states.flatMap(({ value }) => Object.keys(tableOf(value)).map(row => rowName(key, row))))
  return [...names].map(name => {
    const changed = states.findLastIndex(({ value }, at) => rowAt(value, name) !== rowAt(states[at - 1]?.value, name))
    return [name, { ...states[changed]!, value: rowAt(states.at(-1)!.value, name) }]
  })
}

/** What was sent, with the sent rows of tables under names of their own. */
export const flattenTables = (given: Given, sent: SentRows): Given =>
  Object.fromEntries(
    Object.entries(given).flatMap(([key, value]) => {
      const rows = sent.get(key)?.map(row => rowName(key, row))
      return rows ? rows.map(name => [name, rowAt(value, name)]) : [[key, value]]
    }),
  )

/** Back to whole answers: the rows put into the table as it is `now`. */
export function unflattenTables(units: Given, sent: SentRows, now: (key: string) => Value | null): Record<string, Value | null> {
  const folded: Record<string, Value | null> = {}
  for (const [name, value] of Object.entries(units)) {
    const key = questionOf(name)
    if (!sent.has(key)) folded[name] = value
    else {
      const { [rowIn(name)]: _, ...others } = tableOf(key in folded ? folded[key] : now(key))
      folded[key] = value === null ? others : { ...others, [rowIn(name)]: value as string }
    }
  }
  return folded
}

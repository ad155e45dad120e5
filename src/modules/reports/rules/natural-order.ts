const collator = new Intl.Collator('id', { numeric: true })

/**
 * Rows as people number things: 2 before 10. Those of one `group` stay together, where the first of them stands; of one number, in the
 * order in which they came.
 */
export function inNaturalOrder<T>(rows: readonly T[], group: (row: T) => string, number: (row: T) => string): T[] {
  return [...Map.groupBy(rows, group).values()].flatMap(some => some.toSorted((one, other) => collator.compare(number(one), number(other))))
}

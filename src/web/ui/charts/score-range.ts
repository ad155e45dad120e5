export type Scores = { first: number | null; second: number | null }

/** Scores run from 0 to so much. */
const max = 100

/**
 * The part of the scale that is used, in tens and two of them at least, so that scores that lie close are told apart and no mark is at an
 * edge; `ticks` are the round numbers to write on it.
 */
export function rangeOf(pairs: readonly (Scores & { before?: Scores | undefined })[]): { low: number; high: number; ticks: number[] } {
  const values = pairs
    .flatMap(({ first, second, before }) => [first, second, before?.first ?? null, before?.second ?? null])
    .filter(value => value !== null)
  if (!values.length) return { low: 0, high: max, ticks: [0, max] }
  const least = Math.max(0, Math.floor((Math.min(...values) - 5) / 10) * 10)
  const high = Math.min(max, Math.max(least + 20, Math.ceil((Math.max(...values) + 5) / 10) * 10))
  const used = high - Math.min(least, high - 20)
  const step = used > 60 ? 20 : used > 20 ? 10 : 5
  const low = Math.floor((high - used) / step) * step
  const ticks = Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, at) => low + at * step)
  return { low, high, ticks }
}

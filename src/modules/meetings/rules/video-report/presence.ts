/** Milliseconds from–to, as the clock of the meeting showed them. */
export type Interval = { from: number; to: number }

/** From the first moment to the last, whole minutes of the time together, and the most that were open at one moment. */
export type Presence = { from: number; to: number; minutes: number; devices: number; connections: number }

/**
 * What the connections of one office or guest come to. 09.00–10.00 and 09.30–10.30 are 90 minutes on two devices; 09.00–10.00 and
 * 10.00–11.00 are 120 on one, since one that ends as another begins is closed. Half minutes count as whole.
 */
export function presenceOf(intervals: readonly Interval[]): Presence {
  const sorted = intervals.toSorted((a, b) => a.from - b.from)
  const ends = intervals.map(({ to }) => to).toSorted((a, b) => a - b)
  let [covered, until, closed, devices] = [0, Number.NEGATIVE_INFINITY, 0, 1]
  for (const [at, { from, to }] of sorted.entries()) {
    covered += Math.max(0, to - Math.max(from, until))
    until = Math.max(until, to)
    while (ends[closed]! <= from) closed++
    devices = Math.max(devices, at + 1 - closed)
  }
  return { from: sorted[0]!.from, to: until, minutes: Math.floor(covered / 60_000 + 0.5), devices, connections: intervals.length }
}

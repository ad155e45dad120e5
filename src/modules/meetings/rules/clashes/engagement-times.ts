/** When something takes a person; `endsAt` null or not after `startsAt`: nobody knows how long. Instants in milliseconds. */
export type Times = { startsAt: number; endsAt: number | null }
type Listed = Times & { meeting: string; session: string }

/** What is of unknown length may last this long, so that all that begins on the same day, in whatever zone, is looked at. */
const dayLong = 86_400_000

export const isOfKnownLength = <T extends Times>(times: T): times is T & { endsAt: number } =>
  times.endsAt !== null && times.endsAt > times.startsAt
export const possibleEnd = (times: Times): number => (isOfKnownLength(times) ? times.endsAt : times.startsAt + dayLong)
/** Begun minutes of a span in milliseconds. */
export const minutesOf = (span: number): number => Math.ceil(span / 60_000)

/** By start, then by what is listed; 0 only for the same session of the same meeting at the same time. */
export function orderOf(a: Listed, b: Listed): number {
  return a.startsAt - b.startsAt || possibleEnd(a) - possibleEnd(b) || compare(a.meeting, b.meeting) || compare(a.session, b.session)
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

import { dayIn, instantOf, type Zone } from '../../../../platform/i18n/format.ts'
import { addDays } from '../../../../platform/values/clock.ts'
import { possibleEnd, type Times } from './engagement-times.ts'

/**
 * When meetings may take place by the clock of a zone. `opens` and `closes` are minutes after midnight, `weekdays` count from Sunday (0)
 * to Saturday (6), `holidays` are days `yyyy-mm-dd` on which nothing takes place.
 */
export type WorkingHours = {
  zone: Zone
  opens: number
  closes: number
  weekdays: readonly number[]
  holidays?: ReadonlySet<string>
}

/**
 * The first full minute, not before `from`, at which everybody in `busy` is free for so many minutes, within the working hours of one day
 * and over by `until`; null where there is none. A time ends before the next begins; what is of unknown length takes a day. Instants in
 * milliseconds. O(n log n + days).
 *
 * 90 minutes from Monday 08.00, open 08.00–16.00; Sari is busy 08.00–10.00 and 11.00–15.00, Budi 14.30–16.00. Between 10.00 and 11.00 an
 * hour is too short, after 16.00 it is closed: Tuesday 08.00.
 *
 * @throws RangeError when the minutes are not a whole number above 0
 */
export function earliestFree(
  busy: readonly (readonly Times[])[],
  durationMinutes: number,
  from: number,
  until: number,
  hours: WorkingHours,
): number | null {
  if (!Number.isInteger(durationMinutes) || durationMinutes < 1) throw new RangeError('A meeting takes whole minutes, at least one')
  if (hours.closes - hours.opens < durationMinutes) return null
  const taken = busy.flat().sort((a, b) => a.startsAt - b.startsAt)
  const length = durationMinutes * minute
  let next = 0
  for (let start = fullMinute(from); start + length <= until; ) {
    const open = nextOpening(start, length, hours)
    if (open > start) {
      start = open
      continue
    }
    while (next < taken.length && possibleEnd(taken[next]!) <= start) next++
    const obstacle = taken[next]
    if (obstacle === undefined || obstacle.startsAt >= start + length) return start
    start = fullMinute(possibleEnd(obstacle))
  }
  return null
}

const minute = 60_000
const fullMinute = (instant: number): number => Math.ceil(instant / minute) * minute

/** The first start, not before this one, that leaves the length within the working hours of its day; one day is tried at a time. */
function nextOpening(start: number, length: number, { zone, opens, closes, weekdays, holidays }: WorkingHours): number {
  const day = dayIn(new Date(start), zone)
  const midnight = instantOf(day, 0, zone).getTime()
  const isOpen = weekdays.includes(new Date(`${day}T00:00:00Z`).getUTCDay()) && !holidays?.has(day)
  if (!isOpen || start + length > midnight + closes * minute) return instantOf(addDays(day, 1), 0, zone).getTime()
  return Math.max(start, midnight + opens * minute)
}

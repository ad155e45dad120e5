/** Days, clocks and lengths as the schedule format writes them. */

type Moment = { day: string; clock: string; offset: string | null }

/** `2026-11-30T09:00:00+07:00`, also without seconds, with a space, with `Z` or with no offset; null for what is no day and clock. */
export function momentOf(text: string): Moment | null {
  const found = momentPattern.exec(text.trim())
  if (!found) return null
  const [, day = '', clock = '', seconds = '00', offset] = found
  return isDay(day) && isClock(clock) && seconds < '60'
    ? { day, clock: `${clock}:${seconds}`, offset: offset ? offsetOf(offset) : null }
    : null
}
const momentPattern = /^([12]\d{3}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s?(Z|[+-]\d{1,2}:?\d{2})?$/

export function isDay(text: string): boolean {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return false
  const instant = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text)
}

/** The day with which a day or a moment begins, null for neither. */
export function dayOf(text: string): string | null {
  const day = text.trim().slice(0, 10)
  return isDay(day) ? day : null
}

/** `09:30` or `09:30:00` as `09:30:00`. */
export function clockOf(text: string): string | null {
  const found = /^(\d{1,2}:\d{2})(?::([0-5]\d))?$/.exec(text.trim())
  const clock = found?.[1]?.padStart(5, '0')
  return clock !== undefined && isClock(clock) ? `${clock}:${found?.[2] ?? '00'}` : null
}
const isClock = (text: string): boolean => text < '24' && text.slice(3) < '60'

/** `+07:00`; null for more than fourteen hours. */
function offsetOf(text: string): string | null {
  if (text === 'Z') return '+00:00'
  const digits = text.slice(1).replace(':', '').padStart(4, '0')
  return digits.slice(2) < '60' && digits <= '1400' ? `${text[0]}${digits.slice(0, 2)}:${digits.slice(2)}` : null
}

/** What the clocks of a zone were ahead of UTC then, null where the world knows no such zone. */
export function offsetIn(zone: string, day: string, clock: string): string | null {
  try {
    const names = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    const nameAt = (instant: number) =>
      names
        .formatToParts(instant)
        .find(({ type }) => type === 'timeZoneName')
        ?.value.slice(3) || '+00:00'
    const local = Date.parse(`${day}T${clock}Z`)
    return nameAt(Date.parse(`${day}T${clock}${nameAt(local)}`)).slice(0, 6)
  } catch {
    return null
  }
}

/**
 * Minutes of a length: `hh:mm`, `hh:mm:ss`, or what pretalx writes for more than a day, `d:hh:mm` with one digit for the days; null for
 * what is none of these.
 */
export function minutesOfLength(text: string): number | null {
  const found = /^(\d{1,6}):(\d{2})(?::(\d{1,2}))?$/.exec(text.trim())
  if (!found) return null
  const [, first = '', second = '', third] = found
  if (third === undefined || first.length > 1) return Number(first) * 60 + Number(second)
  return (Number(first) * 24 + Number(second)) * 60 + Number(third)
}

const two = (value: number) => String(value).padStart(2, '0')
export const lengthOf = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

/** The moment that many minutes later, by the clock of the same offset. */
export function momentAfter(moment: string, minutes: number): string {
  const offset = moment.slice(19)
  const local = new Date(Date.parse(`${moment.slice(0, 19)}Z`) + minutes * 60_000)
  return `${local.toISOString().slice(0, 19)}${offset}`
}

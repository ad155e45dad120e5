import { dayIn, type Zone } from '../i18n/format.ts'

/** The only source of "now". Tests and the demo world pass a fixed one. */
export type Clock = { now(): Date; today(zone?: Zone): string }

export const systemClock: Clock = clockAt(() => new Date())

/** A clock that stands still at an instant, or runs as `now` says. */
export function clockAt(now: Date | (() => Date)): Clock {
  const read = typeof now === 'function' ? now : () => now
  return { now: read, today: zone => dayIn(read(), zone) }
}

/** The day `days` after `day`, both `yyyy-mm-dd`. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

/** Whether a due date is over or comes within seven days. */
export const isSoon = (today: string, due: string | null | undefined): boolean => Boolean(due && due <= addDays(today, 7))

import { dayIn, hoursAhead, instantOf, type Zone } from '../../../platform/i18n/format.ts'
import { addDays } from '../../../platform/values/clock.ts'

/** The instant at which the clock of a zone shows `yyyy-mm-ddThh:mm`. */
export function instantAt(local: string, zone: Zone): Date {
  const [day = '', time = ''] = local.split('T')
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return new Date(instantOf(day, hour, zone).getTime() + minute * 60_000)
}

/** What the clock of a zone shows at an instant, `yyyy-mm-ddThh:mm`. */
export function localAt(instant: Date | string, zone: Zone): string {
  const at = new Date(instant)
  const day = dayIn(at, zone)
  const minutes = Math.floor((at.getTime() - instantOf(day, 0, zone).getTime()) / 60_000)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${day}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** The day of a programme that something belongs to: what begins before 04:00 is of the day before. */
export const dayOf = (local: string): string => (local.slice(11) < '04:00' ? addDays(local.slice(0, 10), -1) : local.slice(0, 10))

/** `2025-07-30T08:05:00+08:00` for what a clock showed, in milliseconds as if it stood in Greenwich, when it stands in this zone. */
export const stampIn = (clock: number, zone: Zone): string =>
  `${new Date(clock).toISOString().slice(0, 19)}+${String(hoursAhead[zone]).padStart(2, '0')}:00`

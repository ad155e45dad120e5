import { type DayOrder, dayOf } from './days.ts'
import { remembered } from './remembered.ts'
import { plain } from './text.ts'

/**
 * The moment that a form was sent, ISO 8601 in UTC. Form services write `25/10/2025 09.08.09` or `2025/10/25 9:08:09 AM GMT+7`; without
 * a zone it is western Indonesian time. Null for anything else.
 */
export const readInstant = (text: string, order: DayOrder = 'day-first'): string | null => readers[order](text)

const readers: Record<DayOrder, (text: string) => string | null> = {
  'day-first': remembered(text => findInstant(text, 'day-first')),
  'month-first': remembered(text => findInstant(text, 'month-first')),
}

function findInstant(text: string, order: DayOrder): string | null {
  const said = plain(text).slice(0, 60)
  const serial = /^(\d{5})([.,]\d+)?$/.exec(said)
  if (serial) return fromClock(Math.round((Number(said.replace(',', '.')) - 25_569) * 86_400) * 1000, 7)
  const stamped = readStamp(said, order)
  return stamped && fromClock(stamped.clock, zoneOf(stamped.zone))
}

/**
 * What a clock showed, in milliseconds as if it stood in Greenwich, for programs that leave it to the reader where it stood. They write
 * the month first where they write AM or PM, else the day. Null for anything else, also for a day alone and for a stated zone.
 */
export function readWallClock(text: string): number | null {
  const said = plain(text).slice(0, 60)
  const stamped = readStamp(said, /[ap]\.?m\.?$/i.test(said) ? 'month-first' : 'day-first')
  return stamped?.timed && stamped.zone === '' ? stamped.clock : null
}

function readStamp(said: string, order: DayOrder): { clock: number; zone: string; timed: boolean } | null {
  const parts = stamp.exec(said)
  if (!parts) return null
  const [, a, b, c, hour = '0', minute = '0', second = '0', half = '', zone = ''] = parts
  const [year, month, date] = a!.length === 4 ? [a, b, c] : order === 'day-first' ? [c, b, a] : [c, a, b]
  const day = year!.length === 4 ? dayOf(Number(year), Number(month), Number(date)) : null
  const hours = (Number(hour) % (half ? 12 : 24)) + (/p/i.test(half) ? 12 : 0)
  if (!day || Number(hour) > 24 || Number(minute) > 59 || Number(second) > 59) return null
  const clock = Date.parse(`${day}T00:00:00Z`) + ((hours * 60 + Number(minute)) * 60 + Number(second)) * 1000
  return { clock, zone, timed: parts[4] !== undefined }
}

const stamp =
  /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?:[ T,]+(\d{1,2})[.:](\d\d)(?:[.:](\d\d)(?:\.\d+)?)? ?([ap]\.?m\.?)? ?(z|wib|wita|wit|(?:gmt|utc)? ?[+-]\d{1,2}(?::?\d\d)?)?)?$/i

const fromClock = (clock: number, hours: number) => new Date(clock - hours * 3_600_000).toISOString()

function zoneOf(zone: string): number {
  const named = { z: 0, wib: 7, wita: 8, wit: 9 }[zone.toLowerCase()]
  const offset = /([+-]\d{1,2}):?(\d\d)?$/.exec(zone)
  return named ?? (offset ? Number(offset[1]) + (Math.sign(Number(offset[1])) * Number(offset[2] ?? 0)) / 60 : 7)
}

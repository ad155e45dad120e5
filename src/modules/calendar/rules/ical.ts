import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { addDays } from '../../../platform/values/clock.ts'
import type { Published } from './publish.ts'

/** How often a calendar should read again, in seconds. */
export const readAgain = 4 * 3600

/** An iCalendar file (RFC 5545, RFC 7986): whole days as days, hours in UTC; what is cancelled without words is called `cancelled`. */
export function icalOf(entries: readonly Published[], { name, cancelled }: { name: string; cancelled: string }): string {
  const calendar = ical({
    name,
    prodId: { company: 'Sinergi', product: 'Kalender', language: 'ID' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: readAgain,
  })
  for (const entry of entries) {
    const { day, until, hours, summary, description, url } = entry
    calendar.createEvent({
      id: entry.uid,
      sequence: entry.sequence,
      stamp: entry.changedAt,
      lastModified: entry.changedAt,
      start: hours?.from ?? day,
      end: hours?.to ?? addDays(until ?? day, 1),
      allDay: hours === null,
      summary: plain(summary) || cancelled,
      ...(description ? { description: plain(description) } : {}),
      ...(url ? { url } : {}),
      status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  }
  return `${calendar.toString()}\r\n`
}

// Characters that no calendar line holds: control characters and halves of a pair. Line breaks are written as the format writes them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const control = /[\u0000-\u0009\u000b-\u001f\u007f\u2028\u2029]/g
const plain = (text: string): string => text.toWellFormed().replaceAll('\r\n', '\n').replace(control, ' ')

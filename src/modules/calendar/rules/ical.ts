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
  const [head, foot] = calendar.toString().split(/(?=END:VCALENDAR)/)
  const events = entries.map(entry => {
    const { day, until, hours, summary, description, place, url } = entry
    const event = calendar.createEvent({
      id: entry.uid,
      sequence: entry.sequence,
      stamp: entry.changedAt,
      lastModified: entry.changedAt,
      start: hours?.from ?? day,
      end: hours ? (hours.to ?? null) : addDays(until ?? day, 1),
      allDay: hours === null,
      summary: plain(summary) || cancelled,
      ...(description ? { description: plain(description) } : {}),
      ...(place ? { location: plain(place) } : {}),
      ...(url ? { url } : {}),
      status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
    return event.toString().split('\r\n').map(folded).join('\r\n')
  })
  return `${head}${events.join('')}${foot}\r\n`
}

/**
 * A line as lines of at most 75 octets, as RFC 5545 asks. The library's own way takes most of a second for 2,000 entries, in which nobody
 * else is answered.
 */
function folded(line: string): string {
  if (Buffer.byteLength(line) <= longest) return line
  const parts: string[] = []
  let [part, bytes] = ['', 0]
  for (const character of line) {
    const more = Buffer.byteLength(character)
    if (bytes + more > longest) {
      parts.push(part)
      ;[part, bytes] = [' ', 1]
    }
    part += character
    bytes += more
  }
  return [...parts, part].join('\r\n')
}
const longest = 75

// Characters that no calendar line holds: control characters and halves of a pair. Line breaks are written as the format writes them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const control = /[\u0000-\u0009\u000b-\u001f\u007f\u2028\u2029]/g
const plain = (text: string): string => text.toWellFormed().replaceAll('\r\n', '\n').replace(control, ' ')

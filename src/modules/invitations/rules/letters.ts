import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Zone } from '../../../platform/i18n/format.ts'
import type { LetterKind } from '../schema/letters.ts'

export type LetterMeeting = {
  id: string
  title: string
  startsAt: Date
  endsAt: Date | null
  zone: Zone
  place: string | null
  link: string | null
  office: string
  rev: number
}

/** By this the calendars of all invitees know a meeting, whatever changes. */
export const uidOf = (meetingId: string): string => `meeting-${meetingId}@sinergi`

/**
 * The invitation as a calendar takes it (RFC 5546): a REQUEST to one attendee, or its CANCEL. It has no personal link, since calendars are
 * shared. `SEQUENCE` is the revision of the meeting, which only rises.
 */
export function calendarOf(
  kind: LetterKind,
  meeting: LetterMeeting,
  { name, email, must }: { name: string; email: string; must: boolean },
  sender: string,
  stamp: Date,
): string {
  const isCancelled = kind === 'cancellation'
  const calendar = ical({
    prodId: { company: 'Sinergi', product: 'Undangan', language: 'ID' },
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  })
  const event = calendar.createEvent({
    id: uidOf(meeting.id),
    sequence: meeting.rev,
    stamp,
    start: meeting.startsAt,
    end: meeting.endsAt,
    summary: plain(meeting.title),
    ...(meeting.place || meeting.link ? { location: plain(meeting.place ?? meeting.link!) } : {}),
    ...(meeting.link ? { description: plain(meeting.link) } : {}),
    organizer: { name: plain(meeting.office), email: sender },
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  })
  event.createAttendee({
    name: plain(name),
    email,
    rsvp: !isCancelled,
    role: must ? ICalAttendeeRole.REQ : ICalAttendeeRole.OPT,
    status: ICalAttendeeStatus.NEEDSACTION,
  })
  return calendar.toString()
}

// Characters that no calendar line holds: control characters and halves of a pair.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const control = /[\u0000-\u001f\u007f\u2028\u2029]/g
const plain = (text: string): string => text.toWellFormed().replace(control, ' ')

/** The address in a sender as `Sinergi <sinergi@localhost>`. */
export const addressIn = (sender: string): string => sender.match(/<([^<>]+)>/)?.[1] ?? sender

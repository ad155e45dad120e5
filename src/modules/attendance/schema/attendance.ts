import { z } from 'zod'
import { Cursor, Ends, Most } from '../../../platform/database/keyset.ts'
import { flag, id, instant, line, optional, rule } from '../../../platform/values/shapes.ts'
import { Zone } from '../../organisation/schema.ts'
import { refusals } from '../words/refusals.ts'
import { presenceStatuses } from './presence.ts'

export const attendanceModes = ['onsite', 'online'] as const
export const eventKinds = ['in', 'out', 'excused', 'void'] as const
export const methods = ['qr', 'name', 'code', 'hand', 'report'] as const
export const corrections = ['present', 'excused', 'absent', 'once'] as const
const text = z.string()
const Named = z.object({ id, name: text })
const Mode = z.enum(attendanceModes)
const moment = z.iso.datetime()

/** One session of a meeting to which people come; a meeting without a released programme is one itself. */
export const AttendedSession = z.object({
  id,
  title: text,
  room: text.nullable(),
  class: text.nullable().describe('Which of several parallel classes'),
  startsAt: moment.nullable(),
  endsAt: moment.nullable(),
  over: z.boolean(),
})

/** `minutes` and times are null where nobody was there, or as long as it goes on; `lateBy` and `leftEarlyBy` beyond what is tolerated. */
export const PresenceRow = z.object({
  id: id.describe('Of the invitation'),
  name: text,
  position: text.nullable(),
  office: Named.nullable(),
  institution: text.nullable(),
  status: z.enum(presenceStatuses),
  firstIn: moment.nullable(),
  lastOut: moment.nullable(),
  minutes: z.int().nullable(),
  lateBy: z.int().nullable().describe('Minutes'),
  leftEarlyBy: z.int().nullable().describe('Minutes'),
  modes: z.array(Mode),
  devices: z.int(),
  proxy: text.nullable().describe('Who came instead'),
  appointed: text.nullable().describe('Who was sent in their place, as long as they did not come themselves'),
  twice: z.boolean().describe('Noted at two desks: one presence, and somebody should look at it'),
})

export const PresenceCounts = z.object({
  invited: z.int(),
  present: z.int(),
  replaced: z.int(),
  excused: z.int(),
  absent: z.int(),
  expected: z.int(),
  late: z.int(),
  twice: z.int(),
})
/** How many of an area were there, of how many; `office` is null for those of no office. */
export const AreaCount = z.object({
  office: Named.nullable(),
  listed: z.boolean().describe('The list asked for by this `province` has these alone; that of the national office has all'),
  present: z.int(),
  of: z.int(),
})

export const AttendanceView = z.object({
  meeting: Named,
  zone: Zone,
  sessions: z.array(AttendedSession.extend({ counts: PresenceCounts })),
  current: id.nullable().describe('The session that goes on, or comes next, or was last'),
  areas: z.array(AreaCount).describe('Of the current session'),
  mayRecord: z.boolean(),
  own: id.nullable().describe('The own invitation of whoever asks'),
  acts: z.boolean().describe('Whoever asks is invited, or was sent in somebody’s place'),
})

export const AttendanceFilter = z.object({
  session: id.optional(),
  status: z.enum(presenceStatuses).optional(),
  province: line(200).optional().describe('Of this office and those below it, by id or code'),
  late: flag.optional(),
  twice: flag.optional().describe('Noted at two desks'),
  missing: flag.optional().describe('Neither there nor replaced'),
  q: line(100).optional(),
})
export const AttendanceListing = AttendanceFilter.extend({ after: Cursor.optional(), before: Cursor.optional(), most: Most })
export const AttendancePage = z.object({
  session: AttendedSession.nullable(),
  rows: z.array(PresenceRow),
  total: z.int(),
  province: Named.nullable(),
  ...Ends,
})

/** One thing that a desk notes; `id` is made there. */
export const NotedEvent = z
  .object({
    id,
    session: id,
    invitee: optional(id),
    badge: optional(line(400)).describe('What was scanned, instead of `invitee`'),
    kind: z.enum(['in', 'out', 'excused']).default('in'),
    at: instant,
    mode: Mode.default('onsite'),
    source: line(60).describe('Which desk or device'),
    method: z.enum(['qr', 'name', 'hand']).default('hand'),
    proxy: optional(line(200)).describe('Who came instead'),
    reason: optional(line(500)),
  })
  .refine(({ invitee, badge }) => invitee !== null || badge !== null, rule(['invitee'], refusals.whoMissing, ['invitee', 'badge']))

export const mostEvents = 200
/** A form sends them as one text. */
export const NotedEvents = z.preprocess(fromText, z.array(NotedEvent).min(1).max(mostEvents))

function fromText(given: unknown): unknown {
  if (typeof given !== 'string') return given
  try {
    return JSON.parse(given)
  } catch {
    return given
  }
}

export const eventOutcomes = [
  'recorded',
  'known',
  'differs',
  'unknown',
  'forged',
  'expired',
  'otherMeeting',
  'unreadable',
  'replaced',
] as const
export const Recording = z.object({
  recorded: z.int(),
  events: z.array(z.object({ id, outcome: z.enum(eventOutcomes), name: text.nullable() })),
})

/** What was said of somebody in a session, the first first. */
export const SeatHistory = z.object({
  meeting: Named,
  zone: Zone,
  session: AttendedSession,
  row: PresenceRow,
  events: z.array(
    z.object({
      id,
      kind: z.enum(eventKinds),
      at: moment,
      mode: Mode,
      source: text,
      method: z.enum(methods),
      proxy: text.nullable(),
      reason: text.nullable(),
      by: text.nullable(),
      recordedAt: moment,
      voided: z.boolean(),
    }),
  ),
  mayRecord: z.boolean(),
})

export const Desk = z.object({
  meeting: Named,
  zone: Zone,
  publicKey: text.describe('Reads the badges of this meeting; signs nothing'),
  sessions: z.array(AttendedSession),
  current: id.nullable(),
  people: z.array(
    z.object({
      ...{ id, name: text, of: text },
      proxy: text.nullable().describe('Who was sent in their place to the whole meeting'),
      edition: z.int().describe('Of the badge that counts'),
    }),
  ),
  there: z.array(z.tuple([id, id])).describe('Session and invitation of everybody who is there now'),
  now: moment,
})

export const Reissue = z.object({ meeting: id, invitee: id, reason: line(500, 3) })

/** `code` is what stands in the QR code. */
export const BadgeOf = z.object({ id, name: text, of: text, code: text, until: moment })

export type BadgeOf = z.infer<typeof BadgeOf>
export type AttendedSession = z.infer<typeof AttendedSession>
export type PresenceRow = z.infer<typeof PresenceRow>
export type PresenceCounts = z.infer<typeof PresenceCounts>
export type AreaCount = z.infer<typeof AreaCount>
export type AttendanceView = z.infer<typeof AttendanceView>
export type AttendanceFilter = z.infer<typeof AttendanceFilter>
export type NotedEvent = z.infer<typeof NotedEvent>
export type Recording = z.infer<typeof Recording>
export type SeatHistory = z.infer<typeof SeatHistory>
export type Desk = z.infer<typeof Desk>
export type Correction = (typeof corrections)[number]
export type EventOutcome = (typeof eventOutcomes)[number]

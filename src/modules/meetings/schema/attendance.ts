import { z } from 'zod'
import { Zone } from '../../organisation/schema.ts'

export const connectionProblems = ['time_invalid', 'leaves_before_join'] as const

const moment = z.iso.datetime({ offset: true })

/** How long somebody was there: `minutes` count once what several connections share, `connections` are rows of the report. */
const stay = { firstIn: moment, lastOut: moment, minutes: z.int(), connections: z.int() }
const guest = { name: z.string().describe('As it was displayed'), email: z.string().nullable() }

export const PresentOffice = z.object({
  office: z.string().describe('Its code'),
  firstIn: moment,
  lastOut: moment,
  minutes: z.int(),
  devices: z.int().describe('The most of its connections that were open at one moment'),
  connections: z.int(),
})
export const AmbiguousGuest = z.object({ ...guest, candidates: z.array(z.string()), ...stay })
export const UnmatchedGuest = z.object({ ...guest, ...stay })
export const UnreadConnection = z.object({ row: z.int(), name: z.string(), problem: z.enum(connectionProblems) })

/** `problems` are rows that are not counted as connections, or not as they stand; there are none where it is left out. */
export const AttendancePreview = z.object({
  zone: Zone,
  meeting: z.object({
    id: z.string().nullable(),
    topic: z.string().nullable(),
    startsAt: moment.nullable(),
    endsAt: moment.nullable(),
  }),
  counts: z.object({ rows: z.int(), waiting: z.int(), present: z.int(), ambiguous: z.int(), unmatched: z.int() }),
  present: z.array(PresentOffice),
  ambiguous: z.array(AmbiguousGuest),
  unmatched: z.array(UnmatchedGuest),
  problems: z.array(UnreadConnection).optional(),
})

export type UnreadConnection = z.infer<typeof UnreadConnection>
export type AttendancePreview = z.infer<typeof AttendancePreview>

import { z } from 'zod'
import { id, line, wholeFrom } from '../../../platform/values/shapes.ts'
import { presenceStatuses } from './presence.ts'

const text = z.string()
const Named = z.object({ id, name: text })

/** A session that was held, and what somebody who was invited to it was there. */
export const PastSeat = z.object({
  invitee: id,
  name: text,
  position: text.nullable(),
  meeting: Named,
  session: Named,
  day: z.iso.date(),
  status: z.enum(presenceStatuses),
})
export const PastFilter = z.object({
  person: id.optional().describe('Of this person, since their present appointment began'),
  office: line(200).optional().describe('Or of this office, by id or code: whoever held its positions then'),
  status: z.enum(presenceStatuses).optional(),
  after: wholeFrom(0, 100_000).optional().describe('How many of them come before the first one wanted'),
})
/** `present` of `of` sessions; excused and represented stand beside it. */
export const AttendanceRate = z.object({ present: z.int(), of: z.int(), excused: z.int(), replaced: z.int() })
export const PastAttendance = z.object({
  who: Named,
  since: z.iso.date(),
  rate: AttendanceRate,
  seats: z.array(PastSeat),
  total: z.int(),
  next: z.string().nullable(),
  previous: z.string().nullable(),
})
export type PastSeat = z.infer<typeof PastSeat>
export type PastAttendance = z.infer<typeof PastAttendance>

import { z } from 'zod'
import { id, line, optional, seenRev } from '../../../platform/values/shapes.ts'
import { MeetingDetail, Named } from './meetings.ts'

/** So many meetings of a series its page has, the latest first. */
export const mostHeld = 30

export const Series = z.object({ id, name: z.string(), office: Named, meetings: z.int().describe('As many as you may read') })
export const HeldMeeting = MeetingDetail.pick({ id: true, number: true, title: true, startsAt: true, endsAt: true, zone: true, mode: true })
  .extend(MeetingDetail.pick({ place: true, state: true }).shape)
  .extend({ objectives: z.int(), reached: z.int() })
const Tally = z.object({ text: z.string(), count: z.number().optional(), path: z.string().optional() })
/** What all modules count of each meeting stands in `cells`, under `columns`. */
export const SeriesDetail = Series.extend({
  held: z.array(HeldMeeting),
  columns: z.array(z.string()),
  cells: z.record(z.string(), z.array(Tally.nullable())),
})
export const SeriesChoice = z.object({
  id,
  rev: seenRev,
  series: optional(id).describe('One of the office that hosts the meeting'),
  name: optional(line(200, 3)).describe('Or a new one by this name; without both the meeting is of none'),
})
export type Series = z.infer<typeof Series>
export type SeriesDetail = z.infer<typeof SeriesDetail>
export type HeldMeeting = z.infer<typeof HeldMeeting>

import { z } from 'zod'
import { id, keptRev, line, optional, rule, seenRev, wholeFrom } from '../../../platform/values/shapes.ts'
import { refusals } from '../words/refusals.ts'
import { Named, webAddress } from './meetings.ts'

/** A room of a meeting; `place` and `region` where it is elsewhere than the meeting. Sessions name it. */
export const Room = z.object({
  id,
  name: z.string(),
  capacity: z.int().nullable(),
  link: z.string().nullable(),
  place: z.string().nullable(),
  region: Named.nullable(),
  rev: keptRev,
})
/** Two sessions in one room at one time, or more expected than fit. */
export const RoomProblem = z.object({
  kind: z.enum(['twice', 'full']),
  room: z.string(),
  sessions: z.array(z.string()).describe('What they are called'),
  count: z.int().describe('Of minutes that two share it, or of people that do not fit'),
})

const plan = {
  name: line(200),
  capacity: optional(wholeFrom(1, 100_000)),
  link: optional(webAddress),
  place: optional(line(300)).describe('Where it is elsewhere than the meeting'),
  region: optional(line(200)).describe('In the region of which office that place is, by id, code or name'),
}
const rules = <T extends z.ZodType<{ place: string | null; region: string | null }>>(shape: T) =>
  shape.refine(({ place, region }) => region === null || place !== null, rule(['place'], refusals.placeMissing, ['place', 'region']))
export const RoomAddition = rules(z.object({ ...plan, meeting: id }))
export const RoomChange = rules(z.object({ ...plan, id, rev: seenRev }))
export const RoomList = z.object({ meeting: Named, rooms: z.array(Room), mayWrite: z.boolean() })

export type Room = z.infer<typeof Room>
export type RoomProblem = z.infer<typeof RoomProblem>
export type RoomList = z.infer<typeof RoomList>

import { z } from 'zod'
import { day, days, flag, id, keptDay, line, optional, rule, wholeFrom, written } from '../../platform/values/shapes.ts'
import { refusals } from './words/refusals.ts'

/** How many entries stand on a page, and how many of a month can be turned over. */
export const sizes = { page: 100, all: 1000 } as const

export const Month = written(/^(19[4-9]\d|20\d\d)-(0[1-9]|1[0-2])$/, refusals.month).refine(month => month >= days.first.slice(0, 7), {
  params: { message: refusals.month },
})

/** A month, or so many days from today; without either this month. */
export const CalendarQuestion = z.object({
  month: Month.optional(),
  days: wholeFrom(1, 60).optional(),
  week: day.optional().describe('The week in which this day is, from Monday'),
  kind: line(40).optional().describe('A kind, or the key of a group of kinds'),
  mine: flag.default(false).describe('Only what is yours and of your office or partner'),
  ended: flag.default(false).describe('Also what has ended'),
  whole: flag.default(false).describe(`All of it at once, up to ${sizes.all}, also what began before and still goes on`),
  after: wholeFrom(1, sizes.all).optional().describe('The number of a line, as `next` names it'),
  before: wholeFrom(1, sizes.all).optional(),
})
export type CalendarQuestion = z.output<typeof CalendarQuestion>

const Instant = z.coerce.date<Date | string>()
/** `day` is the day where the reader is; a moment also says from when, and to when once that is set. `key` names the date of the thing for ever. */
export const CalendarEntry = z.object({
  key: z.string(),
  kind: z.string(),
  day: keptDay,
  until: keptDay.optional(),
  from: Instant.optional(),
  to: Instant.optional(),
  what: z.string(),
  title: z.string(),
  who: z.string().nullable(),
  href: z.string(),
  besides: z.string().optional().describe('Key of an entry that says no more than this one, where both are of one day'),
  state: z.enum(['live', 'ended']),
  mine: z.boolean(),
})
export type CalendarEntry = z.output<typeof CalendarEntry>

export const Calendar = z.object({
  from: keptDay,
  to: keptDay,
  entries: z.array(CalendarEntry),
  total: z.int().describe('How many there are, also beyond those that can be turned over'),
  next: z.int().nullable(),
  previous: z.int().nullable(),
  kinds: z.array(z.object({ kind: z.string(), name: z.string() })),
})
export type Calendar = z.output<typeof Calendar>

/** `hint` are the last letters of the secret; `readAt` is when it was last read, to the hour. */
export const Feed = z.object({
  id,
  name: z.string(),
  mine: z.boolean(),
  about: z
    .object({ kind: z.enum(['meeting', 'office']), id, name: z.string().nullable() })
    .nullable()
    .describe(
      'One meeting, or the meetings of an office; nothing where it is all that one has on the calendar. Without a name where one may not read it',
    ),
  hint: z.string(),
  createdAt: Instant,
  readAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
})
export type Feed = z.output<typeof Feed>
export const NewFeed = z
  .object({
    name: line(80),
    mine: flag.default(true).describe('Only what is yours and of your office or partner'),
    meeting: optional(id).describe('Only this meeting, with its sessions as released'),
    office: optional(id).describe('Only meetings that this office and those below it host'),
  })
  .refine(({ meeting, office }) => meeting === null || office === null, rule(['office'], refusals.oneThing, ['meeting', 'office']))

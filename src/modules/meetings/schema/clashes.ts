import { z } from 'zod'
import { Cursor, Ends, Most } from '../../../platform/database/keyset.ts'
import { day, id, keptRev, line, paragraphs, seenRev } from '../../../platform/values/shapes.ts'
import { Acting } from '../../organisation/schema.ts'
import { Named } from './meetings.ts'

export const severityNames = ['fatal', 'warning', 'note'] as const
export const clashKinds = ['overlap', 'travel', 'same-session', 'unknown-length'] as const
export const clashStates = ['open', 'ignored'] as const
export const clashEventKinds = ['ignored', 'restored', 'returned'] as const

const span = { startsAt: z.iso.datetime(), endsAt: z.iso.datetime().nullable() }
const minutes = z.int().describe('For how long the person is wanted in both, or how many are missing on the way')
/** `here` is a session of the meeting asked about; `there` where else the person is wanted, without what it is where one may not read that. */
export const MeetingClash = z.object({
  person: Named,
  severity: z.enum(severityNames),
  kind: z.enum(clashKinds),
  minutes,
  ignored: z.boolean().describe('As released, and it was said why it may stay so'),
  here: z.object({ id, title: z.string(), ...span }),
  there: z.object({ session: z.string().nullable(), meeting: Named.nullable(), ...span }),
})

/** One of the two places where somebody is wanted: only its hours where the one who asks may not read the meeting. */
export const ClashSide = z.object({
  session: z.object({ id, name: z.string() }).nullable(),
  meeting: Named.nullable(),
  office: Named.nullable(),
  place: z.string().nullable(),
  ...span,
})
/** The side that begins first comes first; of an unknown length it is the one whose end nobody knows. */
export const Clash = z.object({
  id,
  person: Named,
  severity: z.enum(severityNames),
  kind: z.enum(clashKinds),
  minutes,
  startsAt: z.iso.datetime().describe('When the later of the two begins'),
  state: z.enum(clashStates),
  sides: z.array(ClashSide),
  rev: keptRev,
})

export const ClashFilter = z.object({
  state: z.enum(clashStates).default('open').describe('Those that were not ignored, or those that were'),
  severity: z.enum(severityNames).optional(),
  from: day.optional().describe('From this day on, where you are; from today unless given'),
  until: day.optional(),
})
const asked = {
  office: line(200).optional().describe('One of the two meetings is hosted by it, or below it'),
  person: line(254).optional().describe('By id or e-mail address, of those in your reach'),
}
export const ClashListing = ClashFilter.extend({ ...asked, after: Cursor.optional(), before: Cursor.optional(), most: Most })
export const ClashPage = z.object({
  clashes: z.array(Clash),
  total: z.int(),
  ignored: z.int().describe('How many of the same were ignored; of those that were ignored, how many there are'),
  office: Named.nullable(),
  person: Named.nullable(),
  ...Ends,
})

/** A session that could take place at another time, at which all who must be there are free. */
export const Move = z.object({
  session: z.object({ id, name: z.string() }),
  meeting: Named,
  startsAt: z.iso.datetime().nullable().describe('Null where there is no such time within sixty days'),
  why: z.enum(['free', 'none', 'unknown-length']),
  people: z.int().describe('How many must be there'),
})
/** Who stands in for the person in a post on that day; `free` says for which of the two sides they have nothing else. */
export const Deputy = z.object({
  person: Named,
  acting: Acting,
  position: z.string(),
  office: z.string(),
  free: z.array(z.boolean()),
})
export const ClashEvent = z.object({
  kind: z.enum(clashEventKinds),
  reason: z.string().nullable(),
  by: z.string().nullable(),
  at: z.iso.datetime(),
})
export const ClashDetail = Clash.extend({
  moves: z.array(Move).describe('Of the sessions that the one who asks may move'),
  deputies: z.array(Deputy),
  events: z.array(ClashEvent),
  mayIgnore: z.boolean(),
})
export const ClashDismissal = z.object({
  id,
  rev: seenRev,
  reason: paragraphs(2000, 5).describe('Read by whoever reads one of the two meetings'),
})

export type MeetingClash = z.infer<typeof MeetingClash>
export type Clash = z.infer<typeof Clash>
export type ClashSide = z.infer<typeof ClashSide>
export type ClashDetail = z.infer<typeof ClashDetail>
export type ClashFilter = z.infer<typeof ClashFilter>
export type ClashMove = z.infer<typeof Move>
export type Deputy = z.infer<typeof Deputy>

import { z } from 'zod'
import { Cursor, Ends } from '../../../platform/database/keyset.ts'
import { id, keptRev, list, optional, seenRev, wholeFrom } from '../../../platform/values/shapes.ts'
import { units } from '../../organisation/schema.ts'

export const seatStates = ['placed', 'waiting'] as const
const text = z.string()
const Named = z.object({ id, name: text })
const Unit = z.enum(units)

/** One of several parallel classes; without `capacity` whoever asks has a place. `gone`: no session of the released programme has it. */
export const MeetingClass = z.object({
  id,
  name: text,
  sessions: z.int(),
  capacity: z.int().nullable(),
  placed: z.int(),
  waiting: z.int(),
  units: z.array(Unit),
  gone: z.boolean(),
  rev: keptRev,
})
export const ClassList = z.object({
  meeting: Named,
  classes: z.array(MeetingClass),
  without: z.int().describe('Invitees who have no place and wait for none'),
  mayWrite: z.boolean(),
})
export const ClassChange = z.object({
  id,
  capacity: optional(wholeFrom(1, 100_000)).describe('How many fit; left out: as many as ask'),
  units: list(Unit, units.length).default([]).describe('Whose people are allotted to it'),
  rev: seenRev,
})
/** Those with a place in their order, then those who wait in theirs. */
export const ClassSeat = z.object({
  id: id.describe('Of the invitation'),
  name: text,
  office: text.nullable(),
  state: z.enum(seatStates),
  at: z.iso.datetime().describe('Since when'),
})
export const ClassSeats = z.object({ meeting: Named, class: MeetingClass, seats: z.array(ClassSeat), total: z.int(), ...Ends })
export const ClassSeatsAsked = z.object({ id, after: Cursor.optional(), before: Cursor.optional() })

/** What an invitee chooses from, and what they have; `place` is theirs among those who wait. */
export const ClassChoices = z.object({
  classes: z.array(z.object({ id, name: text, left: z.int().nullable().describe('Places that are free; null where there is no limit') })),
  own: z.object({ id, name: text, state: z.enum(seatStates), place: z.int().nullable() }).nullable(),
  open: z.boolean().describe('Whether one may still choose'),
})

export type MeetingClass = z.infer<typeof MeetingClass>
export type ClassList = z.infer<typeof ClassList>
export type ClassSeat = z.infer<typeof ClassSeat>
export type ClassChoices = z.infer<typeof ClassChoices>

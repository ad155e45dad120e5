import { z } from 'zod'
import { Cursor, Ends, Most } from '../../../platform/database/keyset.ts'
import { flag, id, keptRev, line, optional, rule, seenRev } from '../../../platform/values/shapes.ts'
import { connectionProblems } from '../../meetings/schema/attendance.ts'
import { Zone } from '../../organisation/schema.ts'
import { refusals } from '../words/refusals.ts'
import { guestStatuses } from './guests.ts'

export const reportStates = ['draft', 'recorded', 'withdrawn'] as const
export const guestHows = ['read', 'remembered', 'chosen'] as const
const text = z.string()
const Named = z.object({ id, name: text })
const moment = z.iso.datetime()

/** `offices` took part, whoever of them; names are counted by what they came to, `rows` and `waiting` are rows of the file. */
export const ParticipantCounts = z.object({
  rows: z.int(),
  waiting: z.int(),
  names: z.int(),
  offices: z.int(),
  ...Object.fromEntries(guestStatuses.map(status => [status, z.int()])),
} as { [name in 'rows' | 'waiting' | 'names' | 'offices' | (typeof guestStatuses)[number]]: z.ZodInt })

/** A participant report of a meeting by video. `draft`: looked at, and nobody is recorded by it yet. */
export const ParticipantReport = z.object({
  id,
  meeting: Named,
  number: z.int().describe('Of the reports of this meeting'),
  file: text,
  zone: Zone,
  call: text.nullable().describe('The number of the call, as the file says'),
  topic: text.nullable(),
  startsAt: moment.nullable(),
  endsAt: moment.nullable(),
  state: z.enum(reportStates),
  reason: text.nullable().describe('Why it was withdrawn'),
  by: text.nullable(),
  at: moment,
  counts: ParticipantCounts,
  problems: z
    .array(z.object({ row: z.int(), name: text, problem: z.enum(connectionProblems) }))
    .describe('Rows that are not counted, or not as they stand'),
  rev: keptRev,
})
export const ParticipantReports = z.object({ meeting: Named, zone: Zone, reports: z.array(ParticipantReport), mayRecord: z.boolean() })

/** One name of a report. `how`: read in the file, remembered from an earlier one, or chosen by somebody. */
export const Participant = z.object({
  id,
  name: text.describe('As it was displayed'),
  email: text.nullable(),
  status: z.enum(guestStatuses),
  how: z.enum(guestHows),
  office: Named.nullable(),
  invitee: Named.nullable(),
  candidates: z.array(Named).describe('Offices that the name may mean'),
  firstIn: moment.nullable(),
  lastOut: moment.nullable(),
  minutes: z.int().describe('What several connections share counts once'),
  devices: z.int(),
  connections: z.array(z.object({ row: z.int(), from: moment, to: moment })),
  rev: keptRev,
})

export const ParticipantFilter = z.object({
  status: z.enum(guestStatuses).optional(),
  unclear: flag.optional().describe('Of whom somebody has to say who they are'),
  q: line(100).optional(),
})
export const ParticipantListing = ParticipantFilter.extend({ after: Cursor.optional(), before: Cursor.optional(), most: Most })
export const ParticipantPage = z.object({ participants: z.array(Participant), total: z.int(), ...Ends })

/** Who a name is: an invitee, whoever is invited of an office, or nobody who takes part. */
export const Assignment = z
  .object({
    id,
    rev: seenRev,
    who: optional(line(400)).describe('Somebody who is invited, by id or name'),
    office: optional(line(200)).describe('Or an office, by id, code or name: whoever is invited of it'),
    nobody: flag.default(false).describe('Or nobody who takes part, such as a screen of the room'),
    once: flag.default(false).describe('Only in this report: it is not remembered for the next of meetings of this kind'),
  })
  .refine(
    ({ who, office, nobody }) => [who !== null, office !== null, nobody].filter(Boolean).length === 1,
    rule(['who'], refusals.oneMeaning, ['who', 'office', 'nobody']),
  )

/** One name with who it may be. */
export const ParticipantDetail = z.object({
  report: ParticipantReport,
  participant: Participant,
  people: z.array(z.object({ id, name: text, of: text })).describe('Everybody who is invited; those of the candidates first'),
})

export type ParticipantReport = z.infer<typeof ParticipantReport>
export type ParticipantReports = z.infer<typeof ParticipantReports>
export type Participant = z.infer<typeof Participant>
export type ParticipantFilter = z.infer<typeof ParticipantFilter>
export type ParticipantDetail = z.infer<typeof ParticipantDetail>

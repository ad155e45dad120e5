import { z } from 'zod'
import { Cursor, Ends, Most } from '../../../platform/database/keyset.ts'
import { day, flag, id, keptDay, keptRev, line, optional, paragraphs, rule, seenRev } from '../../../platform/values/shapes.ts'
import { FollowUp } from '../../followups/schema.ts'
import { refusals } from '../words/refusals.ts'
import { Named } from './minutes.ts'

export const decisionKinds = ['decision', 'recommendation'] as const
export const results = ['adopted', 'amended', 'rejected', 'postponed', 'referred', 'withdrawn', 'noted'] as const
/**
 * What became of it: not approved yet, something is to be done and nobody has begun, a follow-up is under way, its follow-ups are verified,
 * a later meeting went on with it, or there is nothing to do.
 */
export const decisionStatuses = ['draft', 'waiting', 'underway', 'done', 'continued', 'closed'] as const
export const DecisionKind = z.enum(decisionKinds)
export const Result = z.enum(results)
export const DecisionStatus = z.enum(decisionStatuses)

/** To whom it is addressed: an office, a partner or another body. */
export const Addressee = z.object({ kind: z.enum(['office', 'partner', 'body']), id: id.nullable(), name: z.string() })
export const Decision = z.object({
  id,
  number: z.string(),
  kind: DecisionKind,
  text: z.string(),
  addressee: Addressee.nullable(),
  result: Result,
  note: z.string().nullable(),
  postponedOn: keptDay.nullable(),
  dueOn: keptDay.nullable(),
  status: DecisionStatus,
  overdue: z.boolean(),
  meeting: z.object({ id, number: z.string(), title: z.string(), startsAt: z.iso.datetime() }),
  minutes: id,
  rev: keptRev,
})
/** A decision about the same matter: `turn` counts from the first meeting that dealt with it. */
export const MatterLine = Decision.extend({ turn: z.int() })
/**
 * With its follow-ups in reach, the matter through its meetings as far as one may read them, and what the one who asks may do. `office` is
 * where a follow-up would be recorded, `meetingPage` whether one may read the meeting.
 */
export const DecisionDetail = Decision.extend({
  postponedTo: Named.nullable(),
  referredTo: Named.nullable(),
  continues: Named.nullable(),
  linked: z.array(FollowUp),
  followUps: z.int().describe('Not cancelled, also those out of reach'),
  matter: z.array(MatterLine),
  office: Named,
  meetingPage: z.boolean(),
  mayWrite: z.boolean(),
  mayPlan: z.boolean(),
})

const content = {
  kind: DecisionKind,
  text: paragraphs(5000, 5),
  office: optional(line(240)).describe('The office that it is addressed to, by id, code or name: one in your reach or above the host'),
  partner: optional(line(300)).describe('Or the partner, by id or name'),
  body: optional(line(300)).describe('Or any other body, by name'),
  result: Result,
  note: optional(paragraphs(3000)).describe('What was changed, or why'),
  postponedOn: optional(day).describe('Of what was postponed: to which day'),
  postponedTo: optional(line(50)).describe('Or to which meeting, by its number or id'),
  referredTo: optional(line(240)).describe('Of what was referred: to which office'),
  dueOn: optional(day),
  continues: optional(line(60)).describe('The decision of an earlier meeting about the same matter, by its number or id'),
}
type Content = {
  office: string | null
  partner: string | null
  body: string | null
  result: string
  postponedOn: string | null
  postponedTo: string | null
  referredTo: string | null
}
const rules = <T extends z.ZodType<Content>>(shape: T) =>
  shape
    .refine(
      ({ office, partner, body }) => [office, partner, body].filter(Boolean).length <= 1,
      rule(['office'], refusals.oneAddressee, ['office', 'partner', 'body']),
    )
    .refine(
      ({ result, postponedOn, postponedTo }) => result !== 'postponed' || postponedOn !== null || postponedTo !== null,
      rule(['postponedOn'], refusals.postponedToWhen, ['result', 'postponedOn', 'postponedTo']),
    )
    .refine(
      ({ result, referredTo }) => result !== 'referred' || referredTo !== null,
      rule(['referredTo'], refusals.referredToWhom, ['result', 'referredTo']),
    )
export const DecisionAddition = rules(z.object({ ...content, minutes: id }))
export const DecisionChange = rules(z.object({ ...content, id, rev: seenRev }))

export const sorts = ['created', '-created', 'due', '-due'] as const
/** `office` is the addressee, with those below it; `open` what something is still to be done about. */
export const DecisionFilter = z.object({
  meeting: id.optional(),
  kind: DecisionKind.optional(),
  result: Result.optional(),
  status: DecisionStatus.optional(),
  open: flag.optional(),
  overdue: flag.optional(),
  office: id.optional(),
  minutes: id.optional(),
  followUp: id.optional(),
  q: line(100).optional(),
})
export const DecisionListing = DecisionFilter.extend({
  office: line(200).optional(),
  sort: z.enum(sorts).default('-created'),
  after: Cursor.optional(),
  before: Cursor.optional(),
  most: Most,
})
export const DecisionPage = z.object({
  decisions: z.array(Decision),
  total: z.int(),
  similar: z.boolean().describe('Nothing has the words: these come nearest'),
  counts: z.object({ total: z.int(), open: z.int(), overdue: z.int() }).describe('Of the filter without status, open and overdue'),
  office: Named.nullable(),
  meeting: Named.nullable(),
  ...Ends,
})

export const Plan = z.object({
  id,
  action: line(300, 5),
  detail: optional(paragraphs(5000)),
  ownerId: id,
  dueOn: day,
  important: flag.default(false),
  /** The partner that it is addressed to sees the follow-up too. */
  shared: flag.default(false),
})

export type DecisionKind = z.infer<typeof DecisionKind>
export type Result = z.infer<typeof Result>
export type DecisionStatus = z.infer<typeof DecisionStatus>
export type Decision = z.infer<typeof Decision>
export type DecisionDetail = z.infer<typeof DecisionDetail>
export type DecisionFilter = z.infer<typeof DecisionFilter>
export type MatterLine = z.infer<typeof MatterLine>
export type DecisionContent = Omit<z.output<typeof DecisionAddition>, 'minutes'>

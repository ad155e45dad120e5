import { z } from 'zod'
import { Cursor, Ends, Most } from '../../platform/database/keyset.ts'
import { day, flag, id, keptDay, keptRev, line, list, optional, paragraphs, seenRev, Upload } from '../../platform/values/shapes.ts'

export const states = ['open', 'reported', 'returned', 'verified', 'cancelled'] as const
export const acts = ['report', 'verify', 'reassign', 'reschedule', 'cancel', 'reopen'] as const
export const eventKinds = ['assigned', 'reassigned', 'reported', 'returned', 'verified', 'cancelled', 'reopened', 'rescheduled'] as const
export const State = z.enum(states)
export const Act = z.enum(acts)

export const Named = z.object({ id, name: z.string() })

/** One line of a list. `daysLeft` counts to the due date in the office's zone; negative is late, `null` when nothing is awaited. */
export const FollowUp = z.object({
  id,
  number: z.string(),
  action: z.string(),
  detail: z.string().nullable(),
  state: State,
  overdue: z.boolean(),
  daysLeft: z.number().int().nullable(),
  important: z.boolean(),
  dueOn: keptDay,
  office: Named,
  owner: Named,
  partner: Named.nullable(),
  origin: z.object({ kind: z.string(), id, label: z.string() }).nullable(),
  createdAt: z.iso.datetime(),
  rev: keptRev,
})

/** The words of what it was begun for, of how many such things, where they are read, and what all of them are about. */
export const Grounds = z.object({
  text: z.string(),
  count: z.int(),
  path: z.string(),
  things: z.array(z.object({ kind: z.string(), id, name: z.string() })),
})
/** With its grounds, for whoever may read them: the findings that it answers. */
export const FollowUpLine = FollowUp.extend({ grounds: Grounds.nullable() })

export const Evidence = z.object({ id, name: z.string(), type: z.string(), bytes: z.number().int() })
/** What happened: `owner` and `dueOn` where the line changes them; `by` is null when Sinergi itself did it. */
export const FollowUpEvent = z.object({
  id,
  kind: z.enum(eventKinds),
  at: z.iso.datetime(),
  by: z.string().nullable(),
  note: z.string().nullable(),
  adequate: z.boolean().nullable(),
  owner: z.string().nullable(),
  dueOn: keptDay.nullable(),
  evidence: z.array(Evidence),
})
/** That it was overdue was told to those who may judge it at an office; `passed` are offices between that nobody answers for. */
export const Escalation = z.object({
  at: z.iso.datetime(),
  dueOn: keptDay,
  office: z.string(),
  persons: z.array(z.string()),
  passed: z.array(z.string()),
})
export type Escalation = z.infer<typeof Escalation>
/** `originPage` is the page of what it came from, for whoever may read it; `acts` are what the one who asks may do now; `ownerPhones` only for whoever may read the people of the office. */
export const FollowUpDetail = FollowUpLine.extend({
  originPage: z.string().nullable(),
  events: z.array(FollowUpEvent),
  escalations: z.array(Escalation).describe('For whoever reads the follow-ups of its office, and its owner'),
  acts: z.array(Act),
  mine: z.boolean(),
  ownerPhones: z.array(z.string()),
  verifiers: z.array(z.string()).describe('by name, of whom one verifies what was reported: the nearest; empty for partners'),
  otherVerifiers: z.int().describe('how many more may: those of the offices above'),
})

/** How many in each state, and of those how many are overdue. `active` is all that is neither verified nor cancelled. */
export const FollowUpCounts = z.object({
  total: z.number().int(),
  active: z.number().int(),
  overdue: z.number().int(),
  states: z.object({
    open: z.number().int(),
    reported: z.number().int(),
    returned: z.number().int(),
    verified: z.number().int(),
    cancelled: z.number().int(),
  }),
})
export const RemainingDay = z.object({ day: keptDay, open: z.number().int(), done: z.number().int(), planned: z.number().int() })

export const sorts = ['due', '-due', 'created', '-created', 'owner', '-owner'] as const
/**
 * `active` is all that is neither verified nor cancelled; `office` takes those below it along; `mine` is what the one who asks has to do,
 * `toVerify` what they may judge.
 */
export const FollowUpFilter = z.object({
  state: State.optional(),
  active: flag.optional(),
  overdue: flag.optional(),
  important: flag.optional(),
  office: id.optional(),
  owner: id.optional(),
  partner: id.optional(),
  mine: flag.optional(),
  toVerify: flag.optional(),
  /** Due within a week, and not late. */
  soon: flag.optional(),
  /** Of findings of this evaluation cycle, or about this agreement. */
  cycle: id.optional(),
  agreement: id.optional(),
  q: line(100).optional(),
})
/** An office as people name it: its id, its code, or words of its name. */
export const OfficeRef = line(200)
const Ref = line(300)
export const FollowUpListing = FollowUpFilter.extend({
  office: OfficeRef.optional(),
  owner: Ref.optional().describe('By id or name, as are partner and cycle'),
  partner: Ref.optional(),
  cycle: Ref.optional(),
  sort: z.enum(sorts).default('due'),
  after: Cursor.optional(),
  before: Cursor.optional(),
  most: Most,
})
/** `office` is the one that the filter was taken to mean; `total` is of the whole filter; the names are of what else is filtered by. */
export const FollowUpPage = z.object({
  followUps: z.array(FollowUpLine),
  total: z.number().int(),
  similar: z.boolean().describe('Nothing has the words: these come nearest'),
  counts: FollowUpCounts,
  office: Named.nullable(),
  owner: Named.nullable(),
  partner: Named.nullable(),
  cycle: Named.nullable(),
  agreement: Named.nullable(),
  ...Ends,
})

export const Reason = paragraphs(2000, 5)
export const FollowUpDraft = z.object({
  action: line(300, 5),
  detail: optional(paragraphs(5000)),
  officeId: id,
  ownerId: id,
  dueOn: day,
  important: flag.default(false),
  /** A partner by name or id, whose contacts may then read it, its reports and their evidence. */
  partner: optional(line(300)),
})
/** The agreement that it is about, by id or by the number of the commission; it is then read on that agreement’s page. */
export const NewFollowUp = FollowUpDraft.extend({ agreement: optional(line(300)) })
export const Report = z.object({ id, rev: seenRev, note: paragraphs(5000, 5), evidence: list(Upload, 5) })
export const Verdict = z.object({ id, rev: seenRev, adequate: flag, note: optional(paragraphs(2000)) })

export type State = z.infer<typeof State>
export type Act = z.infer<typeof Act>
export type EventKind = (typeof eventKinds)[number]
export type FollowUp = z.infer<typeof FollowUp>
export type FollowUpLine = z.infer<typeof FollowUpLine>
/** What is told of what it was begun for, where that was asked. */
export type Grounded = Pick<FollowUpLine, 'partner'> & {
  grounds?: FollowUpLine['grounds'] | undefined
  origin?: FollowUpLine['origin'] | undefined
}
export type FollowUpEvent = z.infer<typeof FollowUpEvent>
export type FollowUpDetail = z.infer<typeof FollowUpDetail>
export type FollowUpCounts = z.infer<typeof FollowUpCounts>
export type FollowUpFilter = z.infer<typeof FollowUpFilter>
export type RemainingDay = z.infer<typeof RemainingDay>

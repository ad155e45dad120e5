import { z } from 'zod'
import { Cursor, Most } from '../../platform/database/keyset.ts'
import { day, flag, id, keptDay, keptRev, line, list, officeCode, optional, rule, seenRev } from '../../platform/values/shapes.ts'
import { partnerClasses } from '../partners/schema.ts'
import { Answers, AskedObligation, Instrument, LocalizedText, Side } from '../questionnaires/schema.ts'
import { refusals } from './words/refusals.ts'

/** Which agreements a cycle asks about; an empty list sets no bound. `offices` are codes, each with all below it. */
export const agreementKinds = ['mou', 'pks', 'addendum'] as const
/** Statuses of a signed agreement, as on the last day of the period (or today, if that is earlier). */
export const agreementStatuses = ['active', 'expiring', 'expired', 'in_renewal', 'awaiting_start', 'terminated', 'completed'] as const
export const Scope = z.object({
  kinds: list(z.enum(agreementKinds)).default([]),
  partnerClasses: list(z.enum(partnerClasses)).default([]),
  statuses: list(z.enum(agreementStatuses)).default([]),
  offices: list(officeCode).default([]),
})
export type Scope = z.infer<typeof Scope>

/** Draft: not opened. Ahead: opened, its first day still to come. Late: past the due day, answers still taken. */
export const phases = ['draft', 'ahead', 'open', 'late', 'closed'] as const
export const Phase = z.enum(phases)
export type Phase = z.infer<typeof Phase>

const dates = { periodFrom: day, periodTo: day, opensOn: day, dueOn: day, closesOn: day }
const cycleFields = {
  name: line(200, 3),
  /** Without it the newest version of the built-in questionnaire. */
  instrumentId: optional(id),
  ...dates,
  scope: Scope.default({ kinds: [], partnerClasses: [], statuses: [], offices: [] }),
}
const ordered = <T extends z.ZodType<Record<keyof typeof dates, string>>>(shape: T) =>
  shape
    .refine(({ periodFrom, periodTo }) => periodFrom <= periodTo, rule(['periodTo'], refusals.periodCrosses, ['periodFrom', 'periodTo']))
    .refine(({ opensOn, dueOn }) => opensOn <= dueOn, rule(['dueOn'], refusals.dueDateBeforeFirstDay, ['opensOn', 'dueOn']))
    .refine(({ dueOn, closesOn }) => dueOn <= closesOn, rule(['closesOn'], refusals.closingDayNotCome, ['dueOn', 'closesOn']))
/** `officeId` is whose cycle it is: it reaches that office and all below it. Without it, the national office. */
export const CycleDraft = ordered(z.object({ officeId: optional(id), ...cycleFields }))
export const CycleChange = ordered(z.object({ id, ...cycleFields, rev: seenRev }))

const Named = z.object({ id, name: z.string() })
const Counted = { assignments: z.int(), submitted: z.int() }
export const Cycle = z.object({
  id,
  name: z.string(),
  office: Named.extend({ path: z.string() }),
  instrument: z.object({ id, key: z.string(), version: z.int(), title: LocalizedText, sides: z.array(Side) }),
  periodFrom: keptDay,
  periodTo: keptDay,
  opensOn: keptDay,
  dueOn: keptDay,
  closesOn: keptDay,
  scope: Scope,
  regions: z.array(z.object({ code: z.string(), name: z.string() })),
  phase: Phase,
  openedAt: z.date().nullable(),
  closedAt: z.date().nullable(),
  rev: keptRev,
  /** Forms in your reach, and how many of them were submitted. */
  ...Counted,
})
export type Cycle = z.infer<typeof Cycle>

/** Where one form is. Its answers say nothing here, so that counts may be seen by everybody in reach. */
export const assignmentStates = ['not_started', 'draft', 'submitted'] as const
/**
 * As a filter: `late` was submitted after its due day, `waiting` was not submitted, `overdue` is waiting past its due day, `never` was not
 * submitted and is taken no more. What is `never` is nothing else.
 */
export const AssignmentFilter = z.enum([...assignmentStates, 'late', 'waiting', 'overdue', 'never'])
export type AssignmentFilter = z.infer<typeof AssignmentFilter>
const code = z.string().max(20)
export const AssignmentQuery = z.object({
  cycle: id.optional(),
  side: Side.optional(),
  state: AssignmentFilter.optional(),
  /** Codes: a province with all below it, or one office. */
  province: code.optional(),
  office: code.optional(),
  agreement: id.optional(),
  /** Of agreements with this partner, both sides. */
  partner: id.optional(),
  /** Words of the agreement, its number, the office or the partner. */
  q: line(100).optional(),
  /** Only forms that are for you: of the very office or partner that you answer for. */
  mine: flag.optional(),
  /** Only of cycles that run now. */
  running: flag.optional(),
})
export const AssignmentListing = AssignmentQuery.extend({
  sort: z.enum(['office', 'due', '-due']).default('office'),
  after: Cursor.optional(),
  before: Cursor.optional(),
  most: Most,
})

const assignmentFields = {
  id,
  cycle: Named,
  agreement: z.object({ id, title: z.string(), kpuNumber: z.string().nullable(), partnerNames: z.string() }),
  office: Named.extend({ code: z.string(), path: z.string() }),
  side: Side,
  partner: Named.nullable(),
  state: z.enum(assignmentStates),
  /** Submitted after the due day, or past it and still to be submitted. */
  late: z.boolean(),
  phase: Phase,
  dueOn: keptDay,
  submittedAt: z.date().nullable(),
  /** 0 to 100; null also while the other side has not submitted and this is not your side. */
  score: z.number().nullable(),
  lastLetterAt: z.date().nullable(),
  reachable: z.boolean().nullable().describe('Whether somebody can be written to about it; null for whoever may write to nobody'),
}
export const AssignmentRow = z.object(assignmentFields)
export type AssignmentRow = z.infer<typeof AssignmentRow>

export const StoredFile = z.object({ name: z.string(), bytes: z.number() })
const Given = z.object({ answers: Answers, files: z.record(z.string(), StoredFile) })
export const Counterpart = z.object({
  id,
  side: Side,
  name: z.string(),
  submittedAt: z.date().nullable(),
  score: z.number().nullable(),
  /** Null until both sides have submitted or the cycle is closed. */
  given: Given.nullable(),
})
export const Assignment = z.object({
  ...assignmentFields,
  instrument: Instrument,
  obligations: z.array(AskedObligation),
  periodFrom: keptDay,
  periodTo: keptDay,
  opensOn: keptDay,
  closesOn: keptDay,
  isCycleClosed: z.boolean().describe('Nothing is taken any more, and no form can be given more time'),
  extendedTo: keptDay.nullable(),
  submittedBy: z.string().nullable(),
  sections: z.array(z.object({ key: z.string(), score: z.number().nullable(), weightUsed: z.number() })).nullable(),
  /** Null when it is the other side's, and not yet for you to see. */
  given: Given.nullable(),
  /** What you have seen of the answers, to send back with changes. */
  rev: z.string(),
  savedAt: z.date().nullable(),
  /** Whether this is your side: its drafts and the history of its answers are for you too. */
  isOwnSide: z.boolean(),
  /** Whether you may answer for this side at all; `phase` and `state` say whether now. */
  canAnswer: z.boolean(),
  events: z.array(
    z.object({
      kind: z.enum(['submitted', 'returned', 'extended']),
      note: z.string().nullable(),
      by: z.string().nullable(),
      at: z.date(),
      /** Of a submission: when the form was sent off, as the device said. */
      capturedAt: z.date().nullable(),
    }),
  ),
  counterparts: z.array(Counterpart),
})
export type Assignment = z.infer<typeof Assignment>

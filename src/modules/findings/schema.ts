import { z } from 'zod'
import { Cursor, Ends, Most } from '../../platform/database/keyset.ts'
import { day, flag, id, line, optional, paragraphs } from '../../platform/values/shapes.ts'
import { FollowUp } from '../followups/schema.ts'

export const kinds = ['obstacle', 'suggestion', 'criticism', 'solution'] as const
export const categories = ['budget', 'coordination', 'people', 'regulation', 'data', 'schedule', 'documents', 'other'] as const
/** Kinds that somebody has to do something about; the others are kept for what they say. */
export const problems = ['obstacle', 'criticism'] as const satisfies readonly (typeof kinds)[number][]
/**
 * What became of it: nothing yet though it is a problem, nothing and none is needed, a follow-up that is under way, one that was verified,
 * or it was set aside with a reason.
 */
export const findingStatuses = ['open', 'noted', 'underway', 'done', 'dismissed'] as const
export const sides = ['kpu', 'partner'] as const
export const Kind = z.enum(kinds)
export const Category = z.enum(categories)
export const FindingStatus = z.enum(findingStatuses)
/** A category, or `none` for what has none. */
export const CategoryFilter = z.enum([...categories, 'none'])

const Named = z.object({ id, name: z.string() })
const LocalizedText = z.object({ id: z.string(), en: z.string() })

/**
 * Whose words they are: of an evaluation, who submitted the form (null where nobody known did) for which partner or office; of what was
 * recorded by hand, who recorded it, with no institution. Null as a whole when Sinergi itself recorded it.
 */
export const Author = z.object({ name: z.string().nullable(), institution: z.string().nullable() })

/** `source` is what it was written in, null when it was recorded by hand; `question` is how it was asked there; `followUps` counts those not cancelled. */
export const Finding = z.object({
  id,
  number: z.string(),
  kind: Kind,
  category: Category.nullable(),
  text: z.string(),
  status: FindingStatus,
  office: Named,
  partner: Named.nullable(),
  /** With the names of its partners, since an office writes of an agreement and not of one partner. */
  agreement: z.object({ id, title: z.string(), partners: z.string() }).nullable(),
  side: z.enum(sides).nullable(),
  source: z.object({ kind: z.string(), id }).nullable(),
  question: LocalizedText.nullable(),
  author: Author.nullable(),
  followUps: z.number().int(),
  createdAt: z.iso.datetime(),
})
export const Dismissal = z.object({ reason: z.string(), by: z.string().nullable(), at: z.iso.datetime() })
/** With its follow-ups in reach, the page of its source where that is in reach, and what the one who asks may do with it. */
export const FindingDetail = Finding.extend({
  dismissal: Dismissal.nullable(),
  /** The partner that it names, or those of its agreement. */
  partners: z.array(Named),
  sourcePage: z.object({ name: z.string(), path: z.string().nullable() }).nullable(),
  linked: z.array(FollowUp),
  mayWrite: z.boolean(),
  mayPlan: z.boolean(),
})

export const sorts = ['-created', 'created', 'office', '-office'] as const
/** Without `status`, all but those set aside. `office` takes those below it along; `source` is what it was written in. */
export const FindingFilter = z.object({
  kind: Kind.optional(),
  category: CategoryFilter.optional(),
  status: FindingStatus.optional(),
  office: id.optional(),
  partner: id.optional(),
  agreement: id.optional(),
  cycle: id.optional(),
  source: id.optional(),
  /** Says the same, whatever its case, signs and spaces: the id of a group. */
  sentence: id.optional(),
  /** Handled by this follow-up. */
  followUp: id.optional(),
  q: line(100).optional(),
})
export const FindingListing = FindingFilter.extend({
  office: line(200).optional(),
  partner: line(300).optional().describe('By id or name, as is cycle; an agreement by id or number'),
  agreement: line(300).optional(),
  cycle: line(300).optional(),
  sort: z.enum(sorts).default('-created'),
  after: Cursor.optional(),
  before: Cursor.optional(),
  most: Most,
})

const number = z.number().int()
/** Of what fits the filter without its `status`; `total` leaves out what was set aside, as does `kinds`. */
export const FindingCounts = z.object({
  total: number,
  statuses: z.object({ open: number, noted: number, underway: number, done: number, dismissed: number }),
  kinds: z.object({ obstacle: number, suggestion: number, criticism: number, solution: number }),
  /** Obstacles that nobody has begun to follow up: what is left untreated. */
  openObstacles: number,
  /** Of the whole filter, its `status` too; the most frequent first, what has no category last. */
  categories: z.array(z.object({ category: Category.nullable(), count: number })),
})
/** `total` is of the whole filter, its `status` too; the names are of what is filtered by, where something in it is in reach. */
export const FindingPage = z.object({
  findings: z.array(Finding),
  total: number,
  similar: z.boolean().describe('Nothing has the words: these come nearest'),
  counts: FindingCounts,
  office: Named.nullable(),
  partner: Named.nullable(),
  agreement: Named.nullable(),
  cycle: Named.nullable(),
  sentence: Named.nullable(),
  ...Ends,
})

/** Findings that say the same: how many, at how many offices, with how many partners, and what became of them. */
export const FindingGroup = z.object({
  id,
  text: z.string(),
  count: number,
  offices: number,
  partners: number,
  kinds: z.array(Kind),
  statuses: FindingCounts.shape.statuses,
})
/** `total` is how many sentences there are; the names are of what is filtered by. */
export const GroupPage = z.object({
  groups: z.array(FindingGroup),
  total: number,
  ...FindingPage.pick({ office: true, partner: true, agreement: true, cycle: true, sentence: true }).shape,
  ...Ends,
})

export const FindingDraft = z.object({
  kind: Kind,
  category: optional(Category),
  text: paragraphs(10_000, 5),
  officeId: id,
  /** An agreement by number or id, and a partner by name or id: it then stands on their pages. */
  agreement: optional(line(300)),
  partner: optional(line(300)),
})
export const Plan = z.object({
  id,
  action: line(300, 5),
  detail: optional(paragraphs(5000)),
  ownerId: id,
  dueOn: day,
  important: flag.default(false),
  /** The partner of the finding sees the follow-up too; what it must do is then worded for its eyes. */
  shared: flag.default(false),
})

/** What another module found in a source of its own: one for each key of the source. */
export type FoundRow = {
  sourceId: string
  sourceKey: string
  cycleId: string | null
  kind: Kind
  category: string | null
  text: string
  question: { id: string; en: string } | null
  officeId: string
  partnerId: string | null
  agreementId: string | null
  obligationId: string | null
  side: (typeof sides)[number] | null
  /** Who submitted the form: whose words they are, whoever's act brought them together. */
  authorId: string | null
  /** As it is signed, for the audit trail. */
  author: string
}

export type Kind = z.infer<typeof Kind>
export type Author = z.infer<typeof Author>
export type Category = z.infer<typeof Category>
export type FindingStatus = z.infer<typeof FindingStatus>
export type Finding = z.infer<typeof Finding>
export type FindingDetail = z.infer<typeof FindingDetail>
export type FindingGroup = z.infer<typeof FindingGroup>
export type FindingFilter = z.infer<typeof FindingFilter>
export type FindingCounts = z.infer<typeof FindingCounts>

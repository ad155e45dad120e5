import { z } from 'zod'
import { Cursor, Ends, Most } from '../../platform/database/keyset.ts'
import {
  day,
  flag,
  id,
  keptDay,
  keptRev,
  line,
  list,
  optional,
  paragraphs,
  rule,
  seenRev,
  severalOf,
  Upload,
  wholeFrom,
  year,
} from '../../platform/values/shapes.ts'
import { PartnerClass } from '../partners/schema.ts'
import { refusals } from './words/refusals.ts'

export const agreementKinds = ['mou', 'pks', 'addendum'] as const
export const stages = ['draft', 'negotiation', 'awaiting_signature', 'signed'] as const
export const statuses = [
  'draft',
  'negotiation',
  'awaiting_signature',
  'awaiting_start',
  'active',
  'expiring',
  'expired',
  'in_renewal',
  'terminated',
  'completed',
] as const
export const opennesses = ['public', 'on_request', 'excluded'] as const
export const eventKinds = [
  'created',
  'negotiation',
  'awaiting_signature',
  'signed',
  'renewal_started',
  'renewed',
  'terminated',
  'completed',
  'imported',
] as const
export const sides = ['kpu', 'partner'] as const
export const obligationSides = ['kpu', 'partner', 'both'] as const
export const Kind = z.enum(agreementKinds)
export const Stage = z.enum(stages)
export const Status = z.enum(statuses)
export const Openness = z.enum(opennesses)
export type Kind = z.output<typeof Kind>
export type Stage = z.output<typeof Stage>
export type Status = z.output<typeof Status>
/** What a list asks: a status, or all that is in force. */
const AskedStatus = z.enum(['in_force', ...statuses])
export type AskedStatus = z.output<typeof AskedStatus>
export type Openness = z.output<typeof Openness>
export type EventKind = (typeof eventKinds)[number]

const text = z.string()
const Named = z.object({ id, name: text })

/** One line of the register. `number` is the commission's own, `partners` the names of all, `status` that of the reader's day. */
export const Agreement = z.object({
  id,
  kind: Kind,
  title: text,
  number: text.nullable(),
  partners: text,
  office: text,
  signedOn: keptDay.nullable(),
  endsOn: keptDay.nullable(),
  status: Status,
  openness: Openness,
})
export type Agreement = z.output<typeof Agreement>

export const sorts = ['title', 'signed', 'ends', 'number'] as const
export const Sort = z.enum(['title', '-title', 'signed', '-signed', 'ends', '-ends', 'number', '-number'])
export type Sort = z.output<typeof Sort>

const filters = {
  q: line(200).optional().describe('Words, or the beginnings of words, of the title, partners, numbers and scope'),
  status: severalOf(AskedStatus)
    .optional()
    .describe(
      'One or several, with commas between them. `in_force` is all that binds both sides today: begun, not past its last day, not ended; ' +
        '`active` of this what has more than 90 days left and is not being renewed',
    ),
  endsWithin: wholeFrom(1, 3660).optional().describe('In force today, and its last day is at most so many days ahead'),
  kind: Kind.optional(),
  class: PartnerClass.optional(),
  office: line(200).optional().describe('Id, code or name; those below it count too'),
  year: year.optional().describe('Of signing, or of the start when not signed'),
  partner: line(200).optional().describe('Id or name'),
  openness: Openness.optional(),
  parent: id.optional().describe('Only those directly under this agreement'),
  sort: Sort.optional().describe('Latest signed first unless given; for what is in force, expires or has expired, by the end'),
}
export const AgreementFilter = z.object(filters)
export type AgreementFilter = z.output<typeof AgreementFilter>
export const AgreementQuery = AgreementFilter.extend({ after: Cursor.optional(), before: Cursor.optional(), most: Most })
/**
 * `total` counts up to 1,000; `more` says that there are more than that. `similar` is true when nothing has the words and these only
 * resemble them.
 */
export const AgreementList = z.object({ agreements: z.array(Agreement), total: z.int(), more: z.boolean(), similar: z.boolean(), ...Ends })
export type AgreementList = z.output<typeof AgreementList>

/** `near` where nothing fits what was typed and this may have been meant. */
export const Choice = z.object({ value: text, label: text, near: z.boolean() })

export const Party = z.object({
  side: z.enum(sides),
  office: Named.nullable(),
  partner: Named.nullable(),
  number: text.nullable(),
  signatory: text.nullable(),
  signatoryPosition: text.nullable(),
  authority: text.nullable(),
})
export type Party = z.output<typeof Party>
export const Obligation = z.object({
  id,
  article: text.nullable(),
  side: z.enum(obligationSides),
  text,
  indicator: text.nullable(),
  target: text.nullable(),
  dueOn: keptDay.nullable(),
  rev: keptRev,
})
export type Obligation = z.output<typeof Obligation>
export const AgreementDocument = z.object({
  id,
  label: text,
  file: z.object({ id, name: text, size: z.int() }),
  addedBy: text.nullable(),
  addedAt: z.iso.datetime(),
  published: z.boolean().describe('Shown to everybody in the public register while the agreement is public'),
})
export type AgreementDocument = z.output<typeof AgreementDocument>
export const AgreementEvent = z.object({
  kind: z.enum(eventKinds),
  on: keptDay,
  note: text.nullable(),
  by: text.nullable(),
  at: z.iso.datetime(),
})
export type AgreementEvent = z.output<typeof AgreementEvent>
/** Below `parentId`; `depth` is 1 for what stands directly under the agreement that was asked for. */
export const Descendant = z.object({
  id,
  parentId: id,
  depth: z.int(),
  kind: Kind,
  title: text,
  number: text.nullable(),
  office: text,
  status: Status,
})
export type Descendant = z.output<typeof Descendant>
const Above = z.object({ id, kind: Kind, title: text, number: text.nullable(), visible: z.boolean() })

/**
 * `office` keeps the record; `rev` goes back with a change. `children` are those in reach, at most 200, however deep; `below` counts all
 * right below it.
 */
export const AgreementDetail = z.object({
  id,
  kind: Kind,
  title: text,
  stage: Stage,
  status: Status,
  office: Named.extend({ path: text }),
  reach: z.array(text).describe('Paths of the offices that are parties'),
  parent: Above.nullable(),
  signedOn: keptDay.nullable(),
  startsOn: keptDay.nullable(),
  endsOn: keptDay.nullable(),
  place: text.nullable(),
  openness: Openness,
  exclusionReason: text.nullable(),
  renewalSince: keptDay.nullable(),
  endedOn: keptDay.nullable(),
  endedHow: z.enum(['terminated', 'completed']).nullable(),
  endedReason: text.nullable(),
  rev: keptRev,
  createdAt: z.iso.datetime(),
  parties: z.array(Party),
  scope: z.array(text),
  obligations: z.array(Obligation),
  documents: z.array(AgreementDocument),
  events: z.array(AgreementEvent),
  children: z.array(Descendant),
  below: z.int().describe('How many in reach are right below it'),
})
export type AgreementDetail = z.output<typeof AgreementDetail>

/**
 * A party as it is typed. A row in which nothing but the side is filled in counts as absent, whatever its place, but for the first of a
 * side that has no other: who it is is still to be said.
 */
const PartyDraft = z.object({
  side: z.enum(sides),
  office: optional(line(200)).describe('Of the commission: id, code or name of the office'),
  partner: optional(line(200)).describe('Of a partner: id or name as registered'),
  number: optional(line(120)),
  signatory: optional(line(150)),
  signatoryPosition: optional(line(200)),
  authority: optional(line(300)).describe('What gives the right to sign: a decision or a power of attorney'),
})
const filled = ({ side: _, at: __, ...rest }: z.output<typeof PartyDraft> & { at: number }): boolean =>
  Object.values(rest).some(value => value !== null)
/** `at` is the place in what was sent, for messages beside the right row. */
export const Parties = list(PartyDraft, 40).transform(parties => {
  const placed = parties.map((party, at) => ({ ...party, at }))
  const firstOf = (side: string) => placed.find(party => party.side === side && filled(party)) ?? placed.find(party => party.side === side)
  return placed.filter(party => filled(party) || party === firstOf(party.side))
})
export type PartyDraft = z.output<typeof Parties>[number]

const obligation = {
  article: optional(line(60)),
  side: z.enum(obligationSides),
  text: paragraphs(2000, 3),
  indicator: optional(line(500)),
  target: optional(line(500)),
  dueOn: optional(day),
}
export const ObligationDraft = z.object(obligation)
export type ObligationDraft = z.output<typeof ObligationDraft>
/** What an item of a scope takes, in letters; an import takes as much. */
export const longestArea = 4000
/** A text is a list as well: each line is an item. */
export const Scope = z.preprocess(
  given => (typeof given === 'string' ? given.split('\n') : given),
  list(z.string(), 200)
    .transform(items => items.map(item => item.trim()).filter(item => item !== ''))
    .pipe(z.array(line(longestArea))),
)

const details = {
  kind: Kind,
  title: line(500, 5),
  parent: optional(line(120)).describe('Id or number of the agreement that this one carries out or amends'),
  parties: Parties,
  scope: Scope,
  signedOn: optional(day),
  startsOn: optional(day).describe('The signing day unless given'),
  endsOn: optional(day),
  place: optional(line(150)),
  openness: Openness.default('public'),
  exclusionReason: optional(line(300)),
  evenSo: flag.default(false).describe('Also when the same number and partner, or title, partner and day, are recorded already'),
}
type Details = {
  startsOn: string | null
  signedOn: string | null
  endsOn: string | null
  openness: Openness
  exclusionReason: string | null
  kind: Kind
  parent: string | null
}
const endsAfterStart = ({ startsOn, signedOn, endsOn }: Details): boolean =>
  !endsOn || !(startsOn ?? signedOn) || endsOn >= (startsOn ?? signedOn)!
const endsRule = rule(['endsOn'], refusals.endBeforeStart, ['startsOn', 'signedOn', 'endsOn'])
type Openly = Pick<Details, 'openness' | 'exclusionReason'>
const hasReason = ({ openness, exclusionReason }: Openly): boolean => openness !== 'excluded' || exclusionReason !== null
const reasonRule = rule(['exclusionReason'], refusals.exclusionWithoutReason, ['openness', 'exclusionReason'])
const isExcluded = ({ openness, exclusionReason }: Openly): boolean => openness === 'excluded' || exclusionReason === null
const exclusionRule = rule(['exclusionReason'], refusals.reasonWithoutExclusion, ['openness', 'exclusionReason'])
/** How open an agreement is; only what is excluded has a reason, and always. */
export const Classification = z
  .object({ openness: Openness, exclusionReason: optional(line(300)) })
  .refine(hasReason, reasonRule)
  .refine(isExcluded, exclusionRule)
const hasParent = ({ kind, parent }: Details): boolean => kind !== 'addendum' || parent !== null
const parentRule = rule(['parent'], refusals.addendumWithoutParent, ['kind', 'parent'])
export const signedOnMissing = refusals.signingDayMissing
const signedWhen = ({ stage, signedOn }: { stage: Stage; signedOn: string | null }): boolean => stage !== 'signed' || signedOn !== null
const signedRule = rule(['signedOn'], signedOnMissing, ['stage', 'signedOn'])

const names =
  (side: (typeof sides)[number]) =>
  ({ parties }: { parties: readonly PartyDraft[] }) =>
    parties.some(party => party.side === side)
const officeRule = rule(['parties'], refusals.partyOfficeMissing, ['parties'])
const partnerRule = rule(['parties'], refusals.partyPartnerMissing, ['parties'])

export const AgreementDraft = z
  .object({ ...details, stage: Stage.default('draft'), obligations: list(ObligationDraft, 100) })
  .refine(endsAfterStart, endsRule)
  .refine(hasReason, reasonRule)
  .refine(isExcluded, exclusionRule)
  .refine(hasParent, parentRule)
  .refine(names('kpu'), officeRule)
  .refine(names('partner'), partnerRule)
  .refine(signedWhen, signedRule)
export type AgreementDraft = z.output<typeof AgreementDraft>
export const AgreementChange = z
  .object({ id, ...details, rev: seenRev })
  .refine(endsAfterStart, endsRule)
  .refine(hasReason, reasonRule)
  .refine(isExcluded, exclusionRule)
  .refine(hasParent, parentRule)
  .refine(names('kpu'), officeRule)
  .refine(names('partner'), partnerRule)

const note = optional(paragraphs(2000))
export const Advance = z.object({
  id,
  stage: z.enum(['negotiation', 'awaiting_signature']),
  on: optional(day).describe('Today unless given'),
  note,
  rev: seenRev,
})
export const Signing = z.object({
  id,
  signedOn: day,
  startsOn: optional(day).describe('The signing day unless given'),
  endsOn: optional(day),
  place: optional(line(150)),
  note,
  rev: seenRev,
})
export const RenewalStart = z.object({ id, on: optional(day).describe('Today unless given'), note, rev: seenRev })
export const Renewal = z.object({
  id,
  endsOn: day,
  signedOn: optional(day).describe('When the renewal was agreed; today unless given'),
  note,
  rev: seenRev,
})
export const Termination = z.object({ id, on: day, reason: paragraphs(2000, 10), rev: seenRev })
export const Completion = z.object({ id, on: day, note, rev: seenRev })

export const ObligationAddition = z.object({ agreement: id, ...obligation })
export const ObligationChange = z.object({ id, ...obligation, rev: seenRev })
export const DocumentAddition = z.object({ agreement: id, label: line(150, 2), file: Upload })

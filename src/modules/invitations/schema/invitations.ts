import { z } from 'zod'
import { Cursor, Ends, Most } from '../../../platform/database/keyset.ts'
import { email, flag, id, keptRev, line, list, optional, rule } from '../../../platform/values/shapes.ts'
import { modes } from '../../meetings/schema/meetings.ts'
import { involvements } from '../../meetings/schema/programmes.ts'
import { units } from '../../organisation/schema.ts'
import { partnerClasses } from '../../partners/schema.ts'
import { refusals } from '../words/refusals.ts'
import { LettersRun } from './letters.ts'

export const ruleKinds = ['positions', 'contacts', 'person', 'guest'] as const
export const answers = ['waiting', 'onsite', 'online', 'declined', 'proxy'] as const
export const inviteeStates = ['draft', 'sent', 'withdrawn'] as const
/** The levels of offices whose officials are invited. */
export const officeLevels = ['national', 'province', 'regency'] as const
export const RuleKind = z.enum(ruleKinds)
export const Answer = z.enum(answers)
export const InviteeState = z.enum(inviteeStates)
const OfficeLevel = z.enum(officeLevels)
const Unit = z.enum(units)
const Involvement = z.enum(involvements)
const Mode = z.enum(modes)
const PartnerClass = z.enum(partnerClasses)
const text = z.string()
const Named = z.object({ id, name: text })

/** `invitees` are how many it came to when the list was last brought up to date. */
export const Rule = z.object({
  id,
  kind: RuleKind,
  positions: z.array(text),
  units: z.array(Unit),
  levels: z.array(OfficeLevel),
  places: z.array(Named),
  classes: z.array(PartnerClass),
  partners: z.array(Named),
  person: Named.nullable(),
  guest: text.nullable(),
  institution: text.nullable(),
  email: text.nullable(),
  involvement: Involvement,
  mode: Mode,
  invitees: z.int(),
})

/** How many are invited, and what they answered; those who were left out are not counted. */
export const Counts = z.object({
  invited: z.int(),
  sent: z.int(),
  waiting: z.int(),
  onsite: z.int(),
  online: z.int(),
  declined: z.int(),
  proxy: z.int(),
})

export const InvitationsView = z.object({
  meeting: Named,
  counts: Counts,
  rules: z.array(Rule).describe('For those who hold `meeting.read` over the hosting office'),
  classes: z.int().describe('Parallel classes of the released programme'),
  mayWrite: z.boolean(),
  run: LettersRun.nullable().describe('The last letters to them'),
})

const binding = { involvement: Involvement.default('expected'), mode: Mode.default('hybrid').describe('`hybrid`: as they choose') }
export const RuleDraft = z
  .object({
    meeting: id,
    kind: RuleKind,
    positions: list(line(120), 30)
      .default([])
      .describe('Of `positions`: names or kinds of the register of positions, `Ketua` or `ketua_divisi`'),
    units: list(Unit, units.length).default([]).describe('Only those of these divisions or sections'),
    levels: list(OfficeLevel, officeLevels.length).default([]).describe('Of offices of these levels, at or below the hosting office'),
    places: list(line(200), 100).default([]).describe('Only of offices at or below these, by id, code or name'),
    classes: list(PartnerClass, partnerClasses.length).default([]).describe('Of `contacts`: those of partners of these classes'),
    partners: list(line(200), 100).default([]).describe('Or of these partners, by id or name'),
    person: optional(line(254)).describe('Of `person`: by id or e-mail address'),
    guest: optional(line(200, 2)).describe('Of `guest`: the name of somebody who is not in Sinergi'),
    institution: optional(line(200)),
    email: optional(email),
    ...binding,
  })
  .refine(
    ({ kind, positions }) => kind !== 'positions' || positions.length > 0,
    rule(['positions'], refusals.positionsMissing, ['kind', 'positions']),
  )
  .refine(({ kind, levels }) => kind !== 'positions' || levels.length > 0, rule(['levels'], refusals.levelsMissing, ['kind', 'levels']))
  .refine(
    ({ kind, classes, partners }) => kind !== 'contacts' || classes.length + partners.length > 0,
    rule(['classes'], refusals.partnersMissing, ['kind', 'classes', 'partners']),
  )
  .refine(({ kind, person }) => kind !== 'person' || person !== null, rule(['person'], refusals.personMissing, ['kind', 'person']))
  .refine(({ kind, guest }) => kind !== 'guest' || guest !== null, rule(['guest'], refusals.guestMissing, ['kind', 'guest']))

/** Somebody who is invited, with position and office as on the day of the meeting. `reachable`: a letter can be sent to them. */
export const Invitee = z.object({
  id,
  personId: id.nullable(),
  name: text,
  position: text.nullable(),
  unit: Unit.nullable(),
  acting: z.enum(['plt', 'plh']).nullable(),
  office: Named.nullable(),
  partner: Named.nullable(),
  institution: text.nullable(),
  involvement: Involvement,
  mode: Mode,
  state: InviteeState,
  gone: z.boolean().describe('No rule names them any more, although the invitation was sent'),
  reachable: z.boolean(),
  sentAt: z.iso.datetime().nullable(),
  answer: Answer,
  answeredAt: z.iso.datetime().nullable(),
  reason: text.nullable(),
  proxy: text.nullable().describe('Who goes in their place, to the whole meeting'),
  rev: keptRev,
})

export const InviteeFilter = z.object({
  answer: Answer.optional(),
  state: InviteeState.optional(),
  involvement: Involvement.optional(),
  province: line(200).optional().describe('Of this office and those below it, by id or code'),
  class: PartnerClass.optional().describe('Of partners of this class'),
  level: OfficeLevel.optional(),
  unreachable: flag.optional().describe('To whom no letter can be sent'),
  q: line(100).optional(),
})
export const InviteeListing = InviteeFilter.extend({ after: Cursor.optional(), before: Cursor.optional(), most: Most })
export const InviteePage = z.object({ invitees: z.array(Invitee), total: z.int(), province: Named.nullable(), ...Ends })

export type OfficeLevel = z.infer<typeof OfficeLevel>
export type RuleKind = z.infer<typeof RuleKind>
export type Rule = z.infer<typeof Rule>
export type Counts = z.infer<typeof Counts>
export type InvitationsView = z.infer<typeof InvitationsView>
export type Invitee = z.infer<typeof Invitee>
export type Answer = z.infer<typeof Answer>
export type InviteeState = z.infer<typeof InviteeState>
export type InviteeFilter = z.infer<typeof InviteeFilter>

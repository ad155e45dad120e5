import { z } from 'zod'
import { flag, id, keptDay, keptRev, line, optional, paragraphs, rule, seenRev, wholeFrom } from '../../../platform/values/shapes.ts'
import { Zone } from '../../organisation/schema.ts'
import { refusals } from '../words/refusals.ts'
import { localMoment, Named } from './meetings.ts'

export const sessionKinds = ['ceremony', 'plenary', 'panel', 'class', 'round', 'break', 'other'] as const
export const partRoles = ['opens', 'directs', 'speaks', 'moderates', 'chairs', 'minutes', 'judges', 'hosts'] as const
export const involvements = ['must', 'expected', 'optional'] as const
export const changeKinds = ['new', 'moved', 'changed', 'cancelled'] as const
export const SessionKind = z.enum(sessionKinds)
export const PartRole = z.enum(partRoles)
export const Involvement = z.enum(involvements)
export const ChangeKind = z.enum(changeKinds)

/** Somebody's part in a session; `personId` is null for a guest. `behalfOf` is in whose place, whose message is read where `readsMessage`. */
export const Part = z.object({
  id,
  role: PartRole,
  personId: id.nullable(),
  name: z.string(),
  institution: z.string().nullable(),
  involvement: Involvement,
  behalfOf: z.string().nullable(),
  readsMessage: z.boolean(),
})

/** `day` is the one that it belongs to: what begins before 04:00 is of the day before. Without a start it has no time yet. */
export const Session = z.object({
  id,
  kind: SessionKind,
  title: z.string(),
  description: z.string().nullable(),
  class: z.string().nullable(),
  owner: z.string().nullable(),
  room: z.string().nullable(),
  expected: z.int().nullish().describe('How many are expected'),
  day: keptDay.nullable(),
  startsAt: z.iso.datetime().nullable(),
  endsAt: z.iso.datetime().nullable(),
  parts: z.array(Part),
})
/** Of the draft, with what is different from the release that stands. */
export const DraftSession = Session.extend({ rev: keptRev, change: ChangeKind.nullable() })
export const Change = z.object({ id, kind: ChangeKind, title: z.string() })
export const Release = z.object({ number: z.int(), at: z.iso.datetime(), by: z.string().nullable(), changes: z.array(Change) })

/** What is read of a programme: the draft by those who write it, else what was released last. */
export const ProgrammeView = z.object({
  meeting: Named,
  zone: Zone,
  isDraft: z.boolean(),
  sessions: z.array(DraftSession),
  release: Release.nullable().describe('The last one'),
  changes: z.array(Change).describe('What a release would bring'),
  mayWrite: z.boolean(),
  rev: keptRev.describe('Of the meeting'),
})

const plan = {
  kind: SessionKind,
  title: line(300, 3),
  description: optional(paragraphs(5000)),
  class: optional(line(200)).describe('Which of several parallel classes'),
  owner: optional(line(200)).describe('Who sees to it that it takes place'),
  room: optional(line(200)).describe('By name, as in the list of rooms of the meeting; any other is taken too'),
  expected: optional(wholeFrom(1, 100_000)).describe('How many are expected, to see whether they fit'),
  startsAt: optional(localMoment),
  endsAt: optional(localMoment).describe('Left out where nobody knows how long it takes'),
}
const rules = <T extends z.ZodType<{ startsAt: string | null; endsAt: string | null }>>(shape: T) =>
  shape
    .refine(
      ({ startsAt, endsAt }) => endsAt === null || startsAt === null || endsAt > startsAt,
      rule(['endsAt'], refusals.endsBeforeStart, ['startsAt', 'endsAt']),
    )
    .refine(
      ({ startsAt, endsAt }) => endsAt === null || startsAt !== null,
      rule(['startsAt'], refusals.startMissing, ['startsAt', 'endsAt']),
    )
export const SessionAddition = rules(z.object({ ...plan, meeting: id }))
export const SessionChange = rules(z.object({ ...plan, id, rev: seenRev }))

export const PartAddition = z
  .object({
    session: id,
    rev: seenRev,
    role: PartRole,
    person: optional(line(254)).describe('By id or e-mail address, of those in your reach'),
    guest: optional(line(200)).describe('By name, where it is nobody in Sinergi'),
    institution: optional(line(200)),
    involvement: Involvement.default('must'),
    behalfOf: optional(line(200)).describe('In whose place'),
    readsMessage: flag.default(false).describe('Reads the written message of that person'),
  })
  .refine(({ person, guest }) => (person === null) !== (guest === null), rule(['person'], refusals.personOrGuest, ['person', 'guest']))
  .refine(
    ({ behalfOf, readsMessage }) => behalfOf !== null || !readsMessage,
    rule(['behalfOf'], refusals.whoseMessage, ['behalfOf', 'readsMessage']),
  )

export type Part = z.infer<typeof Part>
export type Session = z.infer<typeof Session>
export type DraftSession = z.infer<typeof DraftSession>
export type Change = z.infer<typeof Change>
export type Involvement = z.infer<typeof Involvement>
export type ChangeKind = z.infer<typeof ChangeKind>
export type ProgrammeView = z.infer<typeof ProgrammeView>
export type PartRole = z.infer<typeof PartRole>
export type SessionKind = z.infer<typeof SessionKind>

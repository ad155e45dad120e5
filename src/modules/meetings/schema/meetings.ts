import { z } from 'zod'
import { Cursor, Ends, Most } from '../../../platform/database/keyset.ts'
import { fixedId } from '../../../platform/values/fixed-id.ts'
import { days, flag, id, keptRev, line, list, localized, optional, paragraphs, rule, seenRev } from '../../../platform/values/shapes.ts'
import { Zone } from '../../organisation/schema.ts'
import { refusals } from '../words/refusals.ts'

export const modes = ['onsite', 'online', 'hybrid'] as const
export const states = ['planned', 'invited', 'running', 'ended', 'reported', 'cancelled'] as const
export const eventKinds = ['planned', 'invited', 'moved', 'started', 'ended', 'reported', 'cancelled', 'restored'] as const
export const acts = ['change', 'invite', 'start', 'end', 'answer', 'report', 'cancel', 'restore'] as const
export const Mode = z.enum(modes)
export const State = z.enum(states)
export const Act = z.enum(acts)

export const Named = z.object({ id, name: z.string() })
export const MeetingKind = z.object({ id, names: localized })

/** An instant as the clock of its office shows it, `yyyy-mm-ddThh:mm`; its zone stands beside it. */
export const keptLocal = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)

/** A line of a list. `endsAt` is null where nobody said how long it takes. Instants in UTC, `zone` is that of the hosting office. */
export const Meeting = z.object({
  id,
  number: z.string(),
  kind: MeetingKind,
  title: z.string(),
  theme: z.string().nullable(),
  office: Named,
  unit: z.string().nullable(),
  mode: Mode,
  place: z.string().nullable(),
  link: z.string().nullable(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime().nullable(),
  zone: Zone,
  state: State,
  rev: keptRev,
})

/** When and where it is, as it was or is told: instants in UTC, by the clock of `zone`. */
export const WhenAndWhere = Meeting.pick({ startsAt: true, endsAt: true, zone: true, mode: true, place: true, link: true })

export const Objective = z.object({ id, text: z.string(), reached: z.boolean().nullable(), outcome: z.string().nullable() })
export const MeetingEvent = z.object({
  id,
  kind: z.enum(eventKinds),
  at: z.iso.datetime(),
  by: z.string().nullable(),
  note: z.string().nullable(),
  move: z.object({ was: WhenAndWhere, became: WhenAndWhere }).nullable().describe('Of a change of its hour or place'),
})
/** `acts` are what the one who asks may do now. */
export const MeetingDetail = Meeting.extend({
  region: Named.nullable().describe('In the region of which office it takes place, where that is not its host'),
  legalBasis: z.string().nullable(),
  objectives: z.array(Objective),
  events: z.array(MeetingEvent),
  copiedFrom: Named.nullable(),
  series: Named.nullable(),
  mayArrange: z.boolean().describe('Whether you may say of which series it is'),
  acts: z.array(Act),
})

export const localMoment = z
  .string()
  .trim()
  .refine(text => isMoment(text.replace(/(T\d{2}:\d{2}):00$/, '$1')), { params: { message: refusals.momentUnclear } })
  .transform(text => text.slice(0, 16))
  .describe('As the clock of the hosting office shows it, `yyyy-mm-ddThh:mm`')
export const webAddress = z
  .string()
  .trim()
  .max(500)
  .refine(text => URL.canParse(text) && ['https:', 'http:'].includes(new URL(text).protocol), { params: { message: refusals.linkUnclear } })

const isMoment = (text: string): boolean =>
  /T\d{2}:\d{2}$/.test(text) &&
  z.iso.datetime({ local: true }).safeParse(`${text}:00`).success &&
  text >= days.first &&
  text.slice(0, 10) <= days.last

/** A form sends one in each line. */
const asLines = (given: unknown) => (typeof given === 'string' ? given.split(/\r?\n/).filter(text => text.trim() !== '') : given)

const plan = {
  kindId: id.describe('One of the kinds of meetings that there are'),
  title: line(300, 5),
  theme: optional(line(300)),
  unit: optional(line(200)).describe('The division or section that runs it'),
  mode: Mode,
  place: optional(line(300)),
  region: optional(line(200)).describe(
    'In the region of which office the place is, by id, code or name; left out where that is the host. For the time that people need between places',
  ),
  link: optional(webAddress),
  startsAt: localMoment,
  endsAt: optional(localMoment).describe('Left out where nobody knows how long it takes'),
  legalBasis: optional(paragraphs(5000)),
  objectives: z.preprocess(asLines, list(line(500, 5), 20)).describe('What it is for, one each'),
}
const rules = <T extends z.ZodType<{ mode: string; place: string | null; link: string | null; startsAt: string; endsAt: string | null }>>(
  shape: T,
) =>
  shape
    .refine(
      ({ startsAt, endsAt }) => endsAt === null || endsAt > startsAt,
      rule(['endsAt'], refusals.endsBeforeStart, ['startsAt', 'endsAt']),
    )
    .refine(({ mode, place }) => mode === 'online' || place !== null, rule(['place'], refusals.placeMissing, ['mode', 'place']))

export const MeetingDraft = rules(z.object({ ...plan, office: line(200).describe('By id, code or name') }))
export const MeetingChange = rules(z.object({ ...plan, id, rev: seenRev }))
export const ObjectiveAnswer = z.object({ id, reached: flag, outcome: optional(paragraphs(2000)) })
/** The id of a kind that every commission begins with. */
export const meetingKindId = (key: string): string => fixedId(`meeting-kind:${key}`)
export const Reason = paragraphs(2000, 5)

export const sorts = ['starts', '-starts'] as const
/** `mine` are those in whose released programme the one who asks has a part; `office` takes those below it along; `when` asks for what is still ahead (or going on) or for what is over. */
export const MeetingFilter = z.object({
  state: State.optional(),
  kind: id.optional(),
  mode: Mode.optional(),
  when: z.enum(['ahead', 'past']).optional(),
  mine: flag.optional(),
  q: line(100).optional(),
})
export const MeetingListing = MeetingFilter.extend({
  office: line(200).optional(),
  sort: z.enum(sorts).default('-starts'),
  after: Cursor.optional(),
  before: Cursor.optional(),
  most: Most,
})
export const MeetingPage = z.object({
  meetings: z.array(Meeting),
  total: z.int(),
  similar: z.boolean().describe('Nothing has the words: these come nearest'),
  office: Named.nullable(),
  ...Ends,
})

export type WhenAndWhere = z.infer<typeof WhenAndWhere>
export type Mode = z.infer<typeof Mode>
export type State = z.infer<typeof State>
export type Act = z.infer<typeof Act>
export type EventKind = (typeof eventKinds)[number]
export type Meeting = z.infer<typeof Meeting>
export type MeetingDetail = z.infer<typeof MeetingDetail>
export type MeetingFilter = z.infer<typeof MeetingFilter>
export type Objective = z.infer<typeof Objective>
export type MeetingKind = z.infer<typeof MeetingKind>

import { z } from 'zod'
import { id, keptRev, line, optional, paragraphs, rule, seenRev } from '../../../platform/values/shapes.ts'
import { Zone } from '../../organisation/schema.ts'
import { refusals } from '../words/refusals.ts'

export const states = ['draft', 'sent', 'returned', 'approved', 'distributed'] as const
export const eventKinds = ['begun', 'sent', 'returned', 'approved', 'distributed'] as const
/** What whoever asks may do now, in the order in which a page offers it. */
export const acts = ['write', 'send', 'approve', 'return', 'distribute'] as const
export const passageFields = ['speaker', 'text', 'conclusion'] as const
export const directions = ['up', 'down'] as const
export const State = z.enum(states)
export const PassageField = z.enum(passageFields)
export const Named = z.object({ id, name: z.string() })

/** At most so many passages, and so many letters in all of them together: what is read at once. */
export const most = { passages: 300, letters: 500_000, decisions: 500 }

export const Passage = z.object({
  id,
  speaker: z.string().nullable(),
  text: z.string().nullable(),
  conclusion: z.string().nullable(),
  by: z.string().nullable(),
  at: z.iso.datetime(),
  rev: keptRev,
})
export const MinutesEvent = z.object({
  id,
  kind: z.enum(eventKinds),
  at: z.iso.datetime(),
  by: z.string().nullable(),
  note: z.string().nullable(),
})

/** A line of the minutes of a meeting. `title` is what the session is called. */
export const Minutes = z.object({
  id,
  meeting: z.object({ id, number: z.string(), title: z.string() }),
  sessionId: id.nullable(),
  title: z.string(),
  state: State,
  hash: z.string().nullable().describe('SHA-256 of what was approved'),
  approvedBy: z.string().nullable(),
  approvedAt: z.iso.datetime().nullable(),
  rev: keptRev,
})
/** Somebody who has a part in the session, as it was released last. */
export const SessionPerson = z.object({ name: z.string(), role: z.string(), institution: z.string().nullable() })
export const MinutesDetail = Minutes.extend({
  zone: Zone,
  startsAt: z.iso.datetime().nullable(),
  endsAt: z.iso.datetime().nullable(),
  room: z.string().nullable(),
  people: z.array(SessionPerson),
  passages: z.array(Passage),
  events: z.array(MinutesEvent),
  writers: z.array(z.string()),
  approvers: z.array(z.string()).describe('Who may approve it: those who chair the session, else those who write the meeting'),
  acts: z.array(z.enum(acts)),
})

/** What can have minutes: a session as released, or the meeting itself where `id` is null. `mayBegin` whether the one who asks may begin them. */
export const MinutesOf = z.object({
  session: z.object({ id: id.nullable(), title: z.string(), startsAt: z.iso.datetime().nullable() }),
  minutes: Minutes.nullable(),
  mayBegin: z.boolean(),
})
export const MeetingMinutes = z.object({ sessions: z.array(MinutesOf) })

const words = {
  part: optional(line(200)).describe('The name of somebody who has a part in the session'),
  speaker: optional(line(200)).describe('Any other name'),
  text: optional(paragraphs(10_000)),
  conclusion: optional(paragraphs(3000)),
}
const rules = <T extends z.ZodType<{ text: string | null; conclusion: string | null }>>(shape: T) =>
  shape.refine(
    ({ text, conclusion }) => text !== null || conclusion !== null,
    rule(['text'], refusals.nothingWritten, ['text', 'conclusion']),
  )
export const PassageAddition = rules(z.object({ ...words, minutes: id }))
/** `rev` is that of the passage as it was seen: a whole form of it, in which what stands as it was seen counts as not touched. */
export const PassageSaving = rules(z.object({ ...words, id, rev: seenRev }))
export const Conflict = z.object({
  mine: z.string().nullable(),
  theirs: z.string().nullable(),
  by: z.string().nullable(),
  at: z.iso.datetime(),
})
export const PassageSaved = z.object({
  passage: Passage,
  changed: z.int(),
  /** By field, what somebody else has changed since it was seen: nothing is overwritten. Send again with the new `rev` to keep `mine`. */
  conflicts: z.partialRecord(PassageField, Conflict),
})
export const Seen = z.object({ id, rev: seenRev })
export const Reason = paragraphs(2000, 5)

/** What the words of a passage were, and what was sent and not chosen, the latest first. */
export const Moment = z.object({
  passage: id,
  field: PassageField,
  value: z.string().nullable(),
  by: z.string().nullable(),
  at: z.iso.datetime(),
  isUnchosen: z.boolean(),
})
export const MinutesHistory = z.object({ moments: z.array(Moment), more: z.boolean() })

export const Verification = z.object({
  hash: z.string(),
  isKept: z.boolean().describe('What was kept at the approval still gives this fingerprint'),
  isSame: z.boolean().describe('What the minutes say now is what was approved'),
})

export type State = z.infer<typeof State>
export type Act = (typeof acts)[number]
export type EventKind = (typeof eventKinds)[number]
export type PassageField = z.infer<typeof PassageField>
export type Passage = z.infer<typeof Passage>
export type Minutes = z.infer<typeof Minutes>
export type MinutesDetail = z.infer<typeof MinutesDetail>
export type MinutesOf = z.infer<typeof MinutesOf>
export type SessionPerson = z.infer<typeof SessionPerson>
export type Conflict = z.infer<typeof Conflict>
export type MinutesHistory = z.infer<typeof MinutesHistory>
export type Verification = z.infer<typeof Verification>

import { z } from 'zod'
import { Cursor, Ends, Most } from '../../../platform/database/keyset.ts'
import { id, keptRev, line, optional, paragraphs, seenRev } from '../../../platform/values/shapes.ts'
import { Category, kinds as findingKinds } from '../../findings/schema.ts'

export const kinds = ['obstacle', 'suggestion', 'criticism', 'solution', 'question'] as const
export const states = ['new', 'answered', 'finding', 'aside'] as const
/** How long a voice may be, in letters, and how many one person may send in one session. */
export const most = { letters: 500, voices: 10 }
/** Why a session takes no voices now. */
export const problems = ['notYet', 'over', 'cancelled', 'notInvited', 'full'] as const

export const Kind = z.enum(kinds)
export const State = z.enum(states)
const text = z.string()
export const Named = z.object({ id, name: text })

/** A session, or the meeting itself where it has no programme. */
export const VoiceSession = z.object({
  id,
  title: text,
  startsAt: z.iso.datetime().nullable(),
  endsAt: z.iso.datetime().nullable(),
  isOn: z.boolean().describe('It goes on now'),
  left: z.int().describe('How many more you may send in it'),
  problem: z.enum(problems).nullable().describe('Why nothing can be sent in it now'),
})
/** One's own, and what became of it. */
export const OwnVoice = z.object({
  id,
  session: text,
  kind: Kind,
  text,
  about: text.nullable(),
  sentAt: z.iso.datetime(),
  state: State,
  reply: text.nullable(),
  repliedAt: z.iso.datetime().nullable(),
})
export const OwnVoices = z.object({
  meeting: z.object({ id, title: text, office: text }),
  sessions: z.array(VoiceSession),
  current: id.nullable().describe('The session that takes voices and goes on now, else the first that takes them'),
  voices: z.array(OwnVoice),
})

const fields = {
  id: id.optional().describe('Made where it was written, so that it is taken once however often it is sent'),
  session: optional(id).describe('One of the released programme; left out for the one that goes on'),
  kind: Kind,
  text: paragraphs(most.letters, 3),
  about: optional(line(200)).describe('Which agreement or partner is meant, if one is'),
}
export const VoiceDraft = z.object({ ...fields, meeting: id })
export const VoiceByLink = z.object({ ...fields, token: z.string().max(200) })

/** What one or several said in the same words, for whoever moderates. */
export const Topic = z.object({
  id,
  session: z.object({ id: id.nullable(), title: text }),
  kind: Kind,
  text,
  count: z.int(),
  offices: z.int().describe('From how many offices and institutions'),
  state: State,
  at: z.iso.datetime().describe('When it was said first'),
  rev: keptRev,
})
export const Voice = z.object({
  id,
  text,
  about: text.nullable(),
  name: text,
  position: text.nullable(),
  behalfOf: text.nullable(),
  office: Named.nullable(),
  institution: text.nullable(),
  sentAt: z.iso.datetime(),
})
export const TopicDetail = Topic.extend({
  meeting: Named,
  voices: z.array(Voice),
  reply: text.nullable(),
  repliedBy: text.nullable(),
  repliedAt: z.iso.datetime().nullable(),
  finding: z.object({ id, number: text, readable: z.boolean() }).nullable(),
  like: z.array(Topic).describe('Others of the session that nobody has answered yet, which it may be joined to'),
  mayAct: z.boolean(),
  mayFind: z.boolean(),
})

export const TopicFilter = z.object({ session: id.optional(), kind: Kind.optional(), state: State.optional(), q: line(100).optional() })
export const TopicListing = TopicFilter.extend({
  meeting: id,
  sort: z.enum(['kind', 'created', '-created']).default('kind'),
  after: Cursor.optional(),
  before: Cursor.optional(),
  most: Most,
})
export const TopicPage = z.object({
  meeting: Named,
  sessions: z.array(z.object({ id, title: text })),
  topics: z.array(Topic),
  total: z.int(),
  counts: z.object({ voices: z.int(), topics: z.int(), unanswered: z.int(), findings: z.int() }),
  session: Named.nullable(),
  mayAct: z.boolean(),
  ...Ends,
})

const reply = paragraphs(2000, 3)
export const Reply = z.object({ id, rev: seenRev, reply })
export const Dismissal = z.object({ id, rev: seenRev, reason: reply })
export const Joining = z.object({ id, rev: seenRev, into: id })
export const FindingOf = z.object({
  id,
  rev: seenRev,
  kind: z.enum(findingKinds),
  category: optional(Category),
  text: paragraphs(10_000, 5).optional().describe('In other words than those that were sent, where they need some'),
  agreement: optional(line(300)),
  partner: optional(line(300)),
  reply: optional(reply).describe('To those who said it; left out for the usual words'),
})

export type Kind = z.infer<typeof Kind>
export type State = z.infer<typeof State>
export type Topic = z.infer<typeof Topic>
export type TopicDetail = z.infer<typeof TopicDetail>
export type TopicFilter = z.infer<typeof TopicFilter>
export type Voice = z.infer<typeof Voice>
export type OwnVoice = z.infer<typeof OwnVoice>
export type OwnVoices = z.infer<typeof OwnVoices>
export type VoiceSession = z.infer<typeof VoiceSession>
export type SessionProblem = (typeof problems)[number]

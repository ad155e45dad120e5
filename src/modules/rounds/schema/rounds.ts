import { z } from 'zod'
import { id, keptRev, line, list, optional, seenRev, Upload, wholeFrom } from '../../../platform/values/shapes.ts'
import { Zone } from '../../organisation/schema.ts'
import { EntryStatus, EventKind, Phase } from './kinds.ts'

export const Named = z.object({ id, name: z.string() })
export const Minutes = wholeFrom(1, 240)

/** `used` in milliseconds, until `at` of the round; `place` among those that wait, from 1; `acts` what the one who asks may do. */
export const Entry = z.object({
  id,
  stage: z.string(),
  office: Named,
  topic: z.string(),
  minutes: z.int(),
  status: EntryStatus,
  place: z.int().nullable(),
  used: z.int(),
  file: z.object({ id, name: z.string(), size: z.int() }).nullable(),
  isOwn: z.boolean().describe('Of the office that the one who asks acts for'),
  mayChange: z.boolean(),
  acts: z.array(EventKind),
  rev: keptRev,
})
export const RoundEvent = z.object({ kind: EventKind, entry: id, office: z.string(), at: z.iso.datetime(), by: z.string().nullable() })

/** `at` is the time of the server at which all this was so; the clock of `current` runs `since`, and stands where that is null. */
export const Round = z.object({
  id,
  title: z.string(),
  meeting: Named,
  session: id,
  zone: Zone,
  minutes: z.int(),
  phase: Phase,
  current: id.nullable(),
  since: z.iso.datetime().nullable(),
  at: z.iso.datetime(),
  entries: z.array(Entry).describe('Who presents, then those that wait in order, then those that are over'),
  events: z.array(RoundEvent).describe('The last ones, the latest first'),
  mayRun: z.boolean(),
  rev: keptRev,
})

export const RoundLine = z.object({ id, session: id, title: z.string(), phase: Phase, waiting: z.int(), done: z.int() })
export const RoundsOfMeeting = z.object({
  rounds: z.array(RoundLine),
  unprepared: z
    .array(z.object({ session: id, title: z.string() }))
    .describe('Sessions for which one could be prepared by the one who asks'),
})

export const RoundDraft = z.object({
  meeting: id,
  session: id.describe('One of its released sessions of the kind `round`'),
  minutes: Minutes,
})
const content = {
  stage: line(100, 2).describe('Of the election: entries of one stage stand together, and have a winner'),
  topic: line(300, 3),
  minutes: optional(Minutes).describe('As the round says where left out'),
  files: list(Upload, 1).describe('What is presented'),
}
export const EntryDraft = z.object({ ...content, round: id, office: line(240).describe('By id, code or name') })
export const EntryChange = z.object({ ...content, id, rev: seenRev })

export const RoundSeen = z.object({ id, rev: seenRev })
export const EntrySeen = RoundSeen.extend({ entry: id })

export type Entry = z.infer<typeof Entry>
export type Round = z.infer<typeof Round>
export type RoundLine = z.infer<typeof RoundLine>
export type RoundsOfMeeting = z.infer<typeof RoundsOfMeeting>

import { z } from 'zod'
import { keptDay } from '../../../platform/values/shapes.ts'
import { Zone } from '../../organisation/schema.ts'
import type { SessionKind as DraftKind, PartRole } from './programmes.ts'

export const rundownKinds = ['break', 'ceremony', 'class', 'other', 'panel', 'plenary'] as const
export const sessionProblems = ['day_missing', 'time_invalid'] as const

const moment = z.iso.datetime({ offset: true }).nullable()

/**
 * A session as a row of a programme says it; several of one row are classes at the same time. `startsAt` and `endsAt` with the offset of
 * the zone, null when they are unknown, `endsAt` also when it lasts until whenever it is done. `sheet` where several have sessions.
 */
export const Session = z.object({
  sheet: z.string().optional(),
  row: z.int().describe('As the spreadsheet program counts'),
  day: keptDay.nullable().describe('Of the programme: what begins after midnight belongs to the day before'),
  startsAt: moment,
  endsAt: moment,
  title: z.string(),
  kind: z.enum(rundownKinds),
  class: z.string().nullable(),
  room: z.string().nullable(),
  speakers: z.array(z.string()),
  moderator: z.string().nullable(),
  owner: z.string().nullable(),
  problems: z.array(z.enum(sessionProblems)),
})
export const ProgrammePreview = z.object({
  zone: Zone,
  counts: z.object({ sessions: z.int(), days: z.int(), kinds: z.partialRecord(z.enum(rundownKinds), z.int()) }),
  sessions: z.array(Session),
})

/** A session as a file of either form says it, on its way into a draft. */
export type FileSession = {
  title: string
  kind: DraftKind
  class: string | null
  owner: string | null
  room: string | null
  description: string | null
  day: string | null
  startsAt: string | null
  endsAt: string | null
  people: { name: string; role: PartRole }[]
  problems: readonly SessionProblem[]
}

export type SessionKind = (typeof rundownKinds)[number]
export type SessionProblem = (typeof sessionProblems)[number]
export type Session = z.infer<typeof Session>
export type ProgrammePreview = z.infer<typeof ProgrammePreview>

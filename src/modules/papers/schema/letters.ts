import { z } from 'zod'
import { runStates } from '../../../platform/runs/run.ts'
import { Named } from '../../meetings/schema/meetings.ts'

/** The long work that makes the invitation letters of a meeting. */
export const lettersRun = 'papers.letters'
/** How many letters stand in one PDF: a hundred take some seconds and no more memory than a report. */
export const lettersInFile = 100

export const BundleAsked = z.object({ bundle: z.uuid() })
/** `after` is where the last letter stood in the order of the invited, `seq` how many files there are. */
export const BundleCursor = z.object({ seq: z.int().default(0), after: z.string().nullable().default(null) })

/** `done` of `total` letters; `files` are there once it is `done`. */
export const Bundle = z.object({
  id: z.uuid(),
  run: z.uuid(),
  state: z.enum(runStates),
  done: z.int(),
  total: z.int(),
  files: z.int(),
  bytes: z.int(),
  createdAt: z.iso.datetime(),
})
export const MeetingLetters = z.object({
  meeting: Named,
  invited: z.int().describe('How many a letter is for'),
  bundle: Bundle.nullable().describe('What was asked for last'),
})

export type Bundle = z.infer<typeof Bundle>
export type MeetingLetters = z.infer<typeof MeetingLetters>

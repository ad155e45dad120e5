import { z } from 'zod'
import { localized } from '../../../platform/values/shapes.ts'
import { ProgrammeView } from './programmes.ts'

/**
 * What came of it, or would: `problems` are sessions whose day or hour nobody can read, which are in the draft without a time; `notes`
 * what is lost of a schedule, with its place; `sessions` those that were added, or would be.
 */
export const Filled = z.object({
  programme: ProgrammeView,
  added: z.int(),
  known: z.int(),
  problems: z.array(z.string()),
  notes: z.array(z.object({ at: z.string(), message: localized })),
  sessions: z.array(
    z.object({
      title: z.string(),
      startsAt: z.string().nullable(),
      endsAt: z.string().nullable(),
      class: z.string().nullable(),
      room: z.string().nullable(),
      people: z.array(z.string()),
    }),
  ),
})
export type Filled = z.infer<typeof Filled>

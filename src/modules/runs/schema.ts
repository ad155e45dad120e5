import { z } from 'zod'
import { Cursor } from '../../platform/database/keyset.ts'
import { runStates } from '../../platform/runs/run.ts'
import { flag, id } from '../../platform/values/shapes.ts'

export const RunListing = z.object({
  open: flag.optional().describe('Only what is not over'),
  own: flag.optional().describe('Only what you asked for'),
  state: z.enum(runStates).optional(),
  subject: id.optional(),
  after: Cursor.optional(),
  before: Cursor.optional(),
})

const moment = z.coerce.date<Date | string>()
export const ShownRun = z.object({
  id,
  kind: z.string(),
  does: z.string().describe('What it does, in your language'),
  phase: z.string().nullable().describe('What it is doing now, in your language'),
  subject: z.object({ kind: z.string(), id, name: z.string().nullable(), path: z.string().nullable() }),
  state: z.enum(runStates),
  done: z.int(),
  total: z.int().describe('0 as long as nobody knows'),
  refusal: z.string().nullable().describe('Why it could not go on'),
  own: z.boolean().describe('You asked for it'),
  askedBy: z.string().nullable(),
  askedAt: moment,
  endedAt: moment.nullable(),
})
export type ShownRun = z.output<typeof ShownRun>

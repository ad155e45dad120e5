import { z } from 'zod'
import { Cursor } from '../../platform/database/keyset.ts'
import { timerStates } from '../../platform/timers/timer.ts'
import { id } from '../../platform/values/shapes.ts'

const State = z.enum(timerStates)
export const TimerListing = z.object({
  state: State.optional(),
  kind: z.string().max(100).optional(),
  after: Cursor.optional(),
  before: Cursor.optional(),
})

const moment = z.coerce.date<Date | string>()
export const ShownTimer = z.object({
  id,
  kind: z.string(),
  does: z.string().describe('What it does, in your language'),
  subject: z.object({ kind: z.string(), id: z.string(), name: z.string().nullable(), path: z.string().nullable() }),
  key: z.string(),
  dueAt: moment,
  state: State,
  step: z.int(),
  tries: z.int(),
  nextAt: moment.describe('When it is tried next'),
  failure: z.string().nullable().describe('Why the last try did not succeed'),
})
export type ShownTimer = z.output<typeof ShownTimer>

import { z } from 'zod'
import { mostRows } from '../../platform/bulk/kind.ts'
import { id } from '../../platform/values/shapes.ts'

const count = z.int()
export const Params = z.record(z.string(), z.unknown())

export const bulkStates = ['planned', 'done', 'undone'] as const
/** One act on many things: planned, done, or put back. `undoUntil` is until when it can be put back, while it can. */
export const BulkAct = z.object({
  id,
  kind: z.string().describe('The operation that does each row'),
  name: z.string(),
  things: z.string().describe('What many of what it is about are called'),
  params: Params,
  state: z.enum(bulkStates),
  counts: z.object({ ready: count, refused: count, done: count, undone: count, kept: count }),
  restorable: z.boolean().describe('Whether what was done can be put back within a day'),
  createdAt: z.coerce.date<Date | string>(),
  doneAt: z.coerce.date<Date | string>().nullable(),
  undoUntil: z.coerce.date<Date | string>().nullable(),
})
export type BulkAct = z.output<typeof BulkAct>

/** `kept` was to be put back and was not, for the reason given. */
export const BulkRow = z.object({
  id,
  place: z.int(),
  name: z.string().nullable().describe('As it is called now; null when it is out of reach'),
  path: z.string().nullable(),
  outcome: z.enum(['ready', 'refused', 'done', 'undone', 'kept']),
  reason: z.string().nullable(),
  changes: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])).describe('Field by field from what to what'),
})
export type BulkRow = z.output<typeof BulkRow>
/** `names` are what the ids in the changes are called now, `given` what was asked once for all rows, `about` what all of them say alike. */
export const BulkDetail = BulkAct.extend({
  given: z.array(z.object({ label: z.string(), value: z.string() })),
  about: z.string().nullable(),
  rows: z.array(BulkRow),
  next: z.int().nullable(),
  names: z.record(z.string(), z.string()),
})
export type BulkDetail = z.output<typeof BulkDetail>

export const Ids = z.array(id).min(1).max(mostRows)
/** What the list of these things was asked: field by field, or as the query of an address. */
export const Filter = z.union([
  z.record(z.string().max(60), z.string().max(500)),
  z
    .string()
    .max(5000)
    .transform(query => Object.fromEntries(new URLSearchParams(query))),
])

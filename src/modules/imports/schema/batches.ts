import { z } from 'zod'
import { wholeFrom } from '../../../platform/values/shapes.ts'
import { batchStates, importKinds } from './codes.ts'
import { Columns, DayOrders, Places } from './files.ts'
import { Settings } from './settings.ts'

const text = z.string().nullable()

/** The place of a row in the file, which in a file of one sheet is its number there; as large as the database holds. */
export const RowPlace = wholeFrom(0, 2_147_483_647)

export const Counts = z.object({ ready: z.int(), duplicate: z.int(), update: z.int(), attention: z.int() })
export const Batch = z.object({
  id: z.uuid(),
  kind: z.enum(importKinds),
  name: z.string(),
  rev: z.int().describe('how often people have answered something of it'),
  fileId: z.uuid(),
  office: z.object({ id: z.uuid(), code: text, name: z.string(), path: z.string() }),
  state: z.enum(batchStates),
  layout: text.describe('the known layout; `remembered` when the office has said before what its columns mean'),
  headers: z.array(z.string()),
  mapping: z.record(z.string(), z.int().nullable()),
  settings: Settings,
  dayOrders: DayOrders,
  counts: Counts,
  total: z.int().describe('rows in the file, without those left out'),
  done: z.int().describe('rows dealt with'),
  columns: Columns,
  places: Places,
  leaveOutHidden: z.boolean().describe('rows that are hidden in the file are left out'),
  hidden: z.int().describe('rows that are hidden in the file'),
  failure: text.describe('why it could not be read or go on'),
  runId: z.uuid().nullable().describe('the long work that reads or records it, while it does and after it has ended'),
  createdBy: text,
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
})
export type Batch = z.infer<typeof Batch>
/** Its rows are there; of one that is being read, or never was, there are none. */
export const isRead = ({ headers }: Pick<Batch, 'headers'>): boolean => headers.length > 0

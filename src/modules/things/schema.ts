import { z } from 'zod'

/** A thing that somebody may read. */
export type Thing = { kindName: string; id: string; name: string; path: string }

const Cell = z.object({ text: z.string(), count: z.int().optional(), path: z.string().optional() })
/**
 * What is counted of things, by their ids, in the order of the columns; null where there is nothing to count. `keys` are the orders by
 * which a list of those things is sorted by a column.
 */
export const Counts = z.object({
  columns: z.array(z.string()),
  keys: z.array(z.string().nullable()),
  cells: z.record(z.string(), z.array(Cell.nullable())),
})
export type Counts = z.output<typeof Counts>

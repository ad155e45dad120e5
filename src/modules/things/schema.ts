import { z } from 'zod'

/** A thing that somebody may read. */
export type Thing = { kindName: string; id: string; name: string; path: string }

const Cell = z.object({ text: z.string(), count: z.int().optional(), path: z.string().optional() })
/** What is counted of things, by their ids, in the order of the columns; null where there is nothing to count. */
export const Counts = z.object({ columns: z.array(z.string()), cells: z.record(z.string(), z.array(Cell.nullable())) })
export type Counts = z.output<typeof Counts>

import { z } from 'zod'
import { LineNumber } from '../audit/schema.ts'

/** One thing to which something happened: what was done to it, told in the reader's language, and when last. */
export const Change = z.object({
  kind: z.string(),
  kindName: z.string(),
  id: z.uuid(),
  name: z.string(),
  path: z.string().nullable(),
  deeds: z.array(z.string()),
  others: z.int().describe('How many more of the kind the same deed changed; what came about with it is told in the deed'),
  at: z.coerce.date<Date | string>(),
  by: z.object({
    place: z.string().optional().describe('The partner or office in whose name it was done, where that is what counts'),
    people: z
      .array(z.object({ id: z.uuid(), name: z.string(), path: z.string().nullable() }))
      .describe('Those in your reach, the latest first'),
    offices: z.array(z.string()).describe('Offices of those out of your reach, by name'),
    others: z.int().describe('How many more people out of your reach, who have no office'),
    system: z.boolean().describe('Sinergi itself did some of it'),
  }),
})
export type Change = z.output<typeof Change>

/**
 * `line` is the latest of the audit trail that this was made from: marking up to it leaves out nothing that comes later. Where so much
 * changed that not all of it was looked at, `since` is how far back this goes, and there is `more`.
 */
export const Changes = z.object({
  since: z.coerce.date<Date | string>(),
  line: LineNumber,
  changes: z.array(Change),
  more: z.boolean(),
})
export type Changes = z.output<typeof Changes>

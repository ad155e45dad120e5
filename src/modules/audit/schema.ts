import { z } from 'zod'
import { day, flag, line, localized, whole } from '../../platform/values/shapes.ts'

/** Earlier state of the row that a line is about. */
export const Revision = z.object({ table: z.string(), change: z.enum(['update', 'delete']), before: z.record(z.string(), z.unknown()) })
/** One line of the audit trail: who changed what, through which door, each field from what to what. */
export const AuditLine = z.object({
  id: z.number().int(),
  at: z.coerce.date<Date | string>().transform(at => at.toISOString()),
  person: z.object({ id: z.uuid().nullable(), name: z.string() }),
  door: z.enum(['page', 'rest', 'command', 'job', 'setup']),
  operation: z.string(),
  deed: localized.describe('What was done, as the middle of a sentence'),
  subject: z.object({
    kind: z.string(),
    kindNames: localized.describe('What one of its kind is called'),
    id: z.string(),
    name: z.string().nullable().describe('As it is called now; null when it is gone or out of reach'),
    path: z.string().nullable().describe('Where it is read'),
  }),
  changes: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
  names: z.record(z.string(), z.string()).describe('What the ids in the changes are called now'),
  transaction: z.string().describe('The same for all lines that one action wrote'),
})
export type AuditLine = z.output<typeof AuditLine>
export const HistoryLine = AuditLine.extend({ revisions: z.array(Revision) })
export type HistoryLine = z.output<typeof HistoryLine>

/** Lines are numbered without gaps, so the number is all that paging needs. */
export const LineNumber = z.number().int()
export const AuditFilter = z.object({
  office: line(40).optional().describe('Code or id of an office; lines about it and those below it'),
  person: line(200).optional().describe('Id, e-mail or part of the name of who did it'),
  kind: line(60).optional().describe('Kind of subject, such as agreement'),
  id: line(60).optional().describe('Id of the subject'),
  operation: line(80).optional(),
  withoutSignIns: flag.optional().describe('Leave out that people signed in'),
  from: day.optional(),
  to: day.optional(),
  after: whole.optional().describe('Lines before this number, latest first'),
  before: whole.optional().describe('Lines after this number'),
})

/** `total` counts no further than 10,000; `beyond` says that there are more. */
export const AuditPage = z.object({
  lines: z.array(AuditLine),
  total: z.number().int(),
  beyond: z.boolean(),
  next: LineNumber.nullable(),
  previous: LineNumber.nullable(),
})

/** What the check of the chain found; `broken` is the first line that does not fit, and why. */
export const Verification = z.object({
  lines: z.number().int(),
  head: z
    .string()
    .describe('Hash of the last line, hexadecimal: kept elsewhere, it also reveals when entries have been removed from the end'),
  broken: z.object({ id: z.number().int(), why: z.enum(['changed', 'unlinked', 'missing', 'cut_off']) }).nullable(),
})
export type Verification = z.output<typeof Verification>

import { z } from 'zod'
import { rowOutcomes } from '../../platform/reading/outcomes.ts'
import { keptDay, localized } from '../../platform/values/shapes.ts'
import { Batch } from '../imports/schema/batches.ts'
import { positionKinds, units } from '../organisation/schema.ts'

/** What a column of a register of officials and operators can mean. */
export const personFields = ['name', 'nip', 'position', 'officeName', 'officeCode', 'phones', 'email', 'startsOn', 'endsOn'] as const
export type PersonField = (typeof personFields)[number]
/** The texts of a row by what their columns mean. */
export type PersonCells = Partial<Record<PersonField, string>>

/** Why a person must decide about a row: what stands in it, then how it stands to what is registered. */
export const personProblems = [
  'date_invalid',
  'email_invalid',
  'ends_before_start',
  'example_row',
  'name_missing',
  'nip_invalid',
  'office_conflict',
  'office_unknown',
  'phone_invalid',
  'position_unknown',
  'email_repeated',
  'email_taken',
  'nip_differs',
  'office_closed',
  'office_out_of_reach',
  'refused',
  'register_changed',
] as const
export type PersonProblem = (typeof personProblems)[number]

/** Values that a later row, or a later file, may change. Position, unit and acting are one. */
export const comparedNames = ['name', 'nip', 'position', 'phones', 'email', 'startsOn', 'endsOn'] as const
export type ComparedName = (typeof comparedNames)[number]

const text = z.string().nullable()
export const actings = ['none', 'plt', 'plh'] as const
/** What a row says of an official. Null is "says nothing". */
const said = {
  office: text.describe('code of the office, 00, 35 or 35.76'),
  name: text,
  nip: text,
  position: z.enum(positionKinds).nullable(),
  unit: z.enum(units).nullable(),
  acting: z.enum(actings),
  phones: z.array(z.string()).describe('such as +628123456789'),
  email: text,
  startsOn: keptDay.nullable(),
  endsOn: keptDay.nullable(),
}
const sameEmail = z
  .object({ row: z.int(), sheet: text, name: z.string() })
  .describe('the row above that gives the e-mail address to somebody of another name')
export const SaidPerson = z.object(said)
export type SaidPerson = z.infer<typeof SaidPerson>

export const JudgedPerson = z.object({
  ...said,
  outcome: z.enum(rowOutcomes),
  problems: z.array(z.enum(personProblems)).describe('sorted'),
  key: z.string().describe('office and bare name: equal keys are one person'),
  offices: z.array(z.string()).describe('codes that the row may mean when `office` is null'),
  of: z.int().nullable().describe('for a duplicate and for an update: place of the first row of the person'),
  known: z.object({ id: z.uuid(), name: z.string() }).nullable().describe('the person of the register that the row is about'),
  news: z.array(z.enum(comparedNames)).describe('for an update: what it changes'),
  from: z.partialRecord(z.enum(comparedNames), z.unknown()).optional().describe('for an update: what it changes them from'),
  sameEmail: sameEmail.optional(),
  reason: localized.optional().describe('why the register refused the row, or would'),
})
export type JudgedPerson = z.infer<typeof JudgedPerson>

/** What a person typed over single cells of a row; an empty text empties the cell. */
export const PersonCorrection = z.partialRecord(z.enum(personFields), z.string().max(2000))
export type PersonCorrection = z.infer<typeof PersonCorrection>

export const PersonBatch = Batch.pick({
  id: true,
  name: true,
  rev: true,
  fileId: true,
  office: true,
  state: true,
  headers: true,
  counts: true,
  total: true,
  done: true,
  failure: true,
  runId: true,
  createdBy: true,
  createdAt: true,
  finishedAt: true,
})
export type PersonBatch = z.infer<typeof PersonBatch>

export const PersonBatchRow = z.object({
  row: z.int().describe('number of the row in its sheet, as the spreadsheet program shows it'),
  sheet: text.describe('name of its sheet; null where the file has only one with people'),
  place: z.int().describe('its place in the file: what addresses and decisions name'),
  hidden: z.boolean().describe('hidden in the file'),
  outcome: z.enum(rowOutcomes),
  problems: z.array(z.enum(personProblems)),
  original: z.record(z.string(), z.string()),
  correction: PersonCorrection,
  judged: JudgedPerson,
  decision: z.enum(['skip']).nullable(),
  personId: z.uuid().nullable(),
  appliedAs: z.enum(['created', 'updated', 'draft', 'duplicate', 'skipped']).nullable(),
})
export type PersonBatchRow = z.infer<typeof PersonBatchRow>

/** What the preview prints; it changes nothing. */
export const PersonPreview = z.object({
  counts: Batch.shape.counts,
  rows: z.array(
    z.object({
      row: z.int(),
      sheet: z.string().optional().describe('where the file has several'),
      outcome: z.enum(rowOutcomes),
      problems: z.array(z.enum(personProblems)),
      ...said,
      of: z.int().optional().describe('for a duplicate and for an update: the first row of the person'),
      sameEmail: sameEmail.optional(),
      ofSheet: z.string().optional().describe('the sheet of that row, where it is another'),
    }),
  ),
})
export type PersonPreview = z.infer<typeof PersonPreview>

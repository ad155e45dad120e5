import { z } from 'zod'
import { keptDay } from '../../../platform/values/shapes.ts'
import { applications, decisions, fields, kinds, outcomes, partnerClasses, problems } from './codes.ts'

const text = z.string().nullable()
const day = keptDay.nullable()

/** What a person typed over single cells of a row; an empty text empties the cell. */
export const Correction = z.partialRecord(z.enum(fields), z.string().max(20_000))
export type Correction = z.infer<typeof Correction>

const Signatory = z.object({ name: text, position: text })
const Openness = z.object({
  public: z.boolean(),
  reason: text.describe('never null when excluded'),
  onRequest: z.literal(true).optional().describe('not published, but given to whoever asks'),
})

const FurtherOffice = z.object({ office: text.describe('code'), number: text, signatory: Signatory })
const FurtherPartner = z.object({
  partner: text.describe('the name as it should stand in the register'),
  partnerId: text.describe('the partner of the register with this name'),
  partnerClass: z.enum(partnerClasses).nullable(),
  number: text,
  signatory: Signatory,
})
export type FurtherOffice = z.infer<typeof FurtherOffice>
export type FurtherPartner = z.infer<typeof FurtherPartner>

/** What an agreement says, as far as a row can say it. Null is "says nothing". `startsOn` is the signing day unless another is stated. */
const said = {
  office: text.describe('code of the office, 00, 35 or 35.76'),
  kind: z.enum(kinds).nullable(),
  signedOn: day,
  startsOn: day,
  endsOn: day,
  partnerClass: z.enum(partnerClasses).nullable(),
  partnerNumber: text,
  title: text,
  scope: z.array(z.string()),
  kpuSignatory: Signatory,
  partnerSignatory: Signatory,
  furtherOffices: z.array(FurtherOffice).describe('offices that are parties beside the first'),
  furtherPartners: z.array(FurtherPartner).describe('partners beside the first, each with its own number and signatory'),
  parentNumber: text.describe('KPU number of the agreement above this one'),
  openness: Openness.nullable(),
  obstacles: text,
  advice: text,
}
export const Values = z.object(said)
export type Values = z.infer<typeof Values>
export type ValueName = keyof Values
export const valueNames = Object.keys(said) as ValueName[]

/** Where a row stands. */
const position = {
  row: z.int().describe('number of the row in its sheet, as the spreadsheet program shows it'),
  sheet: text.describe('name of its sheet; null where the file has only one'),
  place: z.int().describe('its place in the file, as if the sheets stood one below the other: what addresses and decisions name'),
}

/** The row or the agreement of the register that has the same KPU number and the same partner. */
const Same = z.union([z.object(position), z.object({ agreementId: z.string() })]).nullable()

/** What in the file makes a problem: the cell and what stood in it. */
export const Cause = z.object({
  problem: z.enum(problems),
  field: z.enum(fields).nullable(),
  cell: text.describe('column and row, such as E2'),
  text: z.string().describe('what stood in it'),
  proposal: z.string().optional().describe('what may be meant, to be accepted by a person'),
})
export type Cause = z.infer<typeof Cause>

export const JudgedRow = z.object({
  ...position,
  outcome: z.enum(outcomes),
  problems: z.array(z.enum(problems)).describe('sorted'),
  causes: z.array(Cause).describe('which cells the problems come from'),
  ...said,
  kpuNumber: text,
  openness: Openness.describe('public unless the row says otherwise'),
  partner: text.describe('the name as it should stand in the register'),
  partnerId: text.describe('the partner of the register with this name'),
  partners: z.array(z.string()).describe('all partners in their order; the first is `partner`'),
  together: z
    .array(z.int())
    .describe('places of the rows that are one agreement of several parties: one number, title and day, in each row another partner'),
  suggestions: z.array(z.object({ name: z.string(), partnerId: text })).describe('partners of nearly this name; merging is for a person'),
  offices: z.array(z.string()).describe('codes that the row may mean, when `office` is null'),
  submittedAt: z.iso.datetime().nullable(),
  key: text.describe('folded KPU number and partner: equal keys are one agreement'),
  duplicateOf: Same.describe('for a duplicate and for an update'),
  changes: z
    .partialRecord(z.enum(valueNames), z.tuple([z.unknown(), z.unknown()]))
    .describe('for an update: what differs, [before, in this row]'),
  applies: z
    .array(z.enum(valueNames))
    .describe('for an update: the changes that the register takes; the others are older and stay as history'),
  original: z.record(z.string(), z.string()).describe('every cell as it came, by header'),
})
export type JudgedRow = z.infer<typeof JudgedRow>

export const BatchRow = z.object({
  ...position,
  hidden: z.boolean().describe('hidden in the file, by a filter or by hand'),
  outcome: z.enum(outcomes),
  problems: z.array(z.enum(problems)),
  original: z.record(z.string(), z.string()),
  correction: Correction,
  judged: JudgedRow,
  decision: z.enum(decisions).nullable(),
  agreementId: z.uuid().nullable(),
  appliedAs: z.enum(applications).nullable(),
})
export type BatchRow = z.infer<typeof BatchRow>

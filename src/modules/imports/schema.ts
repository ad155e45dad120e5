import { z } from 'zod'
import { dayOrders } from '../../platform/reading/days.ts'
import { keptDay, line, list, wholeFrom } from '../../platform/values/shapes.ts'

/** What the rows of an import are. */
export const importKinds = ['agreements', 'persons'] as const
export type ImportKind = (typeof importKinds)[number]
/** How the runs of a kind are called: `imports.read`, `imports.apply`. */
export const runsOf: Record<ImportKind, string> = { agreements: 'imports', persons: 'person-imports' }

export const outcomes = ['ready', 'duplicate', 'update', 'attention'] as const
export type Outcome = (typeof outcomes)[number]

/** Why a person must decide about a row. */
export const problems = [
  'cell_error',
  'class_unknown',
  'date_invalid',
  'day_order_unclear',
  'ditto',
  'ends_before_start',
  'kind_unknown',
  'number_became_other',
  'number_missing',
  'office_conflict',
  'office_out_of_reach',
  'office_unclear',
  'office_unknown',
  'openness_unknown',
  'parties_unclear',
  'partner_missing',
  'partners_differ',
  'register_changed',
  'signatories_unclear',
  'term_unknown',
  'time_unknown',
  'too_long',
] as const
export type Problem = (typeof problems)[number]

export const kinds = ['mou', 'pks', 'addendum'] as const
export type Kind = (typeof kinds)[number]

export const partnerClasses = [
  'ministry',
  'state_body',
  'university',
  'professional_organisation',
  'ngo',
  'student_association',
  'media',
  'company',
  'other',
] as const
export type PartnerClass = (typeof partnerClasses)[number]

/**
 * What a column can mean. `termUnit` is the unit beside a term that is a bare number. `signatories` is one column for both sides;
 * `recordId` names the agreement in an export of our own. `obstacles` and `advice` are what the office reported beside the agreement.
 */
export const fields = [
  'submittedAt',
  'officeName',
  'officeCode',
  'kind',
  'kpuNumber',
  'partnerNumber',
  'title',
  'partner',
  'partnerClass',
  'signedOn',
  'startsOn',
  'endsOn',
  'term',
  'termUnit',
  'scope',
  'kpuSignatory',
  'kpuPosition',
  'partnerSignatory',
  'partnerPosition',
  'signatories',
  'parentNumber',
  'openness',
  'obstacles',
  'advice',
  'recordId',
] as const
export type Field = (typeof fields)[number]

/** Columns whose texts may be days, or begin with one. */
export const dayFields = ['submittedAt', 'signedOn', 'startsOn', 'endsOn', 'term'] as const
export type DayField = (typeof dayFields)[number]

/** How the days of a column are read, and why: see `rules/day-order.ts`. */
export const DayOrders = z.partialRecord(
  z.enum(dayFields),
  z.object({
    order: z.enum(dayOrders).nullable().describe('null while a person has to say'),
    by: z.enum(['person', 'column', 'remembered', 'usual', 'nobody']),
    dayFirst: z.int().describe('values that can only be day first'),
    monthFirst: z.int().describe('values that can only be month first'),
    open: z.int().describe('values that are another day in the other order'),
    example: z.string().nullable().describe('one of those'),
  }),
)
export type DayOrders = z.infer<typeof DayOrders>

export const layouts = ['register', 'form'] as const
export type Layout = (typeof layouts)[number]

/** For each field the place of its column among the headers, from 0; null when the file has none. */
export const Mapping = z.record(z.enum(fields), z.int().min(0).nullable())
export type Mapping = z.infer<typeof Mapping>

/** What a person typed over single cells of a row; an empty text empties the cell. */
export const Correction = z.partialRecord(z.enum(fields), z.string().max(20_000))
export type Correction = z.infer<typeof Correction>

const text = z.string().nullable()
const day = keptDay.nullable()
const Signatory = z.object({ name: text, position: text })
const Openness = z.object({
  public: z.boolean(),
  reason: text.describe('never null when excluded'),
  onRequest: z.literal(true).optional().describe('not published, but given to whoever asks'),
})

/** What an agreement says, as far as a row can say it. Null is "says nothing". `startsOn` is the signing day unless another is stated. */
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

/** Why something of a file is in no row. */
export const sheetReasons = ['hidden', 'other_layout', 'empty'] as const
export const rowReasons = ['title', 'column_numbers', 'section', 'header', 'total', 'signature', 'note', 'number_only', 'left_out'] as const
export const cellReasons = ['no_header', 'error'] as const

/** What of a file was not read, with its text. */
export const Unread = z.object({
  sheets: z.array(z.object({ sheet: z.string(), reason: z.enum(sheetReasons), rows: z.int().describe('rows that hold something') })),
  rows: z.array(z.object({ sheet: text, row: z.int(), reason: z.enum(rowReasons), text: z.string() })),
  cells: z.array(
    z.object({
      sheet: text,
      cell: z.string(),
      reason: z.enum([...cellReasons, ...problems]),
      text: z.string(),
      proposal: z.string().optional(),
    }),
  ),
})
export type Unread = z.infer<typeof Unread>

/** Headers of columns that mean nothing to the register, and of those that are hidden in the file (which are read). */
export const Columns = z.object({ unread: z.array(z.string()), hidden: z.array(z.string()) })
export type Columns = z.infer<typeof Columns>

/** A column of the file as the mapping step shows it. */
export const FileColumn = z.object({
  header: z.string(),
  field: z.enum(fields).nullable().describe('what it means; null for nothing'),
  samples: z.array(z.string()).describe('up to three different texts of its cells'),
  hidden: z.boolean().describe('hidden in the file'),
})
export type FileColumn = z.infer<typeof FileColumn>

/** Of sheets whose columns stand in another order than the headers of the file: for each header the place of its column there, from 0. */
export const Places = z.record(z.string(), z.array(z.int()))
export type Places = z.infer<typeof Places>

const ChosenOrders = z.partialRecord(z.enum(dayFields), z.enum(dayOrders))
const chosen = {
  office: text.describe('code of the office'),
  kind: z.enum(kinds).nullable(),
  partnerClass: z.enum(partnerClasses).nullable(),
}
/**
 * What was chosen for a whole file. Office, kind and class of partner stand for rows that say none. `remembered` is the order of days
 * that was chosen for an earlier file of the layout; it counts only where the file proves nothing itself.
 */
export const Settings = z.object({
  office: chosen.office.default(null),
  kind: chosen.kind.default(null),
  partnerClass: chosen.partnerClass.default(null),
  apart: z
    .array(z.string())
    .default([])
    .describe('KPU numbers, folded, whose rows are agreements of their own although they look like one'),
  dayOrder: ChosenOrders.default({}),
  remembered: ChosenOrders.default({}),
})
export type Settings = z.infer<typeof Settings>

/** Left out is as it was, empty is none. */
const choice = <T extends z.ZodType>(shape: T) => z.union([z.literal('').transform(() => null), z.null(), shape]).optional()
const dayOrderText = z
  .string()
  .regex(/^[a-zA-Z]+=(day-first|month-first)$/)
  .transform(said => said.split('=') as [string, string])
/** Numbers of rows that are agreements of their own, although they look like one of several parties. */
export const apartNumbers = list(line(300)).describe('KPU numbers whose rows are agreements of their own, each with its partner')
/** The choices as they come in: by a program as an object, by a form with empty ones, on the command line as `signedOn=month-first`. */
export const fileChoices = {
  kind: choice(z.enum(kinds)).describe('For rows that say no kind'),
  partnerClass: choice(z.enum(partnerClasses)).describe('For rows that say no class of partner'),
  dayOrder: z
    .union([
      z.record(z.string(), z.string()),
      dayOrderText.transform(pair => Object.fromEntries([pair])),
      z.array(dayOrderText).transform(pairs => Object.fromEntries(pairs)),
    ])
    .transform(orders => Object.fromEntries(Object.entries(orders).filter(([, order]) => order !== '')))
    .pipe(ChosenOrders)
    .optional()
    .describe('Whether days of a column are written day-first or month-first, such as signedOn=month-first'),
}
export const officeChoice = choice(z.string().max(200))

/** What the preview prints; it changes nothing. */
export const Preview = z.object({
  counts: z.object({ ready: z.int(), duplicate: z.int(), update: z.int(), attention: z.int() }),
  rows: z.array(
    z.object({
      row: z.int().describe('number of the row in its sheet'),
      sheet: z.string().optional().describe('where the file has several'),
      hidden: z.literal(true).optional().describe('hidden in the file, by a filter or by hand'),
      outcome: z.enum(outcomes),
      problems: z.array(z.enum(problems)),
      causes: z.array(Cause).optional().describe('which cells the problems come from, where a problem does not say it itself'),
      office: text,
      kind: z.enum(kinds).nullable(),
      signedOn: day,
      endsOn: day,
      partner: text,
      partners: z.array(z.string()).optional().describe('all of them in their order, where there are several'),
      together: z.array(z.int()).optional().describe('rows that are one agreement of several parties; `apart` says that they are several'),
      of: z.int().optional().describe('for a duplicate and for an update: the earlier row of the file'),
      ofSheet: z.string().optional().describe('the sheet of that row, where the file has several'),
    }),
  ),
  unread: Unread,
  columns: Columns,
  dayOrders: DayOrders.describe('how the days of each column are read; a column without an order waits for `dayOrder`'),
})
export type Preview = z.infer<typeof Preview>

/** The place of a row in the file, which in a file of one sheet is its number there; as large as the database holds. */
export const RowPlace = wholeFrom(0, 2_147_483_647)

export const batchStates = ['reading', 'mapping', 'preview', 'running', 'done', 'cancelled', 'failed', 'stopped'] as const
export type BatchState = (typeof batchStates)[number]
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

export const decisions = ['draft', 'skip'] as const
export const applications = ['created', 'updated', 'draft', 'duplicate', 'skipped'] as const
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

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

export const layouts = ['register', 'form'] as const
export type Layout = (typeof layouts)[number]

/** Why something of a file is in no row. */
export const sheetReasons = ['hidden', 'other_layout', 'empty'] as const
export const rowReasons = ['title', 'column_numbers', 'section', 'header', 'total', 'signature', 'note', 'number_only', 'left_out'] as const
export const cellReasons = ['no_header', 'error'] as const

export const batchStates = ['reading', 'mapping', 'preview', 'running', 'done', 'cancelled', 'failed', 'stopped'] as const
export type BatchState = (typeof batchStates)[number]
export const decisions = ['draft', 'skip'] as const
export const applications = ['created', 'updated', 'draft', 'duplicate', 'skipped'] as const

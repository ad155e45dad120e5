import { createHash } from 'node:crypto'
import { type DayOrder, endsBeforeStart, readDay } from '../../../platform/reading/days.ts'
import type { FoundOffice, OfficeIndex } from '../../../platform/reading/offices.ts'
import { isNothing } from '../../../platform/reading/placeholders.ts'
import { readInstant } from '../../../platform/reading/timestamps.ts'
import { isId } from '../../../platform/values/shapes.ts'
import { isLiteral, unlisted } from '../../agreements/rules/listed.ts'
import { foldNumber } from '../../agreements/rules/number.ts'
import { foldName } from '../../partners/rules/partner-names.ts'
import { type DayField, dayFields, type Field, type Problem } from '../schema/codes.ts'
import type { DayOrders, Mapping } from '../schema/files.ts'
import type { Cause, Correction, Values } from '../schema/rows.ts'
import { type Above, type Blame, type CellTexts, saidBy } from './cells.ts'
import { type ChosenOrders, decideDayOrders, readAs } from './day-order.ts'
import { readKind } from './kinds.ts'
import { textOf } from './layouts.ts'
import { isTooLong } from './lengths.ts'
import { nameOnOneLine } from './meetings.ts'
import { readNumber } from './numbers.ts'
import { isOpenness, readOpenness } from './openness.ts'
import { sidesOf } from './sides.ts'
import { readScope } from './signatories.ts'
import { spanOf } from './spans.ts'

/**
 * A row of the spreadsheet, with what a person typed over single cells. `place` is its number unless the file has several sheets;
 * `columns` where its sheet has the columns in another order: for each cell the place of its column there.
 */
export type RowToRead = {
  number: number
  place?: number | undefined
  sheet?: string | null | undefined
  columns?: readonly number[] | undefined
  cells: readonly string[]
  correction?: Correction | undefined
}

/**
 * What one row says, before it is compared with others. `partners` are as typed, all in their order, `partner` the first. `key` is null
 * while number or partner is missing. `doubts` are problems that count only when the row says something new.
 */
export type ReadRow = {
  row: number
  place: number
  sheet: string | null
  cells: readonly string[]
  problems: Problem[]
  causes: Cause[]
  values: Values
  kpuNumber: string | null
  partner: string | null
  partners: string[]
  partnersFolded: string[]
  recordId: string | null
  doubts: Cause[]
  key: string | null
  offices: string[]
  submittedAt: string | null
}

/**
 * How a file is read, beside its mapping: its headers, how its days were decided to be read, and the folded `names` of partners that
 * stand on one line somewhere in it; from the rows alone unless given. `every` knows all offices.
 */
export type Reading = {
  headers?: readonly string[]
  dayOrders?: DayOrders
  names?: ReadonlySet<string>
  defaults?: Defaults
  every?: OfficeIndex
}
/** Stand for what a row leaves empty; `officeOfFile` only where the file has no column for the office at all. Codes. */
export type Defaults = Partial<Pick<Values, 'office' | 'kind' | 'partnerClass'>> & { officeOfFile?: string | null }

/** Reads all rows of a file by its mapping. Linear in the number of rows. */
export function readRowsOf(rows: readonly RowToRead[], mapping: Mapping, offices: OfficeIndex, reading: Reading = {}): ReadRow[] {
  const dayOrders = reading.dayOrders ?? dayOrdersOf(rows, mapping)
  const header = reading.headers?.[mapping.term ?? -1] ?? ''
  const names = reading.names ?? namesOnOneLine(rows, mapping)
  const isName = (name: string) => names.has(foldName(name))
  const aboveIn = new Map<string | null | undefined, Above>()
  return rows.map(row => {
    const above = aboveIn.get(row.sheet) ?? {}
    aboveIn.set(row.sheet, above)
    return readRow(row, mapping, {
      offices,
      every: reading.every ?? offices,
      isName,
      dayOrders,
      header,
      above,
      defaults: reading.defaults ?? {},
    })
  })
}

/** How the days of each column of a file are read: see `decideDayOrders`. */
export const dayOrdersOf = (rows: readonly RowToRead[], mapping: Mapping, chosen?: ChosenOrders, remembered?: ChosenOrders): DayOrders =>
  decideDayOrders(
    Object.fromEntries(
      dayFields.flatMap(field => {
        const column = mapping[field] ?? null
        return column === null ? [] : [[field, rows.map(({ cells }) => cells[column] ?? '')]]
      }),
    ),
    chosen,
    remembered,
  )

const namesOnOneLine = (rows: readonly RowToRead[], mapping: Mapping): Set<string> =>
  new Set(rows.flatMap(({ cells, correction }) => nameOnOneLine(textOf(cells, mapping, correction, 'partner')) ?? []))

/** Equal for rows of the same agreement: the folded KPU number and the folded partners, whatever their order. */
export function keyOf(kpuNumber: string, ...partners: string[]): string {
  const key = `${foldNumber(kpuNumber)} | ${[...new Set(partners.map(foldName))].sort().join(' + ')}`.toWellFormed()
  return key.length <= 600 ? key : `${key.slice(0, 540).toWellFormed()} ${createHash('sha256').update(key).digest('hex').slice(0, 40)}`
}

type Beside = {
  offices: OfficeIndex
  every: OfficeIndex
  isName: (name: string) => boolean
  dayOrders: DayOrders
  header: string
  above: Above
  defaults: Defaults
}

function readRow(row: RowToRead, mapping: Mapping, { offices, every, isName, dayOrders, header, above, defaults }: Beside): ReadRow {
  /** What a person types is day first, whatever the column; a column without an order has no day that depends on one. */
  const orderOf = (field: DayField) => (row.correction?.[field] !== undefined || !dayOrders[field] ? 'day-first' : dayOrders[field].order)
  const said = saidBy(row, mapping, above, (field, text) => asTyped(field, text, orderOf))
  const { text, blame } = said
  const without = (field: Field) => isNothing(text[field]) && !said.causes.some(cause => cause.field === field)
  if (without('officeCode') && without('officeName'))
    text.officeCode = defaults.office ?? (hasOffice(mapping) ? '' : defaults.officeOfFile) ?? ''
  const sides = sidesOf(said, { offices, every, isName, blame })
  const { office, partners, kpuNumber } = sides
  const partner = partners[0] ?? null
  const { causes: ofDays, ...days } = spanOf(said, header, { orderOf }, blame)
  const sent = timeOf(text.submittedAt, orderOf('submittedAt'))
  const values: Values = {
    office: office.office,
    kind: readKind(text.kind) ?? (without('kind') ? (defaults.kind ?? null) : null),
    ...days,
    ...sides.values,
    partnerClass: sides.values.partnerClass ?? (without('partnerClass') ? (defaults.partnerClass ?? null) : null),
    title: whole(text.title).trim() || null,
    scope: readScope(text.scope),
    parentNumber: readNumber(whole(text.parentNumber)),
    openness: readOpenness(text.openness),
    obstacles: text.obstacles.trim() || null,
    advice: text.advice.trim() || null,
  }
  const causes = [
    ...said.causes,
    ...ofDays,
    ...(sent.problem ? [blame(sent.problem, 'submittedAt')] : []),
    ...(isNothing(text.kind) || values.kind ? [] : [blame('kind_unknown', 'kind')]),
    ...(isNothing(text.openness) || isOpenness(text.openness) ? [] : [blame('openness_unknown', 'openness')]),
    ...sides.causes,
    ...(values.furtherOffices.length && !office.problem ? [] : officeCauses(text, office, offices, blame)),
  ]
  const blamed = new Set(causes.flatMap(({ field }) => field ?? []))
  const missing: (Problem | false | null)[] = [
    days.signedOn === null && !blamed.has('signedOn') && 'date_invalid',
    endsBeforeStart(days) && 'ends_before_start',
    values.kind === null && !blamed.has('kind') && 'kind_unknown',
    kpuNumber === null && !blamed.has('kpuNumber') && 'number_missing',
    office.problem,
    partner === null && !blamed.has('partner') && 'partner_missing',
    isTooLong({ ...values, kpuNumber, partner }) && 'too_long',
  ]
  return {
    row: row.number,
    place: row.place ?? row.number,
    sheet: row.sheet ?? null,
    cells: row.cells,
    problems: [...new Set([...causes.map(({ problem }) => problem), ...missing.filter(problem => !!problem)])].sort(),
    causes,
    values,
    kpuNumber,
    partner,
    partners,
    partnersFolded: partners.map(foldName),
    recordId: isId(text.recordId.trim()) ? text.recordId.trim().toLowerCase() : null,
    doubts: sides.doubts,
    key: kpuNumber && partner && keyOf(kpuNumber, ...partners),
    offices: office.candidates,
    submittedAt: sent.at,
  }
}

const hasOffice = (mapping: Mapping) => (mapping.officeCode ?? mapping.officeName ?? null) !== null

/** What a person would type to say the same as a cell: a day as ISO, since what is typed is day first. Null when that cannot be said. */
function asTyped(field: Field, text: string, orderOf: (field: DayField) => DayOrder | null): string | null {
  if (!isDayField(field)) return text
  const order = orderOf(field)
  const [one, other] = [readAs(field, text, 'day-first'), readAs(field, text, 'month-first')]
  if (one === other || order === 'day-first') return text
  return order && (field === 'submittedAt' ? readInstant(text, order) : readDay(text, order))
}
const isDayField = (field: Field): field is DayField => (dayFields as readonly Field[]).includes(field)

/** A text that an export put in quotes, without them. */
const whole = (text: string): string => (isLiteral(text) ? unlisted(text)[0]!.text : text)

/** When the form was sent. */
function timeOf(text: string, order: DayOrder | null): { at: string | null; problem: Problem | null } {
  if (isNothing(text)) return { at: null, problem: null }
  const [one, other] = [readInstant(text, order ?? 'day-first'), readInstant(text, order ?? 'month-first')]
  if (one !== other && one !== null && other !== null) return { at: null, problem: 'day_order_unclear' }
  return one === null ? { at: null, problem: 'time_unknown' } : { at: one, problem: null }
}

/** Code or name alone names the office; what the other one says should then be understood too. */
function officeCauses(text: CellTexts['text'], { office, problem }: FoundOffice, offices: OfficeIndex, blame: Blame): Cause[] {
  const filled = (['officeCode', 'officeName'] as const).filter(field => !isNothing(text[field]))
  if (problem) return filled.map(field => blame(problem, field))
  if (filled.length < 2) return []
  const understood = {
    officeCode: () => offices.resolve(text.officeCode, '').office !== null,
    officeName: () => {
      const named = offices.resolve('', text.officeName)
      return named.office !== null || named.candidates.includes(office!)
    },
  }
  return filled.flatMap(field => (understood[field]() ? [] : [blame('office_unclear', field)]))
}

import { foldName } from '../../partners/rules/partner-names.ts'
import { isBlank, plain } from '../../partners/rules/text.ts'
import { type Cause, type Correction, type Field, fields, type Mapping, type Problem, type Values } from '../schema.ts'
import { isCellError } from './cell-errors.ts'
import { endsBeforeStart, readDay, readLastDay } from './days.ts'
import { readKind, readPartnerClass } from './kinds.ts'
import { textOf } from './layouts.ts'
import { isTooLong } from './lengths.ts'
import { letterOf } from './letters.ts'
import { foldNumber, readNumber } from './numbers.ts'
import type { OfficeIndex } from './offices.ts'
import { readOpenness } from './openness.ts'
import { readScope, readSignatories, readSignatory, type Signatory } from './signatories.ts'
import { dayAfter, readTerm } from './terms.ts'
import { timestampReader } from './timestamps.ts'

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

/** What one row says, before it is compared with others. `partner` is as typed. `key` is null while number or partner is missing. */
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
  partnerFolded: string | null
  key: string | null
  offices: string[]
  unread: Field[]
  submittedAt: string | null
}

/** Reads all rows of a file by its mapping. Linear in the number of rows. */
export function readRowsOf(rows: readonly RowToRead[], mapping: Mapping, offices: OfficeIndex): ReadRow[] {
  const instant = timestampReader(
    mapping.submittedAt === null ? [] : rows.map(row => textOf(row.cells, mapping, row.correction, 'submittedAt')),
  )
  return rows.map(row => readRow(row, mapping, offices, instant))
}

/** Equal for rows of the same agreement: the folded KPU number and the folded partner. */
export const keyOf = (kpuNumber: string, partner: string): string =>
  `${foldNumber(kpuNumber)} | ${foldName(partner)}`.slice(0, 600).toWellFormed()

function readRow(
  { number, place = number, sheet = null, columns, cells, correction }: RowToRead,
  mapping: Mapping,
  offices: OfficeIndex,
  instant: (text: string) => string | null,
): ReadRow {
  const shown = Object.fromEntries(fields.map(field => [field, textOf(cells, mapping, correction, field)])) as Record<Field, string>
  const said = Object.fromEntries(fields.map(field => [field, isCellError(shown[field]) ? '' : shown[field]])) as Record<Field, string>
  const cellOf = (field: Field) => {
    const column = mapping[field] ?? null
    return column === null ? null : `${letterOf(columns?.[column] ?? column)}${number}`
  }
  const office = offices.resolve(said.officeCode, said.officeName)
  const days = readDays(said)
  const kpuNumber = readNumber(said.kpuNumber)
  const partner = isBlank(said.partner) ? null : said.partner
  const sides = readSignatories(said.signatories)
  const values: Values = {
    office: office.office,
    kind: readKind(said.kind),
    ...days,
    partnerClass: readPartnerClass(said.partnerClass),
    partnerNumber: readNumber(said.partnerNumber),
    title: said.title.trim() || null,
    scope: readScope(said.scope),
    kpuSignatory: signatoryOf(said.kpuSignatory, said.kpuPosition, sides.kpu),
    partnerSignatory: signatoryOf(said.partnerSignatory, said.partnerPosition, sides.partner),
    parentNumber: readNumber(said.parentNumber),
    openness: readOpenness(said.openness),
    obstacles: said.obstacles.trim() || null,
    advice: said.advice.trim() || null,
  }
  const problems: (Problem | false | null)[] = [
    fields.some(field => isCellError(shown[field])) && 'cell_error',
    days.signedOn === null && 'date_invalid',
    endsBeforeStart(days) && 'ends_before_start',
    values.kind === null && 'kind_unknown',
    kpuNumber === null && 'number_missing',
    office.problem,
    partner === null && 'partner_missing',
    isTooLong({ ...values, kpuNumber, partner }) && 'too_long',
  ]
  return {
    row: number,
    place,
    sheet,
    cells,
    problems: problems.filter(problem => !!problem),
    causes: fields.flatMap(field =>
      isCellError(shown[field]) ? [{ problem: 'cell_error' as const, field, cell: cellOf(field), text: shown[field] }] : [],
    ),
    values,
    kpuNumber,
    partner,
    partnerFolded: partner && foldName(partner),
    key: kpuNumber && partner && keyOf(kpuNumber, partner),
    offices: office.candidates,
    unread: unreadOf(said, values),
    submittedAt: instant(said.submittedAt),
  }
}

/** The end is the day that is given; else the start and the term. People put periods into either column. */
function readDays(said: Record<Field, string>): { signedOn: string | null; startsOn: string | null; endsOn: string | null } {
  const signedOn = readDay(said.signedOn)
  const startsOn = readDay(said.startsOn) ?? signedOn
  const given = readDay(said.endsOn) ?? readLastDay(said.endsOn)
  const term = readTerm(said.endsOn) ?? readTerm(said.term)
  const counted = startsOn && term ? dayAfter(startsOn, term) : null
  return { signedOn, startsOn, endsOn: given ?? counted ?? readDay(said.term) ?? readLastDay(said.term) }
}

function signatoryOf(name: string, position: string, both: Signatory): Signatory {
  const alone = position.trim() === '' ? readSignatory(name) : { name: plain(name) || null, position: plain(position) }
  return { name: alone.name ?? both.name, position: alone.position ?? both.position }
}

/** Columns that hold words which came to nothing: no problem by the rules, but a person should know. */
function unreadOf(said: Record<Field, string>, values: Values): Field[] {
  const without: Partial<Record<Field, boolean>> = {
    startsOn: readDay(said.startsOn) === null,
    endsOn: readDay(said.endsOn) === null && values.endsOn === null,
    term: values.endsOn === null,
    partnerClass: values.partnerClass === null,
  }
  return fields.filter(field => without[field] && !isBlank(said[field]))
}

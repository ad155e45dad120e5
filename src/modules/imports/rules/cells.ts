import { isCellError } from '../../../platform/reading/cell-errors.ts'
import { isDitto } from '../../../platform/reading/dittos.ts'
import { letterOf } from '../../../platform/reading/letters.ts'
import { isPlaceholder } from '../../../platform/reading/placeholders.ts'
import { isBlank } from '../../../platform/reading/text.ts'
import { holdsLiteral } from '../../agreements/rules/listed.ts'
import { type Field, fields } from '../schema/codes.ts'
import type { Mapping } from '../schema/files.ts'
import type { Cause } from '../schema/rows.ts'
import { becameOther } from './became.ts'
import { textOf } from './layouts.ts'
import type { RowToRead } from './rows.ts'

/** What the cells of a row say by field, with nothing where a cell only points elsewhere or says that it is empty; and why that is so. */
export type CellTexts = { text: Record<Field, string>; causes: Cause[] }
/** Names a cell in a cause: the problem, the field, and what may be meant. */
export type Blame = (problem: Cause['problem'], field: Field, proposal?: string | null) => Cause

/** The nearest text above in each column, which a ditto means. */
export type Above = Partial<Record<Field, string | null>>

/** Reads the cells of one row, and keeps in `above` what the next row may point to, as a person would type it. */
export function saidBy(
  row: RowToRead,
  mapping: Mapping,
  above: Above,
  asTyped: (field: Field, text: string) => string | null,
): CellTexts & { blame: Blame } {
  const shown = Object.fromEntries(fields.map(field => [field, textOf(row.cells, mapping, row.correction, field)])) as Record<Field, string>
  const blame: Blame = (problem, field, proposal) => ({
    problem,
    field,
    cell: cellOf(row, mapping, field),
    text: shown[field],
    ...(proposal ? { proposal } : {}),
  })
  const causes: Cause[] = []
  const text = { ...shown }
  for (const field of fields) {
    const cause = shown[field] === '' ? null : misfit(field, shown[field], row.correction?.[field] !== undefined)
    if (cause) {
      if (cause.problem) causes.push(blame(cause.problem, field, cause.ditto ? above[field] : null))
      text[field] = ''
    } else if (!isBlank(shown[field])) above[field] = asTyped(field, shown[field])
  }
  return { text, causes, blame }
}

const numbers: ReadonlySet<Field> = new Set(['kpuNumber', 'partnerNumber', 'parentNumber'])
const required: Partial<Record<Field, Cause['problem']>> = { kpuNumber: 'number_missing', partner: 'partner_missing' }

/** Why the text of a cell does not count; without a problem where it only says that there is nothing. */
function misfit(field: Field, text: string, typed: boolean): { problem: Cause['problem'] | null; ditto?: boolean } | null {
  if (holdsLiteral(text)) return null
  if (isCellError(text)) return { problem: 'cell_error' }
  if (field === 'kpuNumber' && isPlaceholder(text)) return { problem: 'number_missing', ditto: isDitto(text) }
  if (isDitto(text)) return { problem: 'ditto', ditto: true }
  if ((numbers.has(field) || field === 'partner') && isPlaceholder(text)) return { problem: required[field] ?? null }
  // A person who types a number that looks like a day means it.
  if (numbers.has(field) && !typed && becameOther(text)) return { problem: 'number_became_other' }
  return null
}

function cellOf({ number, columns }: RowToRead, mapping: Mapping, field: Field): string | null {
  const column = mapping[field] ?? null
  return column === null ? null : `${letterOf(columns?.[column] ?? column)}${number}`
}

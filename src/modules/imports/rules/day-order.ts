import { type DayOrder, readDay } from '../../../platform/reading/days.ts'
import { readPeriod } from '../../../platform/reading/periods.ts'
import { readInstant } from '../../../platform/reading/timestamps.ts'
import { type DayField, dayFields } from '../schema/codes.ts'
import type { DayOrders } from '../schema/files.ts'

/** The texts of each column of days, as they stand in the file. */
export type DayColumns = Partial<Record<DayField, readonly string[]>>
export type ChosenOrders = Partial<Record<DayField, DayOrder>>

/**
 * Decides for each column whether its days are written day first or month first. Never one value alone:
 *
 * - `3/4/2024` `1/25/2024` `12/31/2023`: the second says month first, so all are (`by: 'column'`), the first is 4 March.
 * - `3/4/2024` `25/1/2024`: day first, so the first is 3 April.
 * - `3/4/2024` `5/6/2024` alone in a file: nothing says otherwise, so day first, as is usual in Indonesia (`by: 'usual'`).
 * - `3/4/2024` `25/1/2024` `1/25/2024`: both. Or `3/4/2024` alone, while the column of ends says month first. A person is asked, once
 *   for the column: `order` is null and `open` says how many values wait. What the person chose decides (`by: 'person'`), for the
 *   next file of the same layout too, as far as that proves nothing itself (`by: 'remembered'`).
 * - `2024-04-03`, `3 April 2024` and serial numbers say nothing of the order and depend on none.
 *
 * Columns without a day that depends on the order are left out. Linear in the number of values.
 */
export function decideDayOrders(columns: DayColumns, chosen: ChosenOrders = {}, remembered: ChosenOrders = {}): DayOrders {
  const evidence = dayFields.flatMap(field => {
    const found = evidenceOf(field, columns[field] ?? [])
    return found.open + found.dayFirst + found.monthFirst > 0 ? [{ field, ...found }] : []
  })
  return Object.fromEntries(
    evidence.map(({ field, ...found }) => {
      const elsewhere = evidence.some(other => other.field !== field && other.monthFirst > 0)
      return [field, { ...decide(found, elsewhere, chosen[field], remembered[field]), ...found }]
    }),
  )
}

type Decision = Pick<NonNullable<DayOrders[DayField]>, 'order' | 'by'>

function decide(
  { dayFirst, monthFirst, open }: Evidence,
  elsewhereMonthFirst: boolean,
  chosen: DayOrder | undefined,
  remembered: DayOrder | undefined,
): Decision {
  if (chosen) return { order: chosen, by: 'person' }
  if (dayFirst > 0 && monthFirst === 0) return { order: 'day-first', by: 'column' }
  if (monthFirst > 0 && dayFirst === 0) return { order: 'month-first', by: 'column' }
  const unclear = open > 0 && (monthFirst > 0 || elsewhereMonthFirst)
  if (!unclear) return { order: 'day-first', by: 'usual' }
  return remembered ? { order: remembered, by: 'remembered' } : { order: null, by: 'nobody' }
}

type Evidence = { dayFirst: number; monthFirst: number; open: number; example: string | null }

function evidenceOf(field: DayField, texts: readonly string[]): Evidence {
  const evidence: Evidence = { dayFirst: 0, monthFirst: 0, open: 0, example: null }
  for (const text of texts) {
    const [one, other] = [readAs(field, text, 'day-first'), readAs(field, text, 'month-first')]
    if (one === other) continue
    if (other === null) evidence.dayFirst++
    else if (one === null) evidence.monthFirst++
    else {
      evidence.open++
      evidence.example ??= text
    }
  }
  return evidence
}

/** What a text of such a column says in an order, in a form that compares; null when it is not readable so. */
export function readAs(field: DayField, text: string, order: DayOrder): string | null {
  if (!/\d/.test(text)) return null
  if (field === 'submittedAt') return readInstant(text, order)
  const day = readDay(text, order)
  if (day !== null || field === 'signedOn' || field === 'startsOn') return day
  const period = readPeriod(text, order)
  return period && `${period.from} ${period.until}`
}

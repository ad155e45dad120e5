import { formatDay, formatNumber, formatScore, formatShare } from '../../../platform/i18n/format.ts'
import type { Locale } from '../../../platform/i18n/words.ts'
import { apart, isClosed } from '../rules/conclusions.ts'
import type { ReportData } from '../schema.ts'
import { type Kind, type Plan, plans, type TableKey } from './plans.ts'
import { tableWords } from './table-words.ts'
import { documentWords } from './words.ts'

export type Cell = string | number | null
/** `width` is relative to the other columns. */
export type Column = { key: string; header: string; kind: Kind; width: number }
/**
 * One table of the report, the same for every kind of document. `total` has a cell for each column; `tab` is its short name, `empty` the
 * sentence that stands for it where it has no rows.
 */
export type Table = {
  key: TableKey
  title: string
  tab: string
  empty: string
  columns: Column[]
  rows: Cell[][]
  total: Cell[] | null
  /** Of a table that has counts and scores under each other: which rows are scores or per cents. */
  scored?: readonly number[]
}

/** A cell as the documents print it; nothing is an en dash, so that an empty cell is never a missing one. */
export function printCell(locale: Locale, kind: Kind, value: Cell): string {
  if (value === null || value === '') return '–'
  if (typeof value === 'string') return kind === 'day' ? formatDay(locale, value, 'short') : value
  if (kind === 'share') return formatShare(locale, value, 1)
  if (kind === 'score') return formatScore(locale, value)
  if (kind === 'gap') return signed(locale, value, formatScore)
  if (kind === 'change') return signed(locale, value, (language, number) => formatNumber(language, number, 1))
  return formatNumber(locale, value, 1)
}

/** A row as the documents print it. */
export const printRow = (locale: Locale, { columns, rows, scored = [] }: Table, row: readonly Cell[]): string[] =>
  row.map((cell, at) => {
    const { kind } = columns[at]!
    const tenths = scored.some(index => rows[index] === row)
    return printCell(locale, tenths && kind === 'number' ? 'score' : tenths && kind === 'change' ? 'gap' : kind, cell)
  })

/** Whether a column is set to the right, in figures of one width. */
export const isFigure = (kind: Kind): boolean => kind !== 'text' && kind !== 'day'

function signed(locale: Locale, value: number, print: (locale: Locale, value: number) => string): string {
  const amount = print(locale, Math.abs(value))
  if (Number(formatScore('en', value)) === 0) return amount
  return value > 0 ? `+${amount}` : `−${amount}`
}

/** A table with the title and the headings of `tableWords`, and the columns of `plans`. */
export function table(data: ReportData, key: TableKey, rows: Cell[][], plan: Plan = plans[key]): Table {
  const { sent } = documentWords[data.locale]
  const said: Record<string, string> = { missing: missingIn(data, sent), ...tableWords[data.locale][key] }
  return {
    key,
    title: said.title ?? key,
    tab: said.tab ?? key,
    empty: said.none ?? '',
    columns: plan.map(([name, kind, width]) => ({ key: name, header: said[name] ?? name, kind, width })),
    rows,
    total: null,
  }
}

/** What a form is called that was not submitted: while the cycle runs it still may be. */
export const missingIn = (data: ReportData, { missing, never }: { missing: string; never: string }): string =>
  isClosed(data) ? never : missing

/** The table with a last row that adds its counts up; a share is computed again from `part` and `whole`, the keys of two columns. */
export function withTotal(made: Table, label: string, share?: { part: string; whole: string }): Table {
  const add = (key: string): number => {
    const at = made.columns.findIndex(column => column.key === key)
    return made.rows.reduce((sum, row) => sum + Number(row[at] ?? 0), 0)
  }
  const total = made.columns.map((column, at): Cell => {
    if (at === 0) return label
    if (column.kind === 'count') return add(column.key)
    if (column.kind === 'share' && share) return part(add(share.part), add(share.whole))
    return null
  })
  return { ...made, total }
}

/** `part / whole`, or null where there is nothing to have a part of. */
export const part = (some: number, whole: number): number | null => (whole ? some / whole : null)

/** The first score less the second, as they are printed; null unless both are there. */
export const gap = (one: number | null | undefined, other: number | null | undefined): number | null =>
  one == null || other == null ? null : apart(one, other)

/** The names in their order, then whatever code is used without a name, under its own code: a figure is never left out. */
export function ordered(names: readonly Name[], used: readonly string[]): Name[] {
  const known = new Set(names.map(name => name.code))
  return [...names, ...[...new Set(used)].filter(code => !known.has(code)).map(code => ({ code, label: code }))]
}

export type Name = { code: string; label: string }

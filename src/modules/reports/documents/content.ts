import { printableAll } from '../../../platform/documents/text.ts'
import { dayIn, formatDay, formatNumber, formatScore, formatTime } from '../../../platform/i18n/format.ts'
import type { ReportData } from '../schema.ts'
import { reportCharts } from './charts.ts'
import { shortFingerprint } from './fingerprint.ts'
import { type TableKey, tableKeys } from './plans.ts'
import { printCell, type Table } from './table.ts'
import { reportTables } from './tables.ts'
import { documentWords } from './words.ts'

/** A table as the documents print it: its number and title, and every cell as text. */
export type PrintedTable = Omit<Table, 'rows' | 'total'> & { label: string; rows: string[][]; total: string[] | null }
export type Content = ReturnType<typeof reportContent>

/** What every kind of document shows of a report, in words and in the order of the report; nothing is computed after this. */
export function reportContent(raw: ReportData) {
  const data = printableAll(raw)
  const say = documentWords[data.locale]
  const day = (value: string) => formatDay(data.locale, value)
  const cutoff = formatTime(data.locale, data.cutoff, data.zone)
  const hash = shortFingerprint(raw)
  const period = say.cover.period(day(data.cycle.from), day(data.cycle.to))
  const tables = printedTables(data)
  const number = data.number.trim() || say.cover.noNumber
  return {
    lang: data.locale,
    title: data.title,
    number,
    letterhead: data.letterhead,
    office: data.office.name,
    cycle: data.cycle.name,
    period,
    place: data.signatory.place,
    year: (data.signatory.day || dayIn(new Date(data.cutoff), data.zone)).slice(0, 4),
    signedOn: `${data.signatory.place}, ${day(data.signatory.day)}`,
    signatory: data.signatory,
    preparer: data.preparer,
    cutoff,
    hash,
    foot: { data: say.footer.data(cutoff), hash: say.footer.hash(hash) },
    statement: say.approval.statement(cutoff),
    facts: [
      [say.facts.title, data.title],
      [say.facts.number, number],
      [say.facts.office, data.office.name],
      [say.facts.cycle, data.cycle.name],
      [say.facts.period, `${day(data.cycle.from)} – ${day(data.cycle.to)}`],
      [say.facts.schedule, `${day(data.cycle.opensOn)} – ${day(data.cycle.closesOn)}`],
      [say.facts.instrument, say.facts.version(data.instrument.name, String(data.instrument.version))],
      [say.facts.cutoff, cutoff],
      [say.facts.hash, hash],
      [say.facts.security, data.securityClass],
    ] as [string, string][],
    stats: stats(data),
    narrative: data.narrative,
    tables,
    more: moreActions(data, tables.urgent.rows.length),
    words: say,
    charts: reportCharts(data),
  }
}

/** The six figures of the summary: value, what it is, and out of what. */
function stats({ totals, locale }: ReportData): { value: string; label: string; of: string; bad: boolean }[] {
  const say = documentWords[locale].stats
  const count = (value: number) => formatNumber(locale, value)
  const score = (value: number | null) => (value === null ? '–' : formatScore(locale, value))
  return [
    {
      value: printCell(locale, 'share', totals.targets ? totals.submitted / totals.targets : null),
      label: say.submitted,
      of: say.of(count(totals.submitted), count(totals.targets)),
      bad: false,
    },
    { value: count(totals.bothSubmitted), label: say.both, of: say.of(count(totals.bothSubmitted), count(totals.pairs)), bad: false },
    { value: score(totals.kpuScore), label: say.kpuScore, of: say.outOf, bad: false },
    { value: score(totals.partnerScore), label: say.partnerScore, of: say.outOf, bad: false },
    { value: count(totals.findings), label: say.findings, of: say.followUps(count(totals.followUps)), bad: false },
    {
      value: count(totals.overdue),
      label: say.overdue,
      of: say.of(count(totals.overdue), count(totals.followUps)),
      bad: totals.overdue > 0,
    },
  ]
}

function printedTables(data: ReportData): Record<TableKey, PrintedTable> {
  const say = documentWords[data.locale]
  const printed = reportTables(data).map((table, at) => {
    const print = (row: Table['rows'][number]) => row.map((cell, column) => printCell(data.locale, table.columns[column]!.kind, cell))
    return { ...table, label: `${say.labels.table} ${at + 1}`, rows: table.rows.map(print), total: table.total && print(table.total) }
  })
  return Object.fromEntries(tableKeys.map((key, at) => [key, printed[at]])) as Record<TableKey, PrintedTable>
}

/** Says that the table of urgent follow-ups is not all of them, where that is so. */
function moreActions({ totals, locale }: ReportData, shown: number): string {
  const say = documentWords[locale]
  if (shown >= totals.followUps) return ''
  return say.labels.more(formatNumber(locale, shown), formatNumber(locale, totals.followUps), `${say.parts.appendix} 5`)
}

import { printableAll } from '../../../platform/documents/text.ts'
import { dayIn, formatDay, formatNumber, formatScore, formatTime } from '../../../platform/i18n/format.ts'
import { fewestOnMap } from '../rules/bounds.ts'
import { alike, enough, isClosed, unfinished } from '../rules/conclusions.ts'
import type { ReportData } from '../schema.ts'
import { findingGroups, mostGroups } from './annex-tables.ts'
import { reportCharts } from './charts.ts'
import { shortFingerprint } from './fingerprint.ts'
import { type AppendixKey, appendixKeys, figureKeys, printedKeys, shortKeys, type TableKey, tableKeys } from './plans.ts'
import { printCell, printRow, type Table } from './table.ts'
import { reportTables } from './tables.ts'
import { documentWords } from './words.ts'

/** A table as the documents print it: its number and title, and every cell as text. */
export type PrintedTable = Omit<Table, 'rows' | 'total'> & {
  label: string
  /** What stands above it on the pages after its first. */
  continued: string
  rows: string[][]
  total: string[] | null
  /** Row and column of the cells that stand out. */
  emphasised: [number, number][]
}
export type Content = ReturnType<typeof reportContent>

/** What every kind of document shows of a report, in words and in the order of the report; nothing is computed after this. */
export function reportContent(raw: ReportData) {
  const data = printableAll(raw)
  const say = documentWords[data.locale]
  const day = (value: string) => formatDay(data.locale, value)
  const cutoff = formatTime(data.locale, data.cutoff, data.zone)
  const hash = shortFingerprint(raw)
  const period = say.cover.period({ from: day(data.cycle.from), to: day(data.cycle.to) })
  const tables = printedTables(data)
  const appendices = appendicesOf(data, tables)
  const number = data.number.trim() || say.cover.noNumber
  return {
    lang: data.locale,
    short: isShort(data),
    title: data.title,
    coverTitle: unbroken(data.title, data.office.name),
    // The cover says a thing once: what kind of document and which cycle, only where its title does not.
    coverKind: says(data.title, say.cover.kind) ? '' : say.cover.kind,
    coverCycle: says(data.title, data.cycle.name) ? '' : data.cycle.name,
    number,
    letterhead: data.letterhead,
    office: data.office.name,
    cycle: data.cycle.name,
    period,
    place: data.signatory.place,
    year: (data.signatory.day || dayIn(new Date(data.cutoff), data.zone)).slice(0, 4),
    signedOn: `${data.signatory.place}, ${day(data.signatory.day)}`,
    signatory: data.signatory,
    // Who approves it has drawn it up too, and signs once.
    preparer: data.preparer?.name.trim() === data.signatory.name.trim() ? null : data.preparer,
    cutoff,
    hash,
    foot: { data: say.footer.data({ cutoff }), hash: say.footer.hash({ hash }) },
    statement: say.approval.statement({ cutoff }),
    facts: [
      [say.facts.title, data.title],
      [say.facts.number, number],
      [say.facts.office, data.office.name],
      [say.facts.cycle, data.cycle.name],
      [say.facts.period, `${day(data.cycle.from)} – ${day(data.cycle.to)}`],
      [say.facts.schedule, `${day(data.cycle.opensOn)} – ${day(data.cycle.closesOn)}`],
      [say.facts.instrument, say.facts.version({ name: data.instrument.name, version: String(data.instrument.version) })],
      [say.facts.cutoff, cutoff],
      [say.facts.hash, hash],
      [say.facts.security, data.securityClass],
    ] as [string, string][],
    stats: stats(data),
    narrative: data.narrative,
    main: mainOf(data),
    register: registerOf(data, tables.agreements),
    tables,
    figures: figureLabels(data, tables),
    appendices,
    more: tables.urgent.rows.length ? moreActions(data, tables.urgent.rows.length, appendices) : '',
    moreFindings: moreFindings(data),
    boldGaps: [tables.itemScores, tables.classScores].some(({ emphasised }) => emphasised.length)
      ? say.labels.boldGaps({ least: formatScore(data.locale, alike) })
      : '',
    words: { ...say, parts: { ...say.parts, comparison: comparedTo(data, tables) } },
    charts: reportCharts(data),
  }
}

/** How many conclusions and recommendations the summary ends with: the first ones of chapter V, in its words. */
const mostMain = 4

/** A report of so few agreements has a short form: no contents, no appendices, and in the summary all that is concluded. */
export const isShort = ({ totals }: Pick<ReportData, 'totals'>): boolean => totals.agreements < enough

/** The tables that its documents print, in the order in which they are numbered. */
export const keysOf = (data: Pick<ReportData, 'totals'>): readonly TableKey[] => (isShort(data) ? shortKeys : printedKeys)

/** All tables as the documents print them: the short form tells findings without the columns that set sides, classes and offices apart. */
export const tablesOf = (data: ReportData): Table[] =>
  reportTables(data).map(table => (isShort(data) && table.key === 'findingGroups' ? withoutColumns(table, apartOnly) : table))

const apartOnly = ['kpu', 'partner', 'classes', 'offices']

function withoutColumns(table: Table, keys: readonly string[]): Table {
  const kept = table.columns.map(({ key }) => !keys.includes(key))
  const of = <T>(row: readonly T[]): T[] => row.filter((_, at) => kept[at])
  return { ...table, columns: of(table.columns), rows: table.rows.map(of), total: table.total && of(table.total) }
}

/** Each agreement of a short report as what it is called by and what that is, with an empty line between two of them. */
function registerOf(data: ReportData, { columns, rows }: PrintedTable): [string, string][] {
  if (!isShort(data)) return []
  return rows.flatMap((row, at): [string, string][] => [
    ...(at ? [['', ''] as [string, string]] : []),
    ...columns.map(({ header }, column): [string, string] => [header, row[column] ?? '']),
  ])
}

/** While a cycle runs the first conclusion says that all are provisional, and comes with them. */
function mainOf({ narrative, ...data }: ReportData): { conclusion: string[]; recommendations: string[] } {
  if (isShort(data)) return { conclusion: narrative.conclusion, recommendations: narrative.recommendations }
  return {
    conclusion: narrative.conclusion.slice(0, mostMain + (isClosed(data) || !data.totals.submitted ? 0 : 1)),
    recommendations: narrative.recommendations.slice(0, mostMain),
  }
}

/** The figures of the summary, in two rows: value, what it is, and out of what; a number that is no part of another stands by itself. */
function stats({ totals, followUpsByState, locale }: ReportData): { value: string; label: string; of: string; bad: boolean }[] {
  const say = documentWords[locale].stats
  const count = (value: number) => formatNumber(locale, value)
  const score = (value: number | null) => (value === null ? '–' : formatScore(locale, value))
  const left = unfinished({ followUpsByState })
  return [
    { value: count(totals.agreements), label: say.agreements, of: say.partners({ count: totals.partners }), bad: false },
    {
      value: printCell(locale, 'share', totals.targets ? totals.submitted / totals.targets : null),
      label: say.submitted,
      of: say.of({ part: count(totals.submitted), whole: count(totals.targets) }),
      bad: false,
    },
    { value: score(totals.kpuScore), label: say.kpuScore, of: say.outOf, bad: false },
    { value: score(totals.partnerScore), label: say.partnerScore, of: say.outOf, bad: false },
    {
      value: count(totals.bothSubmitted),
      label: say.both,
      of: say.of({ part: count(totals.bothSubmitted), whole: count(totals.pairs) }),
      bad: false,
    },
    { value: count(totals.findings), label: say.findings, of: '', bad: false },
    { value: count(totals.followUps), label: say.followUps, of: '', bad: false },
    {
      value: left ? count(totals.overdue) : '–',
      label: say.overdue,
      of: left ? say.unfinished({ part: count(totals.overdue), whole: count(left) }) : totals.followUps ? say.allFinished : say.noFollowUps,
      bad: totals.overdue > 0,
    },
  ]
}

/** Tables with every cell as text. Those that are printed and have rows are numbered one after the other; the others have no label. */
function printedTables(data: ReportData): Record<TableKey, PrintedTable> {
  const say = documentWords[data.locale]
  const made = tablesOf(data)
  const numbered = keysOf(data).filter(key => made.some(table => table.key === key && table.rows.length))
  const printed = made.map(table => {
    const print = (row: Table['rows'][number]) => printRow(data.locale, table, row)
    const number = numbered.indexOf(table.key) + 1
    const label = number ? `${say.labels.table} ${number}` : ''
    const continued = say.labels.continued({ label })
    return {
      ...table,
      label,
      continued,
      rows: table.rows.map(print),
      total: table.total && print(table.total),
      emphasised: wideGaps(table),
    }
  })
  return Object.fromEntries(tableKeys.map((key, at) => [key, printed[at]])) as Record<TableKey, PrintedTable>
}

/** Gaps between the two sides from which on their scores are not told as alike. */
const wideGaps = ({ columns, rows }: Table): [number, number][] =>
  rows.flatMap((row, number) =>
    columns.flatMap(({ kind }, at): [number, number][] => (kind === 'gap' && Math.abs(Number(row[at])) >= alike ? [[number, at]] : [])),
  )

/** The table behind each figure, in the order of the report: where it has no rows there is nothing to draw. */
export const figureTables = {
  classes: 'partners',
  provinces: 'provinces',
  obligations: 'obligations',
  maturity: 'maturity',
  items: 'itemScores',
  obstacles: 'obstacles',
  followUps: 'followUps',
} as const satisfies Record<string, TableKey>
export type FigureKey = keyof typeof figureTables

/** "Gambar 2", or nothing for a figure that is left out, numbered one after the other. */
function figureLabels(
  { locale, responseByProvince, maturityByClass, totals }: ReportData,
  tables: Record<TableKey, PrintedTable>,
): Record<FigureKey, string> {
  const keys = Object.keys(figureTables) as FigureKey[]
  const has = (key: FigureKey) =>
    key === 'provinces'
      ? responseByProvince.length >= fewestOnMap
      : key === 'maturity'
        ? maturityByClass.some(({ level, count }) => level !== null && count > 0)
        : tables[figureTables[key]].rows.length > 0
  const drawn = totals.agreements < enough ? [] : keys.filter(has)
  const label = (key: FigureKey) => (drawn.includes(key) ? `${documentWords[locale].labels.figure} ${drawn.indexOf(key) + 1}` : '')
  return Object.fromEntries(keys.map(key => [key, label(key)])) as Record<FigureKey, string>
}

type Appendix = { key: AppendixKey; label: string; title: string; tables: TableKey[] }

/** The appendices that have something in them, numbered one after the other. */
function appendicesOf(data: ReportData, tables: Record<TableKey, PrintedTable>): Appendix[] {
  const { appendix, ofFigures } = documentWords[data.locale].parts
  const filled = (keys: readonly TableKey[]) => keys.filter(key => tables[key].rows.length)
  const all: Omit<Appendix, 'label'>[] = [
    ...appendixKeys.map(key => ({ key, title: tables[key].title, tables: filled([key]) })),
    { key: 'figures', title: ofFigures, tables: filled(figureKeys) },
  ]
  return (isShort(data) ? [] : all).filter(each => each.tables.length).map((each, at) => ({ ...each, label: `${appendix} ${at + 1}` }))
}

/** What the section of comparisons is called: by those that it has. */
function comparedTo({ above, locale }: ReportData, tables: Record<TableKey, PrintedTable>): string {
  const say = documentWords[locale]
  if (!above || !tables.benchmark.rows.length) return say.parts.comparison
  if (tables.comparison.rows.length) return say.compared.both
  return above.national ? say.compared.national : say.compared.above({ office: above.office })
}

/** Says that the table of urgent follow-ups is not all of them, where that is so. */
function moreActions({ totals, followUpsByState, locale }: ReportData, shown: number, appendices: readonly Appendix[]): string {
  const say = documentWords[locale]
  const whole = appendices.find(({ key }) => key === 'actionPlan')
  const all = unfinished({ followUpsByState })
  if (shown >= all || !whole) return ''
  return say.labels.more({
    shown: formatNumber(locale, shown),
    all: formatNumber(locale, all),
    appendix: whole.label,
    late: totals.overdue > 0,
  })
}

/** Says that the appendix of findings is not all of them, where that is so. */
function moreFindings(data: ReportData): string {
  const all = findingGroups(data).length
  const print = (number: number) => formatNumber(data.locale, number)
  return all > mostGroups ? documentWords[data.locale].labels.moreFindings({ shown: print(mostGroups), all: print(all) }) : ''
}

const says = (title: string, part: string): boolean => title.toLowerCase().includes(part.trim().toLowerCase())

/**
 * What is read as one word stays on one line of a title: "Kerja Sama", a number with the word before it, and the name of the office,
 * as long as a line has room for it.
 */
const unbroken = (title: string, office: string): string => {
  const name = office.length > longestInLine ? office.split(' ').slice(0, 2).join(' ') : office
  return title
    .replaceAll(name, name.replaceAll(' ', '\u00a0'))
    .replace(/(Kerja) (Sama)/gi, '$1\u00a0$2')
    .replace(/ (\d+)(?=[\s,]|$)/g, '\u00a0$1')
}
const longestInLine = 28

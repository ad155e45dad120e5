import type { ReportData } from '../schema.ts'
import { plans } from './plans.ts'
import { type Cell, gap, type Name, ordered, type Table, table, withTotal } from './table.ts'
import { documentWords } from './words.ts'

/** Partners, agreements, status, maturity and scores, each with a row for every class of partner. */
export function classTables(data: ReportData): Table[] {
  const { totals } = data
  const { total, overall } = documentWords[data.locale].labels
  const classes = classesWithFigures(data)
  const rows = (cells: (code: string) => Cell[]): Cell[][] => classes.map(({ code, label }) => [label, ...cells(code)])
  const scores = table(
    data,
    'classScores',
    rows(code => scoresOf(data, code)),
  )
  return [
    withTotal(
      table(
        data,
        'partners',
        rows(code => partnersOf(data, code)),
      ),
      total,
    ),
    withTotal(statusTable(data, rows), total),
    withTotal(maturityTable(data, rows), total),
    { ...scores, total: [overall, totals.kpuScore, totals.partnerScore, gap(totals.kpuScore, totals.partnerScore), totals.bothSubmitted] },
  ]
}

/** The classes of partner that the report has anything to say of, in their order. */
export function classesWithFigures(data: ReportData): Name[] {
  const counted = [
    ...data.partnersByClass.filter(row => row.partners || row.agreements),
    ...data.statusByClass.filter(row => row.count),
    ...data.maturityByClass.filter(row => row.count),
    ...data.scoresByClass.filter(row => row.kpu !== null || row.partner !== null || row.both),
  ]
  const used = new Set(counted.map(row => row.class))
  return ordered(data.names.classes, [...used]).filter(({ code }) => used.has(code))
}

type Rows = (cells: (code: string) => Cell[]) => Cell[][]

/** A column for each status that occurs, and only those, so that the columns stay wide enough to read. */
function statusTable(data: ReportData, rows: Rows): Table {
  const occurring = new Set(data.statusByClass.filter(row => row.count > 0).map(row => row.status))
  const statuses = ordered(data.names.statuses, [...occurring]).filter(({ code }) => occurring.has(code))
  const [first, last] = plans.statuses
  const count = (group: string, status: string) => sum(data.statusByClass.filter(row => row.class === group && row.status === status))
  const cells = rows(group => withSum(statuses.map(status => count(group, status.code))))
  const made = table(data, 'statuses', cells, [first!, ...statuses.map(({ code }) => [code, 'count', 1] as const), last!])
  return { ...made, columns: made.columns.map((column, at) => ({ ...column, header: statuses[at - 1]?.label ?? column.header })) }
}

function maturityTable(data: ReportData, rows: Rows): Table {
  const said = documentWords[data.locale].levels
  const headers = ['', said.one, said.two, said.three, said.four, said.unknown]
  const count = (group: string, level: number | null) => sum(data.maturityByClass.filter(row => row.class === group && row.level === level))
  const made = table(
    data,
    'maturity',
    rows(group => withSum([1, 2, 3, 4, null].map(level => count(group, level)))),
  )
  return { ...made, columns: made.columns.map((column, at) => ({ ...column, header: headers[at] || column.header })) }
}

function partnersOf(data: ReportData, code: string): Cell[] {
  const row = data.partnersByClass.find(found => found.class === code)
  return [row?.partners ?? 0, row?.agreements ?? 0]
}

function scoresOf(data: ReportData, code: string): Cell[] {
  const row = data.scoresByClass.find(found => found.class === code)
  return [row?.kpu ?? null, row?.partner ?? null, gap(row?.kpu, row?.partner), row?.both ?? 0]
}

const sum = (rows: readonly { count: number }[]): number => rows.reduce((total, row) => total + row.count, 0)
const withSum = (counts: number[]): number[] => [...counts, counts.reduce((total, count) => total + count, 0)]

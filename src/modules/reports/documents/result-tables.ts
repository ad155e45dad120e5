import { isClosed, isNational } from '../rules/conclusions.ts'
import type { ReportData } from '../schema.ts'
import { type Cell, gap, type Name, ordered, part, type Table, table, withTotal } from './table.ts'
import { tableWords } from './table-words.ts'
import { documentWords } from './words.ts'

/** Response, obligations, items, obstacles, recommendations, follow-ups, and the cycle before. */
export function resultTables(data: ReportData): Table[] {
  const { totals, names } = data
  const say = documentWords[data.locale]
  const responses: Cell[][] = [
    [say.sides.kpu, ...responded(totals.kpuTargets, totals.kpuSubmitted)],
    [say.sides.partner, ...responded(totals.partnerTargets, totals.partnerSubmitted)],
  ]
  const items = data.scoresByItem.map((row, at) => [
    at + 1,
    row.label,
    row.kpu,
    row.nKpu,
    row.partner,
    row.nPartner,
    gap(row.kpu, row.partner),
  ])
  const recommendations = data.recommendations.map(row => ({ code: row.recommendation, count: row.count }))
  const states = data.followUpsByState.map(row => ({ code: row.state, count: row.count }))
  return [
    withTotal(table(data, 'response', responses), say.labels.total, sent),
    withTotal(places(data), say.labels.total, sent),
    obligationTable(data),
    table(data, 'itemScores', items),
    obstacleTable(data),
    counted(data, 'recommendations', byName(names.recommendations, recommendations)),
    counted(data, 'followUps', byName(names.states, states)),
    comparison(data),
    benchmark(data),
  ]
}

const sent = { part: 'submitted', whole: 'targets' }
const responded = (targets: number, submitted: number): Cell[] => [targets, submitted, targets - submitted, part(submitted, targets)]

/** By province; in the report of one office by the offices below it, and not at all where there is only one. */
function places(data: ReportData): Table {
  const rows = (of: readonly { code: string; name: string; targets: number; submitted: number }[]) =>
    of.map(row => [row.name, row.code, ...responded(row.targets, row.submitted)])
  if (isNational(data)) return table(data, 'provinces', rows(data.responseByProvince))
  const { title, tab, name } = tableWords[data.locale].offices
  const asked = data.responseByOffice.filter(row => row.targets > 0)
  const made = table(data, 'provinces', asked.length > 1 ? rows(asked) : [])
  const columns = made.columns.map(column => (column.key === 'name' ? { ...column, header: name } : column))
  return { ...made, title, tab, columns, empty: '' }
}

/** A name, its count, and its share of all. */
function counted(data: ReportData, key: 'recommendations' | 'followUps', rows: [string, number][]): Table {
  const whole = rows.reduce((sum, [, count]) => sum + count, 0)
  const made = table(
    data,
    key,
    rows.map(([label, count]) => [label, count, part(count, whole)]),
  )
  return withTotal(made, documentWords[data.locale].labels.total, { part: 'count', whole: 'count' })
}

/** A choice as the question words it; reports before it was kept have our own words for it. */
export const obligationLabel = ({ names, locale }: ReportData, result: ReportData['obligations'][number]['result']): string =>
  names.obligations?.find(({ code }) => code === result)?.label ?? documentWords[locale].obligations[result]

/** How obligations were carried out: shares of what applies, as in the scores. */
function obligationTable(data: ReportData): Table {
  const say = documentWords[data.locale]
  const applicable = data.obligations.reduce((sum, row) => (row.result === 'na' ? sum : sum + row.count), 0)
  const cells = data.obligations.map(({ result, count }): Cell[] => [
    obligationLabel(data, result),
    count,
    result === 'na' ? null : part(count, applicable),
  ])
  return withTotal(table(data, 'obligations', cells), say.labels.total)
}

/** Obstacles from the most frequent to the least, with the share that the rows so far make up together. */
function obstacleTable(data: ReportData): Table {
  const rows = data.obstaclesByCategory.toSorted((one, other) => other.count - one.count)
  const upTo = (at: number) => rows.slice(0, at + 1).reduce((sum, row) => sum + row.count, 0)
  const whole = upTo(rows.length)
  const cells = rows.map((row, at): Cell[] => [row.label, row.count, part(row.count, whole), part(upTo(at), whole)])
  const made = withTotal(table(data, 'obstacles', cells), documentWords[data.locale].labels.total, { part: 'count', whole: 'count' })
  return { ...made, total: made.total && [...made.total.slice(0, 3), null] }
}

function byName(names: readonly Name[], rows: readonly { code: string; count: number }[]): [string, number][] {
  const count = (code: string) => rows.reduce((sum, row) => (row.code === code ? sum + row.count : sum), 0)
  return ordered(
    names,
    rows.map(row => row.code),
  ).map(({ code, label }) => [label, count(code)])
}

/** While a cycle runs its counts have not come to their end, so that only what does not grow with them is compared. */
function comparison(data: ReportData): Table {
  const { previous, totals, locale } = data
  if (!previous) return table(data, 'comparison', [])
  const said = tableWords[locale]
  const count = (key: 'agreements' | 'targets' | 'submitted' | 'findings'): Cell[] => [
    said.measures[key],
    previous[key],
    totals[key],
    totals[key] - previous[key],
  ]
  const score = (label: string, before: number | null, now: number | null): Cell[] => [label, before, now, gap(now, before)]
  const scores = (['kpuScore', 'partnerScore'] as const).map(key => score(said.measures[key], previous[key], totals[key]))
  const verified = data.followUpsByState.find(({ state }) => state === 'verified')?.count ?? 0
  const rate = (part: number | undefined, whole: number | undefined) => (part !== undefined && whole ? (100 * part) / whole : null)
  const done = rate(previous.done, previous.followUps)
  const finished = done === null ? [] : [score(said.measures.done, done, rate(verified, totals.followUps))]
  if (isClosed(data)) {
    const sentOf = (['agreements', 'targets', 'submitted'] as const).map(count)
    return withScores(table(data, 'comparison', [...sentOf, ...scores, count('findings'), ...finished]), [...scores, ...finished])
  }
  const measured = [...scores, ...finished].filter(([, before, now]) => before !== null && now !== null)
  return { ...withScores(table(data, 'comparison', [count('agreements'), ...measured]), measured), title: said.comparison.running }
}

const withScores = (made: Table, scores: readonly Cell[][]): Table => ({ ...made, scored: scores.map(row => made.rows.indexOf(row)) })

/** The offices of this report beside all of the report above it; left out where none was shared. */
function benchmark(data: ReportData): Table {
  const { above, totals, locale } = data
  const said = tableWords[locale]
  if (!above) return { ...table(data, 'benchmark', []), empty: '' }
  const own = data.followUpsByState.find(({ state }) => state === 'verified')?.count ?? 0
  const { figures } = above
  const percent = (part: number, whole: number) => (whole ? (100 * part) / whole : null)
  const row = (label: string, mine: number | null, all: number | null): Cell[] => [label, mine, all, gap(mine, all)]
  const rows = [
    row(said.measures.share, percent(totals.submitted, totals.targets), percent(figures.submitted, figures.targets)),
    row(said.measures.kpuScore, totals.kpuScore, figures.kpuScore),
    row(said.measures.partnerScore, totals.partnerScore, figures.partnerScore),
    row(said.measures.done, percent(own, totals.followUps), percent(figures.done, figures.followUps)),
  ].filter(([, , all]) => all !== null)
  const made = withScores(table(data, 'benchmark', rows), rows)
  const columns = made.columns.map(column => (column.key === 'whole' ? { ...column, header: above.office } : column))
  return { ...made, columns, title: said.beside({ office: above.office, number: above.number }), empty: '' }
}

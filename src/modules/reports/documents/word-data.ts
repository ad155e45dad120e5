import type { TemplateFields, WordChart, WordData } from '../../../platform/documents/word-tags.ts'
import { formatScore } from '../../../platform/i18n/format.ts'
import { Narrative } from '../schema.ts'
import type { Charts } from './charts.ts'
import type { Content, PrintedTable } from './content.ts'
import { appendixKeys, plans, type TableKey, tableKeys } from './plans.ts'
import { wordFigures } from './word-outline.ts'

const sections = Object.keys(Narrative.shape) as (keyof Narrative)[]
const words = [
  'title',
  'coverTitle',
  'number',
  'office',
  'cycle',
  'period',
  'place',
  'year',
  'signedOn',
  'cutoff',
  'hash',
  'statement',
  'more',
] as const
const people = ['signatoryName', 'signatoryPosition', 'preparerName', 'preparerPosition'] as const

/**
 * The tags that a Word template of the national report may use. A section of text is `{#forewordText}{text}{/forewordText}`; a table is
 * a loop over its rows (`{#findings}…{/findings}`, or the first two and the rest by themselves), with `{#findingsTotal}` for the last row.
 * Its caption and its head are loops that come once, or not at all for a table without rows, of which `{#findingsEmpty}` says so instead.
 * So are figures (`{#chartItemsFigure}`) and the headings of appendices, whose numbers leave out what is left out.
 */
export const reportFields: TemplateFields = {
  texts: [...words, ...people],
  charts: Object.keys(wordFigures),
  lists: {
    letterhead: ['text'],
    facts: ['name', 'value'],
    stats: ['value', 'label', 'of'],
    levels: ['text'],
    scoreNotes: ['text'],
    mainConclusions: ['text'],
    mainRecommendations: ['text'],
    moreFindings: ['text'],
    noAppendices: ['text'],
    // No report has that of every form any more; a template of an office may still ask for it.
    ...Object.fromEntries([...appendixKeys, 'figures', 'responses'].map(key => [`${key}Appendix`, ['label', 'title']])),
    ...Object.fromEntries(Object.keys(wordFigures).map(chart => [`${chart}Figure`, ['label']])),
    ...Object.fromEntries(sections.map(section => [`${section}Text`, ['text']])),
    ...Object.fromEntries(
      tableKeys.flatMap(key => [
        [key, columnsOf(key)],
        [`${key}Total`, columnsOf(key)],
        [`${key}Empty`, ['text']],
        [`${key}Caption`, ['label', 'title']],
        [`${key}Head`, []],
        [`${key}First`, columnsOf(key)],
        [`${key}Rest`, columnsOf(key)],
      ]),
    ),
  },
}

/** What fills such a template: the same text and the same printed cells as in the PDF. */
export function wordData(content: Content): WordData {
  const { narrative, tables, signatory, preparer, facts, stats, letterhead, charts } = content
  const text = (all: readonly string[]) => all.map(one => ({ text: one }))
  return {
    texts: {
      ...Object.fromEntries(words.map(name => [name, content[name]])),
      signatoryName: signatory.name,
      signatoryPosition: signatory.position,
      preparerName: preparer?.name ?? '',
      preparerPosition: preparer?.position ?? '',
    },
    charts: chartsOf(charts, content.words.sides),
    lists: {
      letterhead: text(letterhead),
      facts: facts.map(([name, value]) => ({ name, value })),
      stats: stats.map(({ value, label, of }) => ({ value, label, of })),
      ...Object.fromEntries(sections.map(section => [`${section}Text`, text(narrative[section])])),
      levels: content.figures.maturity ? text([content.words.levels.key]) : [],
      register: content.register.map(([name, value]) => ({ name, value })),
      mainConclusions: text(content.main.conclusion),
      mainRecommendations: text(content.main.recommendations),
      scoreNotes: content.boldGaps ? text([content.boldGaps]) : [],
      moreFindings: content.moreFindings ? text([content.moreFindings]) : [],
      noAppendices: content.appendices.length ? [] : text([content.words.labels.noAppendices]),
      ...Object.fromEntries(
        [...appendixKeys, 'figures', 'responses'].map(key => [
          `${key}Appendix`,
          content.appendices.filter(each => each.key === key).map(({ label, title }) => ({ label, title })),
        ]),
      ),
      ...Object.fromEntries(
        Object.entries(wordFigures).map(([chart, figure]) => [
          `${chart}Figure`,
          content.figures[figure] ? [{ label: content.figures[figure] }] : [],
        ]),
      ),
      ...Object.fromEntries(tableKeys.flatMap(key => Object.entries(tableLists(tables[key])))),
    },
  }
}

/** How many rows stay on one page with the head of their table. */
const together = 2

function tableLists(table: PrintedTable): WordData['lists'] {
  const { key, label, title, empty } = table
  const rows = table.rows.map((row, number) => ({ ...absent(table), ...record(table, row), ...weighed(table, row, number) }))
  return {
    [key]: rows,
    [`${key}First`]: rows.slice(0, together),
    [`${key}Rest`]: rows.slice(together),
    [`${key}Total`]: table.total ? [record(table, table.total)] : [],
    [`${key}Empty`]: rows.length || !empty ? [] : [{ text: empty }],
    [`${key}Caption`]: label ? [{ label, title }] : [],
    [`${key}Head`]: rows.length ? [{}] : [],
  }
}

/** A gap twice over, for a template that sets wide ones in bold: one of both is empty. */
function weighed({ columns, emphasised }: PrintedTable, cells: readonly string[], row: number): Record<string, string> {
  const at = columns.findIndex(({ kind }) => kind === 'gap')
  if (at < 0) return {}
  const wide = emphasised.some(([number, column]) => number === row && column === at)
  return { gapPlain: wide ? '' : (cells[at] ?? ''), gapBold: wide ? (cells[at] ?? '') : '' }
}

/** The columns that are left out where no follow-up is overdue, or in the short form: a template has them all the same. */
const absent = ({ key }: PrintedTable) =>
  key === 'urgent' || key === 'actionPlan'
    ? { overdue: '–' }
    : key === 'findingGroups'
      ? { kpu: '', partner: '', classes: '', offices: '' }
      : {}

/**
 * The columns of `statuses` differ from report to report: ours has them as columns, the template of an office, which is to hold any
 * report, in one cell too: "Berlaku 3; Kedaluwarsa 2".
 */
function record(table: PrintedTable, cells: string[]): Record<string, string> {
  const row: Record<string, string> = Object.fromEntries(table.columns.map((column, at) => [column.key, cells[at] ?? '']))
  if (table.key !== 'statuses') return row
  const detail = table.columns.slice(1, -1).map((column, at) => `${column.header} ${cells[at + 1]}`)
  return { ...row, detail: detail.join('; ') || '–' }
}

function columnsOf(key: TableKey): string[] {
  const gaps = plans[key].some(([, kind]) => kind === 'gap') ? ['gapPlain', 'gapBold'] : []
  const before = key === 'statuses' ? ['detail'] : key === 'urgent' ? ['overdue'] : []
  return [...plans[key].map(([name]) => name), ...gaps, ...before]
}

function chartsOf(charts: Charts, sides: Content['words']['sides']): Record<string, WordChart> {
  const bars = (rows: { label: string; value: number }[], name: string): WordChart =>
    chart(
      rows.map(row => row.label),
      [{ name, values: rows.map(row => row.value) }],
    )
  const items = charts.items.filter(row => row.kpu !== null || row.partner !== null)
  return {
    chartProvinces: bars(charts.responses, charts.names.provinces),
    chartObligations: bars(charts.obligations, charts.names.obligations),
    chartClasses: bars(charts.classes, charts.names.classes),
    chartObstacles: bars(charts.obstacles, charts.names.obstacles),
    chartFollowUps: bars(charts.followUps, charts.names.followUps),
    chartMaturity: chart(
      charts.maturity.map(row => row.label),
      charts.levels.map((name, level) => ({ name, values: charts.maturity.map(row => row.parts[level]?.value ?? 0) })),
    ),
    chartItems: chart(
      items.map(row => row.label),
      [
        { name: sides.kpu, values: items.map(row => tenths(row.kpu)) },
        { name: sides.partner, values: items.map(row => tenths(row.partner)) },
      ],
    ),
  }
}

/** Word draws categories from the bottom up, so they are turned round; without any it needs one that says so. */
function chart(categories: string[], series: WordChart['series']): WordChart {
  if (!categories.length) return { categories: ['–'], series: series.map(({ name }) => ({ name, values: [0] })) }
  return { categories: categories.toReversed(), series: series.map(({ name, values }) => ({ name, values: values.toReversed() })) }
}

/** As the tables print a score, so that a label in the chart reads the same. */
const tenths = (score: number | null): number => Number(formatScore('en', score ?? 0))

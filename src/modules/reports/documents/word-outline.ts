import type { Narrative } from '../schema.ts'
import type { FigureKey } from './content.ts'
import type { TableKey } from './plans.ts'
import type { DocumentWords } from './words.ts'

/** What stands in a section of the Word template, from top to bottom. `figure` is the caption's key. */
export type Block =
  | { text: keyof Narrative }
  | { list: keyof Narrative }
  | { table: TableKey }
  | { empty: TableKey }
  | { chart: WordChartName; figure: keyof DocumentWords['figures'] }
  | { note: 'more' | 'levels' | 'scoreNotes' }
  | { register: true }
export type WordChartName = keyof typeof wordFigures
type Part = keyof DocumentWords['parts']

/** The figures that Word draws, by the tag of their chart. */
export const wordFigures = {
  chartClasses: 'classes',
  chartProvinces: 'provinces',
  chartObligations: 'obligations',
  chartMaturity: 'maturity',
  chartItems: 'items',
  chartObstacles: 'obstacles',
  chartFollowUps: 'followUps',
} as const satisfies Record<string, FigureKey>

export type Chapter = { number: string; title: Part; sections: readonly { title: Part; blocks: readonly Block[] }[] }

/** The chapters of the report: number, title, and sections in order, lettered from A. */
export const chapters: readonly Chapter[] = [
  {
    number: 'I',
    title: 'one',
    sections: [
      { title: 'background', blocks: [{ text: 'background' }] },
      { title: 'legalBasis', blocks: [{ list: 'legalBasis' }] },
      { title: 'purpose', blocks: [{ text: 'purpose' }] },
      { title: 'scope', blocks: [{ text: 'scope' }] },
      { title: 'method', blocks: [{ text: 'method' }] },
    ],
  },
  {
    number: 'II',
    title: 'two',
    sections: [
      { title: 'partners', blocks: [{ text: 'overview' }, { chart: 'chartClasses', figure: 'classes' }, { empty: 'partners' }] },
      { title: 'status', blocks: [{ table: 'statuses' }] },
    ],
  },
  {
    number: 'III',
    title: 'three',
    sections: [
      {
        title: 'response',
        blocks: [{ text: 'response' }, { table: 'response' }, { chart: 'chartProvinces', figure: 'provinces' }, { table: 'provinces' }],
      },
      {
        title: 'achievement',
        blocks: [
          { text: 'scores' },
          { chart: 'chartObligations', figure: 'obligations' },
          { empty: 'obligations' },
          { chart: 'chartMaturity', figure: 'maturity' },
          { note: 'levels' },
          { empty: 'maturity' },
        ],
      },
      {
        title: 'scores',
        blocks: [{ table: 'classScores' }, { note: 'scoreNotes' }, { chart: 'chartItems', figure: 'items' }, { empty: 'itemScores' }],
      },
      {
        title: 'obstacles',
        blocks: [
          { text: 'obstacles' },
          { chart: 'chartObstacles', figure: 'obstacleCounts' },
          { empty: 'obstacles' },
          { table: 'recommendations' },
        ],
      },
      { title: 'followUps', blocks: [{ text: 'followUps' }, { chart: 'chartFollowUps', figure: 'followUps' }, { empty: 'followUps' }] },
    ],
  },
  {
    number: 'IV',
    title: 'four',
    sections: [
      { title: 'findings', blocks: [{ text: 'analysis' }] },
      { title: 'untreated', blocks: [{ table: 'untreated' }] },
      { title: 'comparison', blocks: [{ table: 'comparison' }, { table: 'benchmark' }] },
    ],
  },
  {
    number: 'V',
    title: 'five',
    sections: [
      { title: 'conclusion', blocks: [{ text: 'conclusion' }] },
      { title: 'recommendations', blocks: [{ list: 'recommendations' }] },
      { title: 'plan', blocks: [{ note: 'more' }, { table: 'urgent' }] },
      { title: 'closing', blocks: [{ text: 'closing' }] },
    ],
  },
]

/** Those of the short form, as in the PDF; what is concluded stands in its summary. */
export const shortChapters: readonly Chapter[] = [
  {
    number: 'I',
    title: 'one',
    sections: [
      { title: 'backgroundAndPurpose', blocks: [{ text: 'background' }, { text: 'purpose' }] },
      { title: 'legalBasis', blocks: [{ list: 'legalBasis' }] },
      { title: 'scopeAndMethod', blocks: [{ text: 'scope' }, { text: 'method' }] },
    ],
  },
  {
    number: 'II',
    title: 'three',
    sections: [
      { title: 'partners', blocks: [{ text: 'overview' }, { register: true }] },
      { title: 'response', blocks: [{ text: 'response' }, { table: 'responses' }] },
      { title: 'achievement', blocks: [{ text: 'scores' }, { table: 'obligations' }, { table: 'itemScores' }, { note: 'scoreNotes' }] },
      {
        title: 'obstaclesAndFollowUps',
        blocks: [{ text: 'obstacles' }, { table: 'findingGroups' }, { text: 'followUps' }, { table: 'actionPlan' }],
      },
    ],
  },
  {
    number: 'III',
    title: 'four',
    sections: [
      { title: 'findings', blocks: [{ text: 'analysis' }] },
      { title: 'comparison', blocks: [{ table: 'comparison' }, { table: 'benchmark' }] },
      { title: 'closing', blocks: [{ text: 'closing' }] },
    ],
  },
]

/** `score` is 0 to 100, `gap` a signed difference of scores, `change` a signed difference, `share` 0 to 1, `day` is `yyyy-mm-dd`. */
export type Kind = 'text' | 'number' | 'count' | 'score' | 'gap' | 'change' | 'share' | 'day'

/** Column keys, kinds and relative widths of one table. */
export type Plan = readonly (readonly [key: string, kind: Kind, width: number])[]

const actions: Plan = [
  ['number', 'text', 1.5],
  ['action', 'text', 3.3],
  ['owner', 'text', 2],
  ['office', 'text', 2.9],
  ['dueOn', 'day', 1.8],
  ['state', 'text', 2.2],
  ['overdue', 'count', 1],
]

/**
 * The tables in the order in which they are numbered, with their columns: those of the chapters, of the appendices, of the workbook
 * alone. Between the class and the total of `statuses` stands a column for each status that occurs.
 */
export const plans = {
  statuses: [
    ['class', 'text', 3],
    ['total', 'count', 1],
  ],
  response: [
    ['side', 'text', 3],
    ['targets', 'count', 1.2],
    ['submitted', 'count', 1.2],
    ['missing', 'count', 1.2],
    ['share', 'share', 1.2],
  ],
  provinces: [
    ['name', 'text', 4],
    ['code', 'text', 0.8],
    ['targets', 'count', 1.2],
    ['submitted', 'count', 1.2],
    ['missing', 'count', 1.2],
    ['share', 'share', 1.4],
  ],
  classScores: [
    ['class', 'text', 4],
    ['kpu', 'score', 1.1],
    ['partner', 'score', 1.1],
    ['gap', 'gap', 1],
    ['both', 'count', 1.4],
  ],
  recommendations: [
    ['recommendation', 'text', 5],
    ['count', 'count', 1.2],
    ['share', 'share', 1.3],
  ],
  untreated: [
    ['office', 'text', 5],
    ['problems', 'count', 1.5],
    ['treated', 'count', 1.5],
    ['left', 'count', 1.5],
  ],
  comparison: [
    ['figure', 'text', 4],
    ['previous', 'number', 1.6],
    ['now', 'number', 1.5],
    ['change', 'change', 1.3],
  ],
  benchmark: [
    ['figure', 'text', 4],
    ['own', 'number', 1.6],
    ['whole', 'number', 1.6],
    ['change', 'change', 1.3],
  ],
  // How late one is stands with its status.
  urgent: actions.filter(([key]) => key !== 'overdue'),
  agreements: [
    ['number', 'text', 2.2],
    ['agreement', 'text', 3.2],
    ['type', 'text', 1.8],
    ['class', 'text', 1.8],
    ['partner', 'text', 3],
    ['office', 'text', 2],
    ['from', 'day', 1.5],
    ['until', 'day', 1.5],
    ['status', 'text', 1.7],
    ['kpu', 'score', 1],
    ['partnerScore', 'score', 1],
    ['maturity', 'number', 1.7],
  ],
  offices: [
    ['name', 'text', 4],
    ['code', 'text', 1],
    ['province', 'text', 3],
    ['targets', 'count', 1.2],
    ['submitted', 'count', 1.2],
    ['missing', 'count', 1.2],
  ],
  findingGroups: [
    ['kind', 'text', 1.3],
    ['category', 'text', 2],
    ['text', 'text', 4.8],
    ['count', 'count', 1],
    ['kpu', 'count', 0.8],
    ['partner', 'count', 0.9],
    ['classes', 'text', 4.2],
    ['offices', 'count', 1],
    ['followUps', 'count', 1.1],
  ],
  actionPlan: actions,
  partners: [
    ['class', 'text', 5],
    ['partners', 'count', 1],
    ['agreements', 'count', 1],
  ],
  obligations: [
    ['result', 'text', 5],
    ['count', 'count', 1.2],
    ['share', 'share', 1.3],
  ],
  maturity: [
    ['class', 'text', 3],
    ['level1', 'count', 1],
    ['level2', 'count', 1],
    ['level3', 'count', 1],
    ['level4', 'count', 1],
    ['unknown', 'count', 1],
    ['total', 'count', 1],
  ],
  itemScores: [
    ['number', 'number', 0.6],
    ['label', 'text', 5],
    ['kpu', 'score', 1],
    ['nKpu', 'count', 1.2],
    ['partner', 'score', 1],
    ['nPartner', 'count', 1.2],
    ['gap', 'gap', 1.1],
  ],
  obstacles: [
    ['label', 'text', 5],
    ['count', 'count', 1.2],
    ['share', 'share', 1.3],
    ['cumulative', 'share', 1.3],
  ],
  followUps: [
    ['state', 'text', 5],
    ['count', 'count', 1.5],
    ['share', 'share', 1.3],
  ],
  responses: [
    ['agreement', 'text', 2.4],
    ['partner', 'text', 3],
    ['office', 'text', 2.6],
    ['side', 'text', 1],
    ['submittedOn', 'day', 1.6],
    ['state', 'text', 1.6],
  ],
  findings: [
    ['number', 'text', 1.7],
    ['kind', 'text', 1.2],
    ['category', 'text', 2],
    ['text', 'text', 5],
    ['agreement', 'text', 2],
    ['partner', 'text', 2.2],
    ['office', 'text', 2],
    ['side', 'text', 0.9],
    ['followUp', 'text', 1.7],
  ],
} as const satisfies Readonly<Record<string, Plan>>

export type TableKey = keyof typeof plans
export const tableKeys = Object.keys(plans) as TableKey[]

/** Those that are printed: the workbook alone lists every form and every finding by itself. */
export const printedKeys: readonly TableKey[] = tableKeys.filter(key => key !== 'findings' && key !== 'responses')

/** The tables of the figures, whose numbers stand in the figures already: in the chapters the figures alone, these at the end. */
export const figureKeys = [
  'partners',
  'obligations',
  'maturity',
  'itemScores',
  'obstacles',
  'followUps',
] as const satisfies readonly TableKey[]

/** The tables that are appendices of their own, in their order; those of `figureKeys` follow them in one. */
export const appendixKeys = ['agreements', 'offices', 'findingGroups', 'actionPlan'] as const satisfies readonly TableKey[]
export type AppendixKey = (typeof appendixKeys)[number] | 'figures'

/** Those of the short form, in the order in which it has them: what sets classes of partners or places apart says nothing of so few. */
export const shortKeys = [
  'agreements',
  'responses',
  'obligations',
  'itemScores',
  'findingGroups',
  'actionPlan',
  'comparison',
  'benchmark',
] as const satisfies readonly TableKey[]

import { z } from 'zod'
import { keptDay, language } from '../../platform/values/shapes.ts'

const text = z.string().max(20_000)
const count = z.int().min(0)
const day = keptDay
const score = z.number().min(0).max(100).nullable().describe('0 to 100; null when nobody answered')
const paragraphs = z.array(text).max(60)
const code = z.string().min(1).max(60)
const item = z.string().min(1).max(130).describe('key of a question, or `table.row` of a statement in a table')

/** The codes of one vocabulary in the order in which the report lists them, each with its name in the report's language. */
const names = z.array(z.object({ code, label: text })).max(60)

export const sides = ['kpu', 'partner'] as const
export const obligationResults = ['full', 'part', 'none', 'na'] as const

/** The text that people may rewrite before the report is signed, by section; each section is a list of paragraphs. */
export const Narrative = z.object({
  foreword: paragraphs,
  summary: paragraphs,
  background: paragraphs,
  legalBasis: paragraphs.describe('one regulation a line, numbered in the report'),
  purpose: paragraphs,
  scope: paragraphs,
  method: paragraphs,
  overview: paragraphs,
  response: paragraphs,
  scores: paragraphs,
  obstacles: paragraphs,
  followUps: paragraphs,
  analysis: paragraphs,
  conclusion: paragraphs,
  recommendations: paragraphs.describe('one recommendation a line, numbered in the report'),
  closing: paragraphs,
})
export type Narrative = z.infer<typeof Narrative>

const AgreementRow = z.object({
  number: text,
  title: text,
  type: text.describe('name of the kind of document, in the report’s language'),
  class: code,
  partner: text,
  office: text,
  from: day.nullable(),
  until: day.nullable(),
  status: code,
  kpu: score,
  partnerScore: score,
  maturity: z.int().min(1).max(4).nullable(),
})

const ActionRow = z.object({
  number: text,
  action: text.describe('what is done'),
  owner: text.describe('who does it'),
  office: text,
  dueOn: day.nullable(),
  state: code,
  overdue: z.boolean(),
})

const Scored = z.object({ n: count.describe('forms with a score'), sum: z.number().min(0) })

/** What a report says of one office: counts and sums, so that those of several offices are told together exactly. */
const OfficeFigures = z.object({
  code,
  name: text,
  targets: count,
  submitted: count,
  kpu: Scored,
  partner: Scored,
  findings: count,
  obstacles: count,
  followUps: count,
  done: count.describe('follow-ups that were verified'),
  overdue: count,
})
export type OfficeFigures = z.infer<typeof OfficeFigures>

/** What several offices have together. */
export const PartFigures = z.object({
  offices: count.describe('offices that have something in it'),
  targets: count,
  submitted: count,
  kpuScore: score,
  partnerScore: score,
  findings: count,
  obstacles: count,
  followUps: count,
  done: count,
  overdue: count,
})
export type PartFigures = z.infer<typeof PartFigures>

/**
 * Everything that a report of one evaluation cycle shows, already computed at the cut-off. The three documents (PDF, Word, XLSX)
 * are made from this value alone, so they show the same numbers, and a stored copy of it makes the same documents again.
 */
export const ReportData = z.object({
  number: text.describe('official number; empty while none is recorded'),
  title: text,
  locale: language,
  zone: z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']),
  office: z.object({ code, name: text }),
  letterhead: z.array(text).min(1).max(6).describe('lines of the letterhead, the institution first'),
  securityClass: text.describe('archive security class as printed, e.g. “Biasa”'),
  cycle: z.object({
    id: z.string(),
    name: text,
    from: day,
    to: day,
    opensOn: day,
    dueOn: day,
    closesOn: day,
    closed: z.boolean().optional(),
  }),
  cutoff: z.iso.datetime({ offset: true }),
  instrument: z.object({ key: text, name: text, version: z.int().min(1) }),
  preparer: z.object({ name: text, position: text }).nullable(),
  signatory: z.object({ name: text, position: text, place: text, day }),
  names: z.object({
    classes: names,
    statuses: names,
    recommendations: names,
    states: names,
    kinds: names,
    obligations: names.optional().describe('the choices of the question on obligations, as it words them'),
  }),
  totals: z.object({
    partners: count,
    agreements: count,
    offices: count.describe('offices that the report covers'),
    officesWithTargets: count,
    officesComplete: count.describe('offices that sent every KPU-side answer they owe'),
    targets: count.describe('questionnaires to be answered: agreement × office × side'),
    kpuTargets: count,
    partnerTargets: count,
    submitted: count,
    kpuSubmitted: count,
    partnerSubmitted: count,
    pairs: count.describe('cooperations with both sides to answer: agreement × office × partner'),
    bothSubmitted: count.describe('pairs where both sides answered'),
    kpuScore: score,
    partnerScore: score,
    findings: count,
    followUps: count,
    overdue: count,
  }),
  previous: z
    .object({ name: text, agreements: count, targets: count, submitted: count, kpuScore: score, partnerScore: score, findings: count })
    .extend({
      followUps: count.optional(),
      done: count.optional().describe('follow-ups that were verified'),
      classes: z.array(z.object({ class: code, kpu: score, partner: score })).optional(),
      items: z
        .array(z.object({ key: item, kpu: score, partner: score }))
        .optional()
        .describe('by question: one of another key cannot be compared'),
    })
    .nullable()
    .describe('the same figures of the last cycle: of the same office, closed, with the latest period that ended before this one'),
  responseByProvince: z.array(z.object({ code, name: text, targets: count, submitted: count })),
  responseByOffice: z.array(z.object({ code, name: text, province: text, targets: count, submitted: count })),
  partnersByClass: z.array(z.object({ class: code, partners: count, agreements: count })),
  statusByClass: z.array(z.object({ class: code, status: code, count })),
  maturityByClass: z.array(z.object({ class: code, level: z.int().min(1).max(4).nullable(), count })),
  scoresByClass: z.array(
    z.object({ class: code, kpu: score, partner: score, both: count, forms: count.optional().describe('with a score, of both sides') }),
  ),
  scoresByItem: z.array(z.object({ key: item, label: text, kpu: score, partner: score, nKpu: count, nPartner: count })),
  obligations: z.array(z.object({ result: z.enum(obligationResults), count })),
  obstaclesByCategory: z.array(z.object({ category: code, label: text, count })),
  recommendations: z.array(z.object({ recommendation: code, count })),
  followUpsByState: z.array(z.object({ state: code, count })),
  findings: z.array(
    z.object({
      number: text,
      kind: code,
      category: text.nullable().default(null).describe('name of the category in the report’s language'),
      class: code.nullable().default(null).describe('class of the partner'),
      text,
      agreement: text.nullable(),
      partner: text.nullable(),
      office: text,
      side: z.enum(sides).nullable(),
      followUp: text.nullable().describe('number of the follow-up, if one was made'),
    }),
  ),
  actionPlan: z.array(ActionRow),
  agreements: z.array(AgreementRow),
  responses: z.array(
    z.object({ agreement: text, partner: text, office: text, side: z.enum(sides), submittedOn: day.nullable(), late: z.boolean() }),
  ),
  above: z
    .object({
      number: text,
      office: text,
      national: z.boolean().optional(),
      cutoff: z.iso.datetime({ offset: true }),
      figures: PartFigures,
    })
    .nullable()
    .optional()
    .describe('all offices of the report that an office above has shared of the same cycle, beside those of this one'),
  offices: z.array(OfficeFigures).optional().describe('what each office has of it; reports before version 0.2 have not kept it'),
  narrative: Narrative,
})
export type ReportData = z.infer<typeof ReportData>
export type ReportFigures = Omit<ReportData, 'narrative'>

/**
 * Where the figures of a report do not add up, one plain sentence each; empty when all is well. Whoever computes the figures asks this
 * before storing them: a report that contradicts itself is worse than none.
 */
export function contradictions(data: ReportFigures): string[] {
  const { totals } = data
  const equal: [string, number, number][] = [
    ['targets = targets of both sides', totals.targets, totals.kpuTargets + totals.partnerTargets],
    ['submitted = submitted by both sides', totals.submitted, totals.kpuSubmitted + totals.partnerSubmitted],
    ['targets = targets by province', totals.targets, sum(data.responseByProvince, row => row.targets)],
    ['submitted = submitted by province', totals.submitted, sum(data.responseByProvince, row => row.submitted)],
    ['targets = targets by office', totals.targets, sum(data.responseByOffice, row => row.targets)],
    ['submitted = submitted by office', totals.submitted, sum(data.responseByOffice, row => row.submitted)],
    ['targets = rows of responses', totals.targets, data.responses.length],
    ['submitted = responses with a day', totals.submitted, data.responses.filter(row => row.submittedOn).length],
    ['agreements = rows of agreements', totals.agreements, data.agreements.length],
    ['agreements = agreements by status', totals.agreements, sum(data.statusByClass, row => row.count)],
    ['agreements = agreements by maturity', totals.agreements, sum(data.maturityByClass, row => row.count)],
    ['findings = rows of findings', totals.findings, data.findings.length],
    ['follow-ups = rows of the action plan', totals.followUps, data.actionPlan.length],
    ['follow-ups = follow-ups by state', totals.followUps, sum(data.followUpsByState, row => row.count)],
    ['overdue = overdue rows of the action plan', totals.overdue, data.actionPlan.filter(row => row.overdue).length],
  ]
  const parts = data.offices
  if (parts)
    equal.push(
      ['targets = targets of each office', totals.targets, sum(parts, row => row.targets)],
      ['submitted = submitted of each office', totals.submitted, sum(parts, row => row.submitted)],
      ['findings = findings of each office', totals.findings, sum(parts, row => row.findings)],
      ['follow-ups = follow-ups of each office', totals.followUps, sum(parts, row => row.followUps)],
      ['overdue = overdue of each office', totals.overdue, sum(parts, row => row.overdue)],
    )
  const atMost: [string, number, number][] = [
    ['submitted by KPU ≤ its targets', totals.kpuSubmitted, totals.kpuTargets],
    ['submitted by partners ≤ their targets', totals.partnerSubmitted, totals.partnerTargets],
    ['answered by both ≤ pairs', totals.bothSubmitted, totals.pairs],
    ['complete offices ≤ offices with targets', totals.officesComplete, totals.officesWithTargets],
    ['offices with targets ≤ offices', totals.officesWithTargets, totals.offices],
  ]
  return [
    ...equal.filter(([, left, right]) => left !== right).map(([rule, left, right]) => `${rule}: ${left} ≠ ${right}`),
    ...atMost.filter(([, left, right]) => left > right).map(([rule, left, right]) => `${rule}: ${left} > ${right}`),
  ]
}

const sum = <T>(rows: readonly T[], of: (row: T) => number): number => rows.reduce((total, row) => total + of(row), 0)

/** The long work that makes a report. */
export const makingReports = 'reports.make'
export const reportStates = ['queued', 'running', 'ready', 'failed', 'stopped', 'cancelled'] as const
/** Of a cooperation, as an evaluation finds it. */
export const maturityLevels = ['1', '2', '3', '4'] as const
export const Report = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  locale: language,
  state: z.enum(reportStates),
  runId: z.uuid().describe('the long work that makes it'),
  phase: z.int().describe('which of its steps is under way'),
  done: z.int(),
  total: z.int().describe('steps'),
  failure: z.string().nullable(),
  cutoffAt: z.iso.datetime().nullable(),
  hash: z.string().nullable().describe('SHA-256 of the figures, as printed in the documents'),
  files: z.object({ pdf: z.uuid().nullable(), word: z.uuid().nullable(), xlsx: z.uuid().nullable() }),
  createdAt: z.iso.datetime(),
  cycle: z.object({ id: z.uuid(), name: z.string() }),
  office: z.object({ id: z.uuid(), name: z.string(), path: z.string() }),
  requestedBy: z.string().nullable(),
  shared: z.object({ at: z.iso.datetime(), by: z.string().nullable() }).nullable().describe('with the offices below; null is not'),
})
export type Report = z.infer<typeof Report>

/** What a report says before anybody opens its documents; null where it has none. */
export const KeyFigures = ReportData.shape.totals
  .pick({
    targets: true,
    submitted: true,
    pairs: true,
    bothSubmitted: true,
    kpuScore: true,
    partnerScore: true,
    findings: true,
    followUps: true,
    overdue: true,
  })
  .extend({ unfinished: count.describe('follow-ups neither done nor cancelled') })
export type KeyFigures = z.infer<typeof KeyFigures>
export const ReportDetail = Report.extend({ figures: KeyFigures.nullable() })
export type ReportDetail = z.infer<typeof ReportDetail>

/** A report as the offices below read it: what it is, and of its figures those of their own. */
export const SharedReport = Report.pick({
  id: true,
  number: true,
  title: true,
  cutoffAt: true,
  hash: true,
  cycle: true,
  office: true,
}).extend({
  sharedAt: z.iso.datetime(),
  sharedBy: z.string().nullable(),
  inFull: z.boolean().describe('whether you read the whole report as well'),
})
export type SharedReport = z.infer<typeof SharedReport>
export const SharedPart = SharedReport.extend({
  own: PartFigures.describe('of your offices'),
  whole: PartFigures.describe('of all offices of the report; a score only where enough answers come from elsewhere'),
  offices: z.array(PartFigures.omit({ offices: true }).extend({ code, name: text })).describe('each of your offices'),
})
export type SharedPart = z.infer<typeof SharedPart>
export const forms = ['pdf', 'word', 'xlsx'] as const
export type Form = (typeof forms)[number]
export const fileTypes: Record<Form, string> = {
  pdf: 'application/pdf',
  word: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
export const endings: Record<Form, string> = { pdf: 'pdf', word: 'docx', xlsx: 'xlsx' }

/** What the dashboard of a cycle shows: the figures of the report that need no list of rows. */
export const Figures = ReportData.pick({
  totals: true,
  previous: true,
  responseByProvince: true,
  responseByOffice: true,
  partnersByClass: true,
  statusByClass: true,
  maturityByClass: true,
  scoresByClass: true,
  scoresByItem: true,
  obligations: true,
  obstaclesByCategory: true,
  recommendations: true,
  followUpsByState: true,
  names: true,
  cycle: true,
})
export type Figures = z.infer<typeof Figures>

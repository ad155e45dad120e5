import { dayIn } from '../../../platform/i18n/format.ts'
import { daysBetween } from '../../../platform/values/clock.ts'
import { isNational, untreatedByOffice } from '../rules/conclusions.ts'
import type { ReportData } from '../schema.ts'
import { narrativeWords } from './narrative-words.ts'
import { plans } from './plans.ts'
import { type Cell, missingIn, type Name, type Table, table } from './table.ts'
import { documentWords } from './words.ts'

/** How many follow-ups chapter V shows at most, of which the appendix has all, and how many offices chapter IV. */
const mostUrgent = 10

/** How many wordings of findings the appendix shows at most, the most frequent of them; the workbook lists every finding. */
export const mostGroups = 100

/** The lists at the end of the report, one row for each thing, and the most urgent follow-ups of chapter V. */
export function annexTables(data: ReportData): Table[] {
  const { names } = data
  return [
    actionTable(data, 'urgent', urgent(data)),
    table(data, 'untreated', untreated(data)),
    table(
      data,
      'agreements',
      data.agreements.map(row => [
        ...[row.number, row.title, row.type, called(names.classes, row.class), row.partner, row.office, row.from, row.until],
        ...[called(names.statuses, row.status), row.kpu, row.partnerScore, row.maturity],
      ]),
    ),
    isNational(data) ? table(data, 'offices', offices(data)) : { ...table(data, 'offices', []), empty: '' },
    table(data, 'responses', responses(data)),
    table(data, 'findingGroups', findingGroups(data).slice(0, mostGroups)),
    table(data, 'findings', findings(data)),
    actionTable(data, 'actionPlan', data.actionPlan),
  ]
}

const called = (names: readonly Name[], code: string): string => names.find(name => name.code === code)?.label ?? code

/** Follow-ups; by how many days one is overdue has a column only where one is, and among the most urgent is said with its status. */
function actionTable(data: ReportData, key: 'urgent' | 'actionPlan', rows: ReportData['actionPlan']): Table {
  const today = dayIn(new Date(data.cutoff), data.zone)
  const { late } = documentWords[data.locale].labels
  const hasColumn = key === 'actionPlan' && rows.some(row => row.overdue)
  const cells = rows.map((row): Cell[] => {
    const days = row.overdue && row.dueOn ? daysLate(row.dueOn, today) : null
    const state = called(data.names.states, row.state)
    const said = key === 'urgent' && days !== null ? late({ state, days }) : state
    return [row.number, row.action, row.owner, row.office, row.dueOn, said, ...(hasColumn ? [days] : [])]
  })
  return table(data, key, cells, hasColumn ? plans[key] : plans[key].filter(([name]) => name !== 'overdue'))
}

/** Reports of before counted the day of each office, which may be the next one already. */
const daysLate = (dueOn: string, today: string): number => Math.max(1, daysBetween(dueOn, today))

/** Where most obstacles and criticisms have no follow-up, the most of them first; of a single office that says nothing. */
function untreated(data: ReportData): Cell[][] {
  const rows = untreatedByOffice(data)
  return rows.length < 2 ? [] : rows.slice(0, mostUrgent).map(({ office, problems, treated, left }) => [office, problems, treated, left])
}

/** Still to be done, the overdue first, then by due date; those without one last. */
function urgent(data: ReportData): ReportData['actionPlan'] {
  return data.actionPlan
    .filter(row => row.state !== 'verified' && row.state !== 'cancelled')
    .toSorted((one, other) => Number(other.overdue) - Number(one.overdue) || (one.dueOn ?? '9999').localeCompare(other.dueOn ?? '9999'))
    .slice(0, mostUrgent)
}

/** In the report of one office they stand in chapter III. Only the offices that have something to answer: most of the 553 would fill pages with zeros. */
function offices(data: ReportData): Cell[][] {
  const rows = data.responseByOffice.filter(row => row.targets > 0)
  return rows.map(row => [row.name, row.code, row.province, row.targets, row.submitted, row.targets - row.submitted])
}

function responses(data: ReportData): Cell[][] {
  const { sides, sent } = documentWords[data.locale]
  const state = (row: ReportData['responses'][number]) => (row.submittedOn ? (row.late ? sent.late : sent.inTime) : missingIn(data, sent))
  return data.responses.map(row => [row.agreement, row.partner, row.office, sides[row.side], row.submittedOn, state(row)])
}

function findings(data: ReportData): Cell[][] {
  const { sides } = documentWords[data.locale]
  const kind = (code: string) => called(data.names.kinds, code)
  const side = (row: ReportData['findings'][number]) => row.side && sides[row.side]
  return data.findings.map(row => [
    row.number,
    kind(row.kind),
    row.category,
    row.text,
    row.agreement,
    row.partner,
    row.office,
    side(row),
    row.followUp,
  ])
}

/**
 * Findings that say the same of the same category, told once: how often, by which side, of which classes of partner, from how many
 * offices, and how many are followed up. Capitals, spaces and a full stop at the end make no difference. The most frequent come first.
 */
export function findingGroups(data: ReportData): Cell[][] {
  const same = (row: Finding) => JSON.stringify([row.kind, row.category, plain(row.text)])
  const groups = [...Map.groupBy(data.findings, same).values()].toSorted((one, other) => other.length - one.length)
  return groups.map(rows => {
    const [first] = rows as [Finding]
    const by = (side: string) => rows.filter(row => row.side === side).length
    const offices = new Set(rows.map(row => row.office)).size
    const followed = rows.filter(row => row.followUp !== null).length
    const head = [called(data.names.kinds, first.kind), first.category ?? null, first.text]
    return [...head, rows.length, by('kpu'), by('partner'), classesOf(data, rows), offices, followed]
  })
}

type Finding = ReportData['findings'][number]
const plain = (text: string): string => text.toLowerCase().replace(/\s+/gu, ' ').trim().replace(/\.$/, '')

/** "Perguruan tinggi 12, Media 3", the most frequent first; of more than four the first three, since a row is to stay short. */
function classesOf({ names, locale }: ReportData, rows: readonly Finding[]): string | null {
  const counts = names.classes
    .map(({ code, label }) => ({ label, n: rows.filter(row => row.class === code).length }))
    .filter(({ n }) => n)
    .toSorted((one, other) => other.n - one.n)
    .map(({ label, n }) => `${label} ${n}`)
  const told = counts.length > 4 ? [...counts.slice(0, 3), narrativeWords[locale].others({ n: counts.length - 3 })] : counts
  return told.join(', ') || null
}

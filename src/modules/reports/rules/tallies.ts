import { type Locale, textIn } from '../../../platform/i18n/words.ts'
import type { Instrument } from '../../questionnaires/schema.ts'
import type { ReportFigures } from '../schema.ts'

type Response = { officeCode: string; office: string; provinceName: string; side: 'kpu' | 'partner'; submittedOn: string | null }
type Agreement = { partners: readonly { id: string }[]; both: boolean; owesBoth: boolean }
type Everything = {
  responses: readonly Response[]
  agreements: readonly Agreement[]
  findings: readonly unknown[]
  actions: readonly { overdue: boolean }[]
  bySide: readonly { side: string; score: number | null }[]
  offices: number
}

/** The large numbers of a report. A pair is an agreement that both sides are asked about. */
export function totalsOf({ responses, agreements, findings, actions, bySide, offices }: Everything): ReportFigures['totals'] {
  const kpu = responses.filter(row => row.side === 'kpu')
  const partner = responses.filter(row => row.side === 'partner')
  const owing = Map.groupBy(kpu, row => row.officeCode)
  const score = (side: string) => bySide.find(row => row.side === side)?.score ?? null
  return {
    partners: new Set(agreements.flatMap(row => row.partners.map(({ id }) => id))).size,
    agreements: agreements.length,
    offices,
    officesWithTargets: owing.size,
    officesComplete: [...owing.values()].filter(rows => rows.every(row => row.submittedOn)).length,
    targets: responses.length,
    kpuTargets: kpu.length,
    partnerTargets: partner.length,
    submitted: sent(responses),
    kpuSubmitted: sent(kpu),
    partnerSubmitted: sent(partner),
    pairs: agreements.filter(row => row.owesBoth).length,
    bothSubmitted: agreements.filter(row => row.both).length,
    kpuScore: score('kpu'),
    partnerScore: score('partner'),
    findings: findings.length,
    followUps: actions.length,
    overdue: actions.filter(row => row.overdue).length,
  }
}

/** How many forms were asked for and sent, by a place. */
export function provincesOf<T extends Response>(
  responses: readonly T[],
  place: (row: T) => [code: string, name: string],
): { code: string; name: string; province: string; targets: number; submitted: number }[] {
  const groups = Map.groupBy(responses, row => place(row)[0])
  return [...groups]
    .map(([code, rows]) => ({
      code,
      name: place(rows[0]!)[1],
      province: rows[0]!.provinceName,
      targets: rows.length,
      submitted: sent(rows),
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}

/** How often each combination occurs, in the order in which they first do. */
export function countBy<T>(rows: readonly T[], key: (row: T) => string[]): [string[], number][] {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(JSON.stringify(key(row)), (counts.get(JSON.stringify(key(row))) ?? 0) + 1)
  return [...counts].map(([text, count]) => [JSON.parse(text) as string[], count])
}

/** A question, or each statement that it asks about. */
const itemsIn = (question: Instrument['sections'][number]['questions'][number]) =>
  question.type === 'table-of-scales'
    ? question.rows.map(row => ({ key: `${question.key}.${row.key}`, label: row.label }))
    : [{ key: question.key, label: question.label }]

/** Each scored question or statement with both sides' means, in the order of the questionnaire. */
export function itemsOf(
  instrument: Instrument,
  rows: readonly { key: string; side: string; n: number; average: number }[],
  locale: Locale,
): ReportFigures['scoresByItem'] {
  const of = (key: string, side: string) => rows.find(row => row.key === key && row.side === side)
  const items = instrument.sections.flatMap(section => section.questions).flatMap(itemsIn)
  return items.flatMap(({ key, label }) => {
    const [kpu, partner] = [of(key, 'kpu'), of(key, 'partner')]
    if (!kpu && !partner) return []
    return [
      {
        key,
        label: textIn(label, locale),
        kpu: kpu?.average ?? null,
        partner: partner?.average ?? null,
        nKpu: kpu?.n ?? 0,
        nPartner: partner?.n ?? 0,
      },
    ]
  })
}

/** The choices that the question on each obligation offers, as it words them; of the first that asks on a scale. */
export function obligationNames({ sections }: Instrument, locale: Locale): ReportFigures['names']['obligations'] {
  const asked = sections.filter(({ repeat }) => repeat).flatMap(({ questions }) => questions)
  const question = asked.find(({ type }) => type === 'scale')
  return question && 'options' in question ? question.options.map(({ v, label }) => ({ code: v, label: textIn(label, locale) })) : undefined
}

type Vocabulary = readonly [codes: readonly string[], labels: Readonly<Record<string, string>>]
export const namesOf = (all: Record<Exclude<keyof ReportFigures['names'], 'obligations'>, Vocabulary>): ReportFigures['names'] =>
  Object.fromEntries(
    Object.entries(all).map(([name, [codes, labels]]) => [name, codes.map(code => ({ code, label: labels[code] ?? code }))]),
  ) as ReportFigures['names']

const sent = (rows: readonly { submittedOn: string | null }[]): number => rows.filter(row => row.submittedOn).length

import { dayIn, formatScore, formatShare, formatTime, listOf } from '../../../platform/i18n/format.ts'
import { addDays } from '../../../platform/values/clock.ts'
import {
  concentration,
  daysToAct,
  extremes,
  isClosed,
  isNational,
  leadingObstacles,
  leadingOfSide,
  leastAnswered,
  moved,
  problemsOf,
  sidesCompared,
  sum,
  unfinished,
  untreatedByOffice,
  widest,
  widestClasses,
} from '../rules/conclusions.ts'
import type { ReportFigures } from '../schema.ts'
import { narrativeWords } from './narrative-words.ts'

/** What a first draft of the text says of the figures: picked here once, worded by the messages of its language. */
export type Facts = ReturnType<typeof factsOf>

export function factsOf(figures: ReportFigures) {
  const { locale, totals } = figures
  const obligation = (result: string) => figures.obligations.find(row => row.result === result)?.count ?? 0
  const problems = problemsOf(figures.findings)
  const treated = problems.filter(row => row.followUp !== null).length
  const state = (code: string) => sum(figures.followUpsByState.filter(row => row.state === code))
  return {
    ...figures,
    score: (value: number) => formatScore(locale, value),
    share: (part: number, whole: number) => formatShare(locale, part, whole),
    cutoffAt: formatTime(locale, figures.cutoff, figures.zone),
    closed: isClosed(figures),
    missing: totals.targets - totals.submitted,
    silent: figures.responseByProvince.filter(row => row.targets > 0 && row.submitted === 0).map(row => row.name),
    ranks: { kpu: extremes(figures.scoresByItem, 'kpu'), partner: extremes(figures.scoresByItem, 'partner') },
    widest: widest(figures.scoresByItem),
    widestClasses: widestClasses(figures.scoresByClass),
    leastAnswered: leastAnswered(placesOf(figures)),
    ofSide: { kpu: leadingOfSide(figures.findings, 'kpu'), partner: leadingOfSide(figures.findings, 'partner') },
    compared: sidesCompared(totals),
    moves: { kpu: moved(figures, 'kpuScore'), partner: moved(figures, 'partnerScore') },
    level: figures.maturityByClass.find(row => row.level !== null && row.count > 0)?.level ?? null,
    assessed: sum(figures.maturityByClass.filter(row => row.level !== null)),
    unused: sum(figures.maturityByClass.filter(row => row.level === 1)),
    followedUp: sum(figures.maturityByClass.filter(row => row.level === 4)),
    applicable: obligation('full') + obligation('part') + obligation('none'),
    fulfilled: obligation('full'),
    unfulfilled: obligation('none'),
    obstacles: sum(figures.obstaclesByCategory),
    leading: leadingObstacles(figures.obstaclesByCategory),
    concentration: concentration(figures.obstaclesByCategory),
    expired: sum(figures.statusByClass.filter(row => row.status === 'expired')),
    expiring: sum(figures.statusByClass.filter(row => row.status === 'expiring')),
    verified: state('verified'),
    reported: state('reported'),
    unfinished: unfinished(figures),
    kinds: figures.partnersByClass.filter(row => row.partners > 0).map(row => labelOf(figures.names.classes, row.class)),
    problems: problems.length,
    problemsTreated: treated,
    untreated: problems.length - treated,
    untreatedAt: untreatedByOffice(figures),
    /** Until when what is recommended is to be done. */
    actBy: addDays(dayIn(new Date(figures.cutoff), figures.zone), daysToAct),
    treated: figures.findings.filter(row => row.followUp !== null).length,
    named: namesIn(figures),
  }
}

const labelOf = (names: ReportFigures['names']['classes'], code: string): string =>
  (names.find(name => name.code === code)?.label ?? code).toLowerCase()

/** The places that the table of forms has: provinces, without the national office, or the offices of a part of the country. */
const placesOf = (figures: ReportFigures) =>
  isNational(figures) ? figures.responseByProvince.filter(({ code }) => code !== figures.office.code) : figures.responseByOffice

/** What the agreements are called that a sentence is about. */
function namesIn({ agreements }: ReportFigures) {
  const names = (rows: ReportFigures['agreements']) => rows.map(({ number, title }) => number || title)
  return {
    scoredByBoth: names(agreements.filter(row => row.kpu !== null && row.partnerScore !== null)),
    unused: names(agreements.filter(row => row.maturity === 1)),
    expired: names(agreements.filter(row => row.status === 'expired')),
  }
}

/** The few agreements that a sentence is about, by name; `none` where they are too many, or not as many as it says. */
export const few = (facts: Facts, names: readonly string[], count = names.length): string =>
  names.length && names.length <= 5 && names.length === count ? list(facts, names) : 'none'

export const when = (condition: unknown, ...sentences: string[]): string[] => (condition ? sentences : [])

/** How a part stands to its whole, which is never 0, as messages choose by it. */
export function extentOf({ share }: Facts, part: number, whole: number) {
  const extent = whole === 1 ? (part ? 'one' : 'notOne') : part === whole ? (whole === 2 ? 'both' : 'all') : part === 0 ? 'none' : 'some'
  return { extent, part, whole, share: share(part, whole) }
}

/** "a, b, dan c"; the rest of a long list as a number. */
export function list({ locale }: Facts, names: readonly string[]): string {
  const shown = names.length > 8 ? [...names.slice(0, 7), narrativeWords[locale].others({ n: names.length - 7 })] : names
  return listOf(locale, 'conjunction', shown)
}

/** The same of labels in quotes. */
export const quoted = (facts: Facts, rows: readonly { label: string }[]): string =>
  list(
    facts,
    rows.map(({ label }) => narrativeWords[facts.locale].quoted({ label })),
  )

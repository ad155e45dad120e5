import { dayIn, formatDay, formatNumber, formatScore, formatShare, formatTime } from '../../../platform/i18n/format.ts'
import type { ReportFigures } from '../schema.ts'

/** What a first draft of the text says of the figures: picked here once, worded in each language. */
export type Facts = ReturnType<typeof factsOf>
export type Item = { label: string; kpu: number; partner: number }

export function factsOf(figures: ReportFigures) {
  const { locale, totals } = figures
  const count = (value: number) => formatNumber(locale, value)
  const obligation = (result: string) => figures.obligations.find(row => row.result === result)?.count ?? 0
  const answered = figures.scoresByItem.filter((row): row is typeof row & Item => row.kpu !== null && row.partner !== null)
  return {
    ...figures,
    count,
    score: (value: number) => formatScore(locale, value),
    share: (part: number, whole: number) => formatShare(locale, part, whole),
    day: (day: string) => formatDay(locale, day),
    cutoffAt: formatTime(locale, figures.cutoff, figures.zone),
    closed: dayIn(new Date(figures.cutoff), figures.zone) > figures.cycle.closesOn,
    missing: totals.targets - totals.submitted,
    silent: figures.responseByProvince.filter(row => row.targets > 0 && row.submitted === 0).map(row => row.name),
    widest: answered.toSorted((one, other) => Math.abs(other.kpu - other.partner) - Math.abs(one.kpu - one.partner))[0],
    weakest: answered.toSorted((one, other) => one.kpu + one.partner - other.kpu - other.partner)[0],
    strongest: answered.length > 1 ? answered.toSorted((one, other) => other.kpu + other.partner - one.kpu - one.partner)[0] : undefined,
    assessed: sum(figures.maturityByClass.filter(row => row.level !== null)),
    unused: sum(figures.maturityByClass.filter(row => row.level === 1)),
    followedUp: sum(figures.maturityByClass.filter(row => row.level === 4)),
    applicable: obligation('full') + obligation('part') + obligation('none'),
    fulfilled: obligation('full'),
    unfulfilled: obligation('none'),
    obstacles: sum(figures.obstaclesByCategory),
    main: mainObstacles(figures.obstaclesByCategory),
    expired: sum(figures.statusByClass.filter(row => row.status === 'expired')),
    expiring: sum(figures.statusByClass.filter(row => row.status === 'expiring')),
    verified: sum(figures.followUpsByState.filter(row => row.state === 'verified')),
    without: figures.findings.filter(row => row.followUp === null).length,
  }
}

/** The fewest categories that hold at least 80 % of the obstacles (Pareto's rule), the most frequent first; three at most. */
function mainObstacles(rows: ReportFigures['obstaclesByCategory']): ReportFigures['obstaclesByCategory'] {
  const sorted = rows.filter(row => row.count > 0).toSorted((one, other) => other.count - one.count)
  const enough = sorted.findIndex((_, at) => sum(sorted.slice(0, at + 1)) >= 0.8 * sum(sorted))
  return sorted.slice(0, Math.min(enough + 1, 3))
}

const sum = (rows: readonly { count: number }[]): number => rows.reduce((total, row) => total + row.count, 0)

import { dayIn, formatScore } from '../../../platform/i18n/format.ts'
import type { ReportFigures } from '../schema.ts'

// What a report may conclude from its figures, and from how many answers on. Scores are compared as they are printed, to a tenth, so that
// no sentence says more than its table shows.

/** Fewer answers than this carry no conclusion: a single office could turn it round. */
export const enough = 5
/** Scores of 0 to 100 that lie closer together than this are told as alike. */
export const alike = 5

export type Side = 'kpu' | 'partner'
export type Item = ReportFigures['scoresByItem'][number]
/** Whether the cycle was over at the cut-off; older reports did not keep it and have only its planned end. */
export const isClosed = ({ cycle, cutoff, zone }: Pick<ReportFigures, 'cycle' | 'cutoff' | 'zone'>): boolean =>
  cycle.closed ?? dayIn(new Date(cutoff), zone) > cycle.closesOn

/** Of the whole country; any other is of one office and those below it. */
export const isNational = ({ office }: Pick<ReportFigures, 'office'>): boolean => office.code === '00'

type Counted = readonly { count: number }[]

/** A score as it is printed, to a tenth. */
export const tenths = (score: number): number => Number(formatScore('en', score))

/** The first score less the second, as their printed figures differ: whoever subtracts those finds the same. */
export const apart = (one: number, other: number): number => tenths(tenths(one) - tenths(other))

/**
 * The questions that a side scored highest and lowest, all of them where several share a place. Questions with fewer than `enough` answers
 * of that side do not take part; `level` when all that do have one score; null with fewer than two.
 */
export function extremes(items: readonly Item[], side: Side): { highest: Item[]; lowest: Item[]; level: boolean } | null {
  const n = side === 'kpu' ? 'nKpu' : 'nPartner'
  const scored = items.filter(item => item[side] !== null && item[n] >= enough)
  if (scored.length < 2) return null
  const scores = scored.map(item => tenths(item[side]!))
  const [most, least] = [Math.max(...scores), Math.min(...scores)]
  const at = (score: number) => scored.filter((_, place) => scores[place] === score)
  return { highest: at(most), lowest: at(least), level: most === least }
}

/**
 * The questions on which the two sides lie furthest apart, all of them where several do, of those with `enough` answers of both; `gap` is
 * the difference as the table prints it, never negative. Null where no question has enough.
 */
export function widest(items: readonly Item[]): { gap: number; items: Item[] } | null {
  const both = items.filter(item => item.kpu !== null && item.partner !== null && Math.min(item.nKpu, item.nPartner) >= enough)
  if (!both.length) return null
  const gaps = both.map(item => Math.abs(apart(item.kpu!, item.partner!)))
  const gap = Math.max(...gaps)
  return { gap, items: both.filter((_, place) => gaps[place] === gap) }
}

/** The classes of partner whose two scores lie furthest apart, of those that both sides scored `enough` agreements of; none without a gap. */
export function widestClasses(classes: ReportFigures['scoresByClass']): ReportFigures['scoresByClass'] {
  const both = classes.filter(row => row.kpu !== null && row.partner !== null && row.both >= enough)
  const gaps = both.map(row => Math.abs(apart(row.kpu!, row.partner!)))
  const most = Math.max(0, ...gaps)
  return both.length < 2 || most === 0 ? [] : both.filter((_, place) => gaps[place] === most)
}

type Answered = { code: string; name: string; targets: number; submitted: number }

/** Of those that have `enough` forms, those that sent the smallest share of them; none where all sent them all or only one has so many. */
export function leastAnswered(rows: readonly Answered[]): Answered[] {
  const asked = rows.filter(row => row.targets >= enough)
  const least = Math.min(1, ...asked.map(row => row.submitted / row.targets))
  return asked.length < 2 || least === 1 ? [] : asked.filter(row => row.submitted / row.targets === least)
}

/** The categories that most obstacles of one side have; none below `enough` obstacles of that side. */
export function leadingOfSide(findings: ReportFigures['findings'], side: Side): string[] {
  const obstacles = findings.filter(row => row.kind === 'obstacle' && row.side === side)
  const counts = new Map<string, number>()
  for (const { category } of obstacles) if (category) counts.set(category, (counts.get(category) ?? 0) + 1)
  const most = Math.max(0, ...counts.values())
  return obstacles.length < enough ? [] : [...counts].filter(([, count]) => count === most).map(([label]) => label)
}

/**
 * Which side scores higher over all, or `alike`, and by how much; `few` where fewer than `enough` agreements were scored by both, which a
 * sentence then has to say. Null where none was.
 */
export function sidesCompared({ kpuScore, partnerScore, bothSubmitted }: ReportFigures['totals']) {
  if (kpuScore === null || partnerScore === null || !bothSubmitted) return null
  const gap = apart(kpuScore, partnerScore)
  const higher: Side | 'alike' = Math.abs(gap) < alike ? 'alike' : gap > 0 ? 'kpu' : 'partner'
  return { higher, gap: Math.abs(gap), few: bothSubmitted < enough }
}

/** How much a part is of its whole: from three quarters on `most`, from a half on `half`. Null where there is nothing to have a part of. */
export function extent(part: number, whole: number): 'all' | 'most' | 'half' | 'few' | 'none' | null {
  if (!whole) return null
  if (part === whole) return 'all'
  if (part === 0) return 'none'
  return part >= 0.75 * whole ? 'most' : part >= 0.5 * whole ? 'half' : 'few'
}

/** The same, of answers: null below `enough` of them. */
export const extentOfAnswers = (part: number, whole: number) => (whole < enough ? null : extent(part, whole))

/**
 * The most frequent category of obstacles, all of them where several are; none below `enough` obstacles. Those without a category never
 * lead.
 */
export function leadingObstacles(rows: ReportFigures['obstaclesByCategory']): ReportFigures['obstaclesByCategory'] {
  const named = rows.filter(row => row.category !== 'none')
  const most = Math.max(0, ...named.map(row => row.count))
  return sum(rows) < enough || !most ? [] : named.filter(row => row.count === most)
}

/** Whether the most frequent categories hold half of the obstacles or more each, so that there is one thing to act on together. */
export const dominates = (leading: ReportFigures['obstaclesByCategory'], obstacles: number): boolean =>
  leading.length > 0 && leading[0]!.count * 2 >= obstacles

/**
 * The fewest categories that hold at least 80 % of the obstacles (Pareto's rule), of how many that occur, and how many obstacles they
 * hold. Null below `enough` obstacles, or where fewer than two categories occur.
 */
export function concentration(rows: ReportFigures['obstaclesByCategory']): { few: number; of: number; hold: number } | null {
  const counts = rows
    .map(row => row.count)
    .filter(count => count > 0)
    .toSorted((one, other) => other - one)
  if (sum(rows) < enough || counts.length < 2) return null
  const upTo = (at: number) => counts.slice(0, at).reduce((total, count) => total + count, 0)
  const few = counts.findIndex((_, at) => upTo(at + 1) >= 0.8 * sum(rows)) + 1
  return { few, of: counts.length, hold: upTo(few) }
}

/** How a score moved since the cycle before: `alike` below that difference; null unless both cycles have it from `enough` answers. */
export function moved(
  { previous, totals }: Pick<ReportFigures, 'previous' | 'totals'>,
  key: 'kpuScore' | 'partnerScore',
): 'up' | 'down' | 'alike' | null {
  const [before, now] = [previous?.[key] ?? null, totals[key]]
  const answers = key === 'kpuScore' ? totals.kpuSubmitted : totals.partnerSubmitted
  if (before === null || now === null || Math.min(previous!.submitted, answers) < enough) return null
  if (Math.abs(apart(now, before)) < alike) return 'alike'
  return now > before ? 'up' : 'down'
}

/** Follow-ups that are neither done nor cancelled: what those that are overdue are a part of. */
export const unfinished = ({ followUpsByState }: Pick<ReportFigures, 'followUpsByState'>): number =>
  sum(followUpsByState.filter(({ state }) => state !== 'verified' && state !== 'cancelled'))

/** What asks for something to be done: the obstacles and criticisms among the findings. */
export const problemsOf = (findings: ReportFigures['findings']) =>
  findings.filter(({ kind }) => kind === 'obstacle' || kind === 'criticism')

/** The offices whose obstacles and criticisms are not all followed up, most of those left first. */
export function untreatedByOffice({ findings }: Pick<ReportFigures, 'findings'>) {
  return [...Map.groupBy(problemsOf(findings), ({ office }) => office)]
    .map(([office, rows]) => {
      const treated = rows.filter(row => row.followUp !== null).length
      return { office, problems: rows.length, treated, left: rows.length - treated }
    })
    .filter(({ left }) => left > 0)
    .toSorted((one, other) => other.left - one.left || one.office.localeCompare(other.office))
}

/** Days after its figures until which a report asks for what it recommends. */
export const daysToAct = 30

export const sum = (rows: Counted): number => rows.reduce((total, row) => total + row.count, 0)

import type { TieRule } from '../schema/kinds.ts'

/** An exact number: `n` of `d`, which is more than nothing. Whether two are the same is never asked of what a machine rounds. */
export type Fraction = { n: bigint; d: bigint }

/** `most` are the highest points that it has a level for; both are whole and at least one. */
export type Criterion = { id: string; weight: number; most: number }
/** `path` is that of the office that presented. */
export type Contestant = { entry: string; stage: string; path: string }
/** What somebody of the jury gave, by criterion; null where they abstain. `path` is that of their office; null where they have none. */
export type Marks = { person: string; path: string | null; entry: string; points: Readonly<Record<string, number>> | null }
/** The one vote of an office in a stage; null where it abstains. */
export type Vote = { path: string; stage: string; entry: string | null }
/** How much the two count, in whole numbers of which one at least is more than nothing. */
export type Weights = { jury: number; audience: number; tie: TieRule }

/**
 * What came of one entry. `jury` and `audience` are null where nobody could say anything; of `voters` that could choose it `votes` did.
 * `rank` is 1 for the winner of its stage, the same for those that share it, and null where it was not marked.
 */
export type Outcome = Contestant & {
  jury: Fraction | null
  marked: number
  abstained: number
  audience: Fraction | null
  votes: number
  voters: number
  total: Fraction | null
  rank: number | null
}

/**
 * The result of an award, exactly.
 *
 * Jury: of each who marked it the sum of weight × points, of the highest such sum; then the mean over them. Audience: the votes for it of
 * those of its stage that could have gone to it. Total: both by their weights; what nobody could say counts for nothing, and the other
 * alone, but what the jury had a weight in and did not mark has no total. Own office and own province count neither way, nor does whoever
 * abstains. Of the same total the tie rule says who is first; where it says nothing they share the place.
 */
export function tally(
  contestants: readonly Contestant[],
  criteria: readonly Criterion[],
  marks: readonly Marks[],
  votes: readonly Vote[],
  weights: Weights,
): Outcome[] {
  const marksOf = Map.groupBy(marks, ({ entry }) => entry)
  const votesIn = Map.groupBy(votes, ({ stage }) => stage)
  const rows = contestants.map(contestant => {
    const { entry, path, stage } = contestant
    const free = (marksOf.get(entry) ?? []).filter(mark => !isExcluded(mark.path, path))
    const given = free.flatMap(({ points }) => (points ? [points] : []))
    const able = (votesIn.get(stage) ?? []).filter(vote => vote.entry !== null && !isExcluded(vote.path, path))
    const chosen = able.filter(vote => vote.entry === entry).length
    const jury = juryScore(criteria, given)
    const audience = able.length ? { n: BigInt(chosen), d: BigInt(able.length) } : null
    return {
      ...contestant,
      jury,
      marked: given.length,
      abstained: free.length - given.length,
      audience,
      votes: chosen,
      voters: able.length,
      total: totalOf(jury, audience, weights),
      first: juryScore(criteria.slice(0, 1), given),
    }
  })
  const stages = Map.groupBy(rows, ({ stage }) => stage)
  return rows.map(({ first, ...row }) => {
    if (!row.total) return { ...row, rank: null }
    const better = stages.get(row.stage)!.filter(other => other.total && isBetter(other, { ...row, first }, weights.tie))
    return { ...row, rank: better.length + 1 }
  })
}

/** Whether somebody of the one office may say nothing of the other: it is their own, or of their own province. */
export function isExcluded(path: string | null, other: string): boolean {
  if (path === null) return false
  const [own, its] = [provinceOf(path), provinceOf(other)]
  return path === other || (own !== null && own === its)
}

/** `id.35` of `id.35.3510`; null of the national office, which is in none. */
const provinceOf = (path: string): string | null => {
  const [nation, province] = path.split('.')
  return province === undefined ? null : `${nation}.${province}`
}

export const compare = (a: Fraction, b: Fraction): number => {
  const difference = a.n * b.d - b.n * a.d
  return difference > 0n ? 1 : difference < 0n ? -1 : 0
}

function juryScore(criteria: readonly Criterion[], given: readonly Readonly<Record<string, number>>[]): Fraction | null {
  if (!given.length || !criteria.length) return null
  const most = criteria.reduce((sum, { weight, most }) => sum + BigInt(weight) * BigInt(most), 0n)
  const sums = given.flatMap(points => criteria.map(({ id, weight }) => BigInt(weight) * BigInt(points[id] ?? 0)))
  return { n: sums.reduce((sum, each) => sum + each, 0n), d: most * BigInt(given.length) }
}

function totalOf(jury: Fraction | null, audience: Fraction | null, weights: Weights): Fraction | null {
  if (weights.jury > 0 && !jury) return null
  const parts = [
    ...(jury && weights.jury > 0 ? [{ score: jury, weight: BigInt(weights.jury) }] : []),
    ...(audience && weights.audience > 0 ? [{ score: audience, weight: BigInt(weights.audience) }] : []),
  ]
  if (!parts.length) return null
  const d = parts.reduce((product, { score }) => product * score.d, 1n)
  const n = parts.reduce((sum, { score, weight }) => sum + weight * score.n * (d / score.d), 0n)
  return { n, d: d * parts.reduce((sum, { weight }) => sum + weight, 0n) }
}

type Row = Pick<Outcome, 'total' | 'jury' | 'audience'> & { first: Fraction | null }
function isBetter(one: Row, other: Row, tie: TieRule): boolean {
  const byTotal = compare(one.total!, other.total!)
  if (byTotal || tie === 'shared') return byTotal > 0
  const part = { jury: 'jury', audience: 'audience', criterion: 'first' } as const
  const [mine, theirs] = [one[part[tie]], other[part[tie]]]
  return mine !== null && (theirs === null || compare(mine, theirs) > 0)
}

/** In hundredths of a hundred, rounded, to be read: 8333 is 83.33. What it is compared by is the fraction. */
export const readable = ({ n, d }: Fraction): number => Number((n * 20_000n + d) / (2n * d)) / 100

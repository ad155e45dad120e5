import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tieRules } from '../schema/kinds.ts'
import {
  type Contestant,
  type Criterion,
  compare,
  type Fraction,
  isExcluded,
  type Marks,
  readable,
  tally,
  type Vote,
  type Weights,
} from './tally.ts'

/** A fraction in lowest terms as `n/d`: by this two are the same or not. */
type Plain = [bigint, bigint]
const gcd = (a: bigint, b: bigint): bigint => (b ? gcd(b, a % b) : a)
const plain = (n: bigint, d: bigint): Plain => {
  const by = gcd(n, d) || 1n
  return [n / by, d / by]
}
const add = ([a, b]: Plain, [c, d]: Plain): Plain => plain(a * d + c * b, b * d)
const times = ([a, b]: Plain, [c, d]: Plain): Plain => plain(a * c, b * d)
const whole = (n: number): Plain => [BigInt(n), 1n]
const above = (a: Plain | null, b: Plain | null): boolean => a !== null && (b === null || a[0] * b[1] > b[0] * a[1])
const equal = (a: Plain | null, b: Plain | null): boolean => String(a) === String(b)

type Jury = { contestants: Contestant[]; criteria: Criterion[]; marks: Marks[]; votes: Vote[]; weights: Weights }

/** One by one, as it is done with paper and pencil: everybody's own score first, then the mean, then who stands above whom. */
function countPlainly({ contestants, criteria, marks, votes, weights }: Jury) {
  const province = (path: string) => path.split('.')[1]
  const apart = (path: string | null, entry: Contestant) =>
    path === null || (path !== entry.path && (province(path) === undefined || province(path) !== province(entry.path)))
  const mean = (entry: Contestant, some: Criterion[]): Plain | null => {
    let [sum, people] = [whole(0), 0]
    const most = some.reduce((all, { weight, most }) => all + weight * most, 0)
    for (const { path, entry: of, points } of marks) {
      if (of !== entry.entry || points === null || !apart(path, entry)) continue
      const own = some.reduce((all, { id, weight }) => all + weight * points[id]!, 0)
      sum = add(sum, plain(BigInt(own), BigInt(most)))
      people++
    }
    return people ? times(sum, plain(1n, BigInt(people))) : null
  }
  const rows = contestants.map(entry => {
    const jury = mean(entry, criteria)
    const heard = votes.filter(vote => vote.stage === entry.stage && vote.entry !== null && apart(vote.path, entry))
    const audience = heard.length ? plain(BigInt(heard.filter(vote => vote.entry === entry.entry).length), BigInt(heard.length)) : null
    let total: Plain | null = null
    if (weights.jury === 0) total = audience
    else if (jury !== null) {
      const [own, others] = [whole(weights.jury), whole(weights.audience)]
      const both = plain(1n, BigInt(weights.jury + weights.audience))
      total = audience === null ? jury : times(add(times(jury, own), times(audience, others)), both)
    }
    const decides = { shared: null, jury, audience, criterion: mean(entry, criteria.slice(0, 1)) }[weights.tie]
    return { entry, jury, audience, total, decides }
  })
  return rows.map(({ entry, jury, audience, total, decides }) => {
    const before = rows.filter(
      other =>
        other.entry.stage === entry.stage &&
        other.total !== null &&
        (above(other.total, total) || (equal(other.total, total) && above(other.decides, decides))),
    )
    return { entry: entry.entry, jury, audience, total, rank: total === null ? null : before.length + 1 }
  })
}

const paths = ['id', 'id.35', 'id.35.3510', 'id.35.3511', 'id.51', 'id.51.5171', 'id.96.9602', 'id.11.1102', 'id.73.7310']
const stages = ['Pencalonan', 'Kampanye']
const jury: fc.Arbitrary<Jury> = fc
  .record({
    criteria: fc.array(fc.record({ weight: fc.integer({ min: 1, max: 5 }), most: fc.constantFrom(2, 3, 5) }), {
      minLength: 1,
      maxLength: 3,
    }),
    contestants: fc.array(fc.record({ stage: fc.constantFrom(...stages), path: fc.constantFrom(...paths) }), {
      minLength: 1,
      maxLength: 6,
    }),
    people: fc.array(fc.option(fc.constantFrom(...paths)), { maxLength: 4 }),
    weights: fc
      .record({ jury: fc.integer({ min: 0, max: 3 }), audience: fc.integer({ min: 0, max: 3 }), tie: fc.constantFrom(...tieRules) })
      .filter(each => each.jury + each.audience > 0),
    chance: fc.array(fc.nat(11), { minLength: 60, maxLength: 60 }),
  })
  .map(({ criteria: some, contestants: all, people, weights, chance }) => {
    const criteria = some.map((each, at) => ({ ...each, id: `k${at}` }))
    const contestants = all.map((each, at) => ({ ...each, entry: `e${at}` }))
    let turn = 0
    const next = (below: number) => chance[turn++ % chance.length]! % below
    const marks = people.flatMap((path, at) =>
      contestants.flatMap(({ entry }): Marks[] => {
        const kind = next(6) // one of six has not marked yet, one abstains
        const points = kind === 1 ? null : Object.fromEntries(criteria.map(({ id, most }) => [id, 1 + next(most)]))
        return kind === 0 ? [] : [{ person: `p${at}`, path, entry, points }]
      }),
    )
    const votes = paths.flatMap(path =>
      stages.flatMap((stage): Vote[] => {
        const own = contestants.filter(each => each.stage === stage)
        const at = next(own.length + 2)
        return at > own.length ? [] : [{ path, stage, entry: own[at]?.entry ?? null }]
      }),
    )
    return { criteria, contestants, marks, votes, weights }
  })

const inLowest = (score: Fraction | null): Plain | null => score && plain(score.n, score.d)

test('ten thousand juries come out as counted one by one: ties, abstentions, exclusions, weights', () => {
  const seen = { ties: 0, decided: 0, abstained: 0, excluded: 0, unmarked: 0, alone: 0 }
  fc.assert(
    fc.property(jury, given => {
      const { contestants, criteria, marks, votes, weights } = given
      const rows = tally(contestants, criteria, marks, votes, weights)
      expect(
        rows.map(({ entry, jury, audience, total, rank }) => ({
          entry,
          jury: inLowest(jury),
          audience: inLowest(audience),
          total: inLowest(total),
          rank,
        })),
      ).toEqual(countPlainly(given))
      const ranked = rows.filter(({ rank }) => rank !== null)
      const same = ranked.flatMap(one =>
        ranked
          .filter(other => other !== one && other.stage === one.stage && !compare(other.total!, one.total!))
          .map(other => [one, other] as const),
      )
      seen.ties += same.filter(([one, other]) => one.rank === other.rank).length
      seen.decided += same.filter(([one, other]) => one.rank !== other.rank).length
      seen.abstained += rows.reduce((sum, each) => sum + each.abstained, 0)
      seen.excluded += marks.filter(({ path, entry }) => isExcluded(path, contestants.find(each => each.entry === entry)!.path)).length
      seen.unmarked += rows.length - ranked.length
      seen.alone += ranked.filter(({ jury, audience }) => !jury !== !audience).length
    }),
    { numRuns: 10_000 },
  )
  for (const [what, times] of Object.entries(seen)) expect([what, times > 500]).toEqual([what, true])
})

test('one tenth and seven tenths tie with four tenths twice, where a machine that rounds would see a winner', () => {
  const of = (entry: string, path: string) => ({ entry, path, stage: 'Kampanye' })
  const criteria = [{ id: 'k', weight: 1, most: 10 }]
  const marks = [1, 7].flatMap(points => [
    { person: `p${points}`, path: null, entry: 'a', points: { k: points } },
    { person: `p${points}`, path: null, entry: 'b', points: { k: 4 } },
  ])
  expect((0.1 + 0.7) / 2 === (0.4 + 0.4) / 2).toBe(false)
  const rows = tally([of('a', 'id.35'), of('b', 'id.51')], criteria, marks, [], { jury: 1, audience: 1, tie: 'shared' })
  expect(rows.map(({ rank, total }) => [rank, readable(total!)])).toEqual([
    [1, 40],
    [1, 40],
  ])
})

test('whoever is of the same province says nothing of it; the national office is of none', () => {
  expect(isExcluded('id.35.3510', 'id.35.3511')).toBe(true)
  expect(isExcluded('id.35', 'id.35.3511')).toBe(true)
  expect(isExcluded('id.35', 'id.3')).toBe(false)
  expect([isExcluded('id', 'id'), isExcluded('id', 'id.35'), isExcluded('id.35', 'id'), isExcluded(null, 'id.35')]).toEqual([
    true,
    false,
    false,
    false,
  ])
})

test('what is read is rounded to two places, upwards from the middle', () => {
  const read = (n: number, d: number) => readable({ n: BigInt(n), d: BigInt(d) })
  expect([read(1, 3), read(2, 3), read(1, 1), read(0, 7), read(12345, 1_000_000), read(123455, 10_000_000)]).toEqual([
    33.33, 66.67, 100, 0, 1.23, 1.23,
  ])
})

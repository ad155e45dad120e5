/**
 * All clashes among 2,400 sessions of ten meetings with 1,300 people, beside a plain comparison of every engagement with every other that
 * counts the same: how long both take, and that they agree. Then a leader in 5,000 meetings of three years, beside the comparison of hers
 * alone. Needs no database.
 * `npm run bench -- conflicts [runs] [sessions] [people]`
 */
import { clashesAmong, type Engagement, type Involvement, relationOf } from '../src/modules/meetings/rules/clashes/clashes.ts'
import { longestTravel, placeKey, travel } from '../src/modules/meetings/rules/clashes/travel.ts'
import { median } from './setup/load.ts'

const mostMs = 100
const leastRatio = 10
const [runs, sessions, people] = [Number(process.argv[2]) || 9, Number(process.argv[3]) || 2400, Number(process.argv[4]) || 1300]

const regions = ['31.71', '32.73', '32.10', '35.78', '51.71', '73.71', '91.71']
const random = sequence(20261130)
const results = [compare(`${sessions} sessions, ${people} people`, programme()), compare('one leader in 5,000 meetings', ofLeader())]
process.exitCode = results.every(Boolean) ? 0 : 1

function compare(name: string, engagements: Engagement[]): boolean {
  const times: number[] = []
  let clashes = 0
  for (let run = 0; run <= runs; run++) {
    const started = performance.now()
    clashes = clashesAmong(engagements, travel, longestTravel).filter(({ kind }) => kind !== 'unknown-length').length
    if (run > 0) times.push(performance.now() - started)
  }
  const started = performance.now()
  const compared = countPairwise(engagements)
  const [own, plain] = [median(times), performance.now() - started]
  console.log(
    `${name}: ${engagements.length} engagements, ${clashes} clashes (plain comparison: ${compared}) in ${own.toFixed(1)} ms (at most ${mostMs}), ` +
      `plain comparison ${plain.toFixed(0)} ms, ${(plain / own).toFixed(0)} times (at least ${leastRatio})`,
  )
  return clashes === compared && own < mostMs && plain / own > leastRatio
}

/** One in five can be taken part in from anywhere. */
function somewhere(hall: number): string | null {
  return placeKey(random(5) ? 'onsite' : 'hybrid', regions[random(regions.length)]!, `Aula ${hall}`)
}

/**
 * Five days of sessions of ten meetings in seven regions of five island groups, three halls in each; each has two people who must be there, three
 * who are expected and three more.
 */
function programme(): Engagement[] {
  const involvements: Involvement[] = ['must', 'must', 'expected', 'expected', 'expected', 'optional', 'optional', 'optional']
  const monday = Date.parse('2026-11-30T08:00:00+07:00')
  return Array.from({ length: sessions }, (_, at) => {
    const startsAt = monday + random(5) * 86_400_000 + random(36) * 900_000
    const endsAt = random(50) === 0 ? null : startsAt + (1 + random(6)) * 900_000
    const place = somewhere(random(3))
    const session = { meeting: `m${at % 10}`, session: `s${at}`, sameAs: `k${random(100) === 0 ? at - 1 : at}`, startsAt, endsAt, place }
    return involvements.map(involvement => ({ ...session, person: `p${random(people)}`, involvement }))
  }).flat()
}

/** Each meeting in a place of its own. */
function ofLeader(): Engagement[] {
  const first = Date.parse('2024-01-01T08:00:00+07:00')
  return Array.from({ length: 5000 }, (_, at) => {
    const startsAt = first + random(1096) * 86_400_000 + random(36) * 900_000
    const endsAt = random(50) === 0 ? null : startsAt + (1 + random(12)) * 900_000
    const [meeting, place] = [`m${at}`, somewhere(at)]
    return { person: 'leader', meeting, session: 's', sameAs: meeting, startsAt, endsAt, place, involvement: 'must' }
  })
}

/** Sorted once, so that each pair is asked in the order of the rule; who is named twice in a session is not compared with oneself. */
function countPairwise(engagements: Engagement[]): number {
  const sorted = strongest(engagements).sort((a, b) => a.startsAt - b.startsAt)
  let count = 0
  for (let i = 0; i < sorted.length; i++)
    for (let j = i + 1; j < sorted.length; j++) {
      const [a, b] = [sorted[i]!, sorted[j]!]
      if (a.person !== b.person) continue
      const relation = relationOf(a, b, travel)
      if (relation && relation.kind !== 'unknown-length') count++
    }
  return count
}

function strongest(engagements: Engagement[]): Engagement[] {
  return [...new Map(engagements.toReversed().map(each => [`${each.person} ${each.meeting} ${each.session}`, each])).values()]
}

/** The same numbers in each run. */
function sequence(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

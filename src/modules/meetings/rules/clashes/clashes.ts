import type { Involvement } from '../../schema/programmes.ts'
import { isOfKnownLength, minutesOf, orderOf, possibleEnd } from './engagement-times.ts'

/** How much a person is needed: `must` leads, speaks, moderates or judges; `expected` is invited; `optional` may stay away. */
export type { Involvement }

/**
 * One person at one session. `sameAs` is the key of the session itself where several programmes list it: its guid, else title, start,
 * end and place folded; '' is the same as no other. Instants in milliseconds; `endsAt` null or not after `startsAt`: nobody knows how
 * long it takes.
 */
export type Engagement = {
  person: string
  meeting: string
  session: string
  sameAs: string
  startsAt: number
  endsAt: number | null
  place: string | null
  involvement: Involvement
  /** By an invitation to the whole meeting, not by a part in the session. */
  isInvited?: boolean
}
export type ClashKind = 'overlap' | 'travel' | 'same-session' | 'unknown-length'
export type Severity = 'fatal' | 'warning' | 'note'

/**
 * `a` begins first, and of an unknown length it is the engagement of which nobody knows the length. `minutes`: in an overlap how long
 * the person is wanted in both, for travel how many are missing on the way, else 0.
 */
export type Clash = { person: string; a: Engagement; b: Engagement; kind: ClashKind; minutes: number; severity: Severity }
/** Minutes that a person needs from one place to another. */
export type Travel = (from: string | null, to: string | null) => number

/**
 * How grave it is that one person is wanted at two places. Two exceptions: the same session listed twice is a note, and an unknown
 * length is at most a warning as long as it is not certain that the two meet.
 *
 * | | must | expected | optional |
 * |---|---|---|---|
 * | **must** | fatal | warning | note |
 * | **expected** | warning | warning | note |
 * | **optional** | note | note | note |
 */
export const severities: Record<Involvement, Record<Involvement, Severity>> = {
  must: { must: 'fatal', expected: 'warning', optional: 'note' },
  expected: { must: 'warning', expected: 'warning', optional: 'note' },
  optional: { must: 'note', expected: 'note', optional: 'note' },
}

/**
 * All pairs of engagements of one person that cannot both be kept, each once. A time ends before it begins again: 09.00–10.00 and
 * 10.00–11.00 do not clash unless the way between the two places takes time. Who is named twice in one session counts once, with
 * the greater involvement.
 *
 * Sari, with 20 minutes between the halls A and B:
 *
 * | session | where | when | as |
 * |---|---|---|---|
 * | Opening | A | 09.00–10.00 | must |
 * | Opening, in the programme of the province | A | 09.00–10.00 | expected |
 * | Budget | A | 09.30–10.30 | must |
 * | Logistics | B | 10.30–11.30 | expected |
 * | Press | B | 11.30, no end | optional |
 * | Closing | B | 15.00–16.00 | must |
 *
 * Opening and Opening: same-session, a note. Opening (must) and Budget: overlap, 30 minutes, fatal; Opening (expected) and Budget: the
 * same, a warning. Budget and Logistics: travel, 20 minutes are missing, a warning. Logistics and Press touch and need no way: nothing.
 * Press may last until Closing: unknown-length, a note.
 *
 * Sorted by start and swept once for each person: O(n log n + pairs that are near each other).
 *
 * @param longestTravel minutes that no way exceeds; where it is left out, the places are tried with each other, all of them or, where they
 *   are many, those of each person
 */
export function clashesAmong(engagements: readonly Engagement[], travel: Travel, longestTravel?: number): Clash[] {
  const clashes: Clash[] = []
  const longest = longestTravel ?? longestOfFew(engagements, travel)
  for (const own of Map.groupBy(engagements, ({ person }) => person).values()) {
    if (own.length > 1) sweep(withoutRepeats(own.sort(orderOf)), travel, longest ?? longestAmong(placesOf(own), travel), clashes)
  }
  return clashes
}

/**
 * How two engagements of one person stand to each other; `a` is the first by `orderOf`. Whoever is invited to a meeting as a whole chooses
 * among what it holds at the same time.
 */
export function relationOf(a: Engagement, b: Engagement, travel: Travel): Pick<Clash, 'kind' | 'minutes'> | null {
  if (a.meeting === b.meeting && (a.isInvited || b.isInvited)) return null
  const endOfA = possibleEnd(a)
  if (b.startsAt < endOfA) {
    if (a.sameAs !== '' && a.sameAs === b.sameAs) return { kind: 'same-session', minutes: 0 }
    if (!isOfKnownLength(a) || !isOfKnownLength(b)) return { kind: 'unknown-length', minutes: 0 }
    return { kind: 'overlap', minutes: minutesOf(Math.min(endOfA, possibleEnd(b)) - b.startsAt) }
  }
  if (!isOfKnownLength(a)) return null
  const missing = travel(a.place, b.place) - (b.startsAt - endOfA) / 60_000
  return missing > 0 ? { kind: 'travel', minutes: Math.ceil(missing) } : null
}

export function severityOf(kind: ClashKind, a: Engagement, b: Engagement): Severity {
  if (kind === 'same-session') return 'note'
  const severity = severities[a.involvement][b.involvement]
  return severity === 'fatal' && kind === 'unknown-length' && !isCertain(a, b) ? 'warning' : severity
}

/** Both begin at once, or one begins while the other, of known length, still goes on. */
const isCertain = (a: Engagement, b: Engagement): boolean => {
  const [first, second] = a.startsAt <= b.startsAt ? [a, b] : [b, a]
  return first.startsAt === second.startsAt || (isOfKnownLength(first) && second.startsAt < first.endsAt)
}

/** `sorted` by `orderOf`. What cannot be near anything that is still to come leaves `near` for good. */
function sweep(sorted: readonly Engagement[], travel: Travel, longestTravel: number, clashes: Clash[]): void {
  const near: Engagement[] = []
  const unknown = new Map<Engagement, Clash>()
  for (const b of sorted) {
    let kept = 0
    for (const a of near) {
      if (possibleEnd(a) + longestTravel * 60_000 <= b.startsAt) continue
      near[kept++] = a
      const relation = relationOf(a, b, travel)
      if (relation === null) continue
      if (relation.kind === 'unknown-length') noteUnknown(a, b, unknown)
      else clashes.push({ person: b.person, a, b, ...relation, severity: severityOf(relation.kind, a, b) })
    }
    near.length = kept
    near.push(b)
  }
  for (const each of sorted) {
    const clash = unknown.get(each)
    if (clash) clashes.push(clash)
  }
}

const ranks: Record<Severity, number> = { fatal: 2, warning: 1, note: 0 }

/** Of all that an engagement of unknown length may meet, the gravest is named, and of equally grave ones the first. */
function noteUnknown(a: Engagement, b: Engagement, unknown: Map<Engagement, Clash>): void {
  for (const [open, other] of [
    [a, b],
    [b, a],
  ] as const) {
    if (isOfKnownLength(open)) continue
    const severity = severityOf('unknown-length', open, other)
    const known = unknown.get(open)
    if (!known || ranks[severity] > ranks[known.severity] || (severity === known.severity && orderOf(other, known.b) < 0))
      unknown.set(open, { person: open.person, a: open, b: other, kind: 'unknown-length', minutes: 0, severity })
  }
}

const strength: Record<Involvement, number> = { must: 2, expected: 1, optional: 0 }

/** `orderOf` puts what is the same beside each other. */
function withoutRepeats(sorted: readonly Engagement[]): Engagement[] {
  const kept: Engagement[] = []
  for (const each of sorted) {
    const last = kept.at(-1)
    if (last === undefined || orderOf(last, each) !== 0) kept.push(each)
    else kept[kept.length - 1] = stronger(last, each)
  }
  return kept
}

/** Who has a part is not there by invitation. */
function stronger(a: Engagement, b: Engagement): Engagement {
  const one = strength[b.involvement] > strength[a.involvement] ? b : a
  return one.isInvited && !(a.isInvited && b.isInvited) ? { ...one, isInvited: false } : one
}

/**
 * An invitation is to a meeting as a whole: of the clashes that one makes with another meeting the gravest is named, and of equally grave
 * ones the first. Those between two parts stay as they are.
 */
export function oncePerMeetings(clashes: readonly Clash[]): Clash[] {
  const named = new Map<string, Clash>()
  const isByInvitation = ({ a, b }: Clash) => Boolean(a.isInvited || b.isInvited)
  for (const clash of clashes) {
    if (!isByInvitation(clash)) continue
    const known = named.get(pairOf(clash))
    const more = known ? ranks[clash.severity] - ranks[known.severity] || orderOf(known.b, clash.b) || orderOf(known.a, clash.a) : 1
    if (more > 0) named.set(pairOf(clash), clash)
  }
  return clashes.filter(clash => !isByInvitation(clash) || named.get(pairOf(clash)) === clash)
}
const pairOf = ({ person, a, b }: Clash): string => [person, ...[a.meeting, b.meeting].sort()].join(' ')

const placesOf = (engagements: readonly Engagement[]) => new Set(engagements.map(({ place }) => place))
function longestOfFew(engagements: readonly Engagement[], travel: Travel): number | null {
  const places = placesOf(engagements)
  return places.size ** 2 <= 2 * engagements.length ? longestAmong(places, travel) : null
}
function longestAmong(places: ReadonlySet<string | null>, travel: Travel): number {
  let longest = 0
  for (const from of places) for (const to of places) longest = Math.max(longest, travel(from, to))
  return longest
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Mode } from '../../schema/meetings.ts'
import { type Clash, clashesAmong, type Engagement, type Involvement, oncePerMeetings, type Severity } from './clashes.ts'
import { longestTravel, placeKey, travel } from './travel.ts'

const minute = 60_000
const at = (clock: string) => Date.parse(`2026-11-30T${clock}:00+07:00`)
const times = (span: string): Pick<Engagement, 'startsAt' | 'endsAt'> => {
  const [from = '', to] = span.split('–')
  return { startsAt: at(from), endsAt: to ? at(to) : null }
}
function engagement(session: string, span: string, more: Partial<Engagement> = {}): Engagement {
  return { person: 'Sari', meeting: 'A', session, sameAs: session, place: 'A', involvement: 'must', ...times(span), ...more }
}
const twenty = (from: string | null, to: string | null) => (from === to ? 0 : 20)
const lines = (clashes: Clash[]) =>
  clashes.map(({ a, b, kind, minutes, severity }) => `${a.session} ${b.session} ${kind} ${minutes} ${severity}`)

test('the example of the rule', () => {
  const programme = [
    engagement('Opening', '09:00–10:00'),
    engagement('Opening', '09:00–10:00', { meeting: 'B', involvement: 'expected' }),
    engagement('Budget', '09:30–10:30'),
    engagement('Logistics', '10:30–11:30', { place: 'B', involvement: 'expected' }),
    engagement('Press', '11:30', { place: 'B', involvement: 'optional' }),
    engagement('Closing', '15:00–16:00', { place: 'B' }),
  ]
  expect(lines(clashesAmong(programme, twenty))).toEqual([
    'Opening Opening same-session 0 note',
    'Opening Budget overlap 30 fatal',
    'Opening Budget overlap 30 warning',
    'Budget Logistics travel 20 warning',
    'Press Closing unknown-length 0 note',
  ])
})

test.each<[Involvement, Involvement, Severity]>([
  ['must', 'must', 'fatal'],
  ['must', 'expected', 'warning'],
  ['must', 'optional', 'note'],
  ['expected', 'must', 'warning'],
  ['expected', 'expected', 'warning'],
  ['expected', 'optional', 'note'],
  ['optional', 'must', 'note'],
  ['optional', 'expected', 'note'],
  ['optional', 'optional', 'note'],
])('%s and %s at once is %s', (first, second, severity) => {
  const both = [engagement('1', '09:00–10:00', { involvement: first }), engagement('2', '09:15–09:30', { involvement: second })]
  expect(lines(clashesAmong(both, twenty))).toEqual([`1 2 overlap 15 ${severity}`])
})

test('what touches does not clash, unless there is a way between the two that takes longer', () => {
  const after = (gap: string, place: string) =>
    lines(clashesAmong([engagement('1', '09:00–10:00'), engagement('2', gap, { place })], twenty))
  expect(after('10:00–11:00', 'A')).toEqual([])
  expect(after('10:00–11:00', 'B')).toEqual(['1 2 travel 20 fatal'])
  expect(after('10:19–11:00', 'B')).toEqual(['1 2 travel 1 fatal'])
  expect(after('10:20–11:00', 'B')).toEqual([])
})

test('the way there is looked at beyond a short session in between, also where one direction takes longer', () => {
  const uphill = (from: string | null, to: string | null) => (from === 'A' && to === 'C' ? 90 : 0)
  const day = [
    engagement('3', '11:00–12:00', { place: 'C' }),
    engagement('2', '10:10–10:20', { place: 'B' }),
    engagement('1', '09:00–10:00'),
  ]
  expect(lines(clashesAmong(day, uphill))).toEqual(['1 3 travel 30 fatal'])
  expect(clashesAmong(day, (from, to) => uphill(to, from))).toEqual([])
})

test('an unknown length is said once for each such engagement, with the gravest that it may meet, and is certain only at a begun one', () => {
  const open = (clock: string, more: Partial<Engagement> = {}) => engagement('open', clock, more)
  const among = (...engagements: Engagement[]) => lines(clashesAmong(engagements, twenty))
  expect(among(open('09:00'), engagement('1', '13:00–14:00', { involvement: 'optional' }), engagement('2', '15:00–16:00'))).toEqual([
    'open 2 unknown-length 0 warning',
  ])
  expect(among(open('09:30'), engagement('1', '09:00–10:00'))).toEqual(['open 1 unknown-length 0 fatal'])
  expect(among(open('09:00', { endsAt: at('08:00') }), engagement('1', '09:00–10:00'))).toEqual(['open 1 unknown-length 0 fatal'])
  expect(among(open('09:00', { endsAt: at('09:00') }), engagement('open too', '11:00'))).toEqual([
    'open open too unknown-length 0 warning',
    'open too open unknown-length 0 warning',
  ])
  expect(among(open('10:00'), engagement('1', '09:00–10:00'))).toEqual([])
  expect(among(open('10:00', { place: 'B' }), engagement('1', '09:00–10:00'))).toEqual(['1 open travel 20 fatal'])
  expect(among(open('09:00'), engagement('1', '09:00–10:00', { startsAt: at('09:00') + 24 * 60 * minute, endsAt: null }))).toEqual([])
})

test('sessions of which nobody knows a key are never taken for the same', () => {
  const two = ['1', '2'].map(session => engagement(session, '09:00–10:00', { sameAs: '' }))
  expect(lines(clashesAmong(two, twenty))).toEqual(['1 2 overlap 60 fatal'])
})

test('who is invited to a whole meeting is not wanted twice within it, and with another meeting the gravest clash is named, then the first', () => {
  const invited = { isInvited: true, meeting: 'B' }
  const day = [
    engagement('1', '09:00–10:00'),
    engagement('2', '09:30–10:30', invited),
    engagement('3', '09:30–10:30', { ...invited, involvement: 'expected' }),
    engagement('4', '10:00–11:00'),
    engagement('4', '10:00–11:00', { isInvited: true }),
  ]
  expect(lines(clashesAmong(day, twenty))).toEqual([
    '1 2 overlap 30 fatal',
    '1 3 overlap 30 warning',
    '2 4 overlap 30 fatal',
    '3 4 overlap 30 warning',
  ])
  expect(lines(oncePerMeetings(clashesAmong(day, twenty)))).toEqual(['1 2 overlap 30 fatal'])
  expect(oncePerMeetings(clashesAmong([engagement('1', '09:00–10:00'), engagement('2', '09:30–10:30')], twenty))).toHaveLength(1)
})

test('who is named twice in one session counts once, with the greater involvement, and nobody clashes with somebody else', () => {
  const [listener, speaker] = [engagement('1', '09:00–10:00', { involvement: 'optional' }), engagement('1', '09:00–10:00')]
  expect(clashesAmong([listener, speaker], twenty)).toEqual([])
  expect(lines(clashesAmong([listener, engagement('2', '09:30–10:00'), speaker], twenty))).toEqual(['1 2 overlap 30 fatal'])
  expect(clashesAmong([listener, { ...engagement('2', '09:00–10:00'), person: 'Budi' }], twenty)).toEqual([])
})

const places = ['A', 'B', 'C', null]
/** A way that differs by direction, some of them none at all. */
const ways = fc
  .array(fc.integer({ min: 0, max: 90 }), { minLength: 16, maxLength: 16 })
  .map(minutes => (from: string | null, to: string | null) => (from === to ? 0 : minutes[places.indexOf(from) * 4 + places.indexOf(to)]!))
const programmes = fc.array(
  fc
    .record({
      person: fc.constantFrom('Sari', 'Budi', 'Ani'),
      meeting: fc.constantFrom('m1', 'm2'),
      session: fc.constantFrom('s1', 's2', 's3', 's4', 's5', 's6'),
      sameAs: fc.constantFrom('k1', 'k2', 'k3', 'k4', 'k5', 'k6', 'k7', 'k8'),
      quarter: fc.integer({ min: 0, max: 200 }),
      length: fc.option(fc.integer({ min: -1, max: 12 }), { freq: 8 }),
      place: fc.constantFrom(...places),
      involvement: fc.constantFrom<Involvement>('must', 'expected', 'optional'),
      isInvited: fc.boolean(),
    })
    .map(({ quarter, length, ...rest }) => {
      const startsAt = at('06:00') + quarter * 15 * minute
      return { ...rest, startsAt, endsAt: length === null ? null : startsAt + length * 15 * minute } satisfies Engagement
    }),
  { maxLength: 25 },
)

test('a random programme has exactly the clashes that comparing each pair finds', () => {
  const kinds = new Map<string, number>()
  fc.assert(
    fc.property(programmes, ways, fc.boolean(), (engagements, travel, isKnown) => {
      const clashes = clashesAmong(engagements, travel, isKnown ? 90 : undefined)
      for (const { kind } of clashes) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      expect(lines2(clashes)).toEqual(lines2(pairwise(engagements, travel)))
    }),
    { numRuns: 1000 },
  )
  expect([...kinds.keys()].sort()).toEqual(['overlap', 'same-session', 'travel', 'unknown-length'])
  expect(Math.min(...kinds.values())).toBeGreaterThan(10)
})

test('so it has with the ways between regions, for whoever must be there and whoever may stay away', () => {
  const halls = fc
    .constantFrom('31.71', '31.72', '32.10', '35.78', '51.71', '91.71')
    .chain(region =>
      fc
        .constantFrom('Aula', 'Hotel')
        .chain(name => fc.constantFrom<Mode>('onsite', 'onsite', 'online', 'hybrid').map(mode => placeKey(mode, region, name))),
    )
  const seen = new Set<string>()
  fc.assert(
    fc.property(programmes, fc.array(halls, { minLength: 25, maxLength: 25 }), (some, places) => {
      const engagements = some.map((each, at) => ({ ...each, place: places[at]! }))
      const clashes = clashesAmong(engagements, travel, longestTravel)
      for (const { kind, severity } of clashes) seen.add(`${kind} ${severity}`)
      expect(lines2(clashes)).toEqual(lines2(pairwise(engagements, travel)))
    }),
    { numRuns: 1000 },
  )
  for (const kind of ['overlap', 'travel', 'unknown-length'])
    for (const severity of grades) expect([...seen]).toContain(`${kind} ${severity}`)
})

/** Each clash as a line that does not depend on the order; of an unknown length only whose it is and how grave, as others may be as grave. */
const lines2 = (clashes: Clash[]) =>
  clashes
    .map(({ a, b, kind, minutes, severity }) =>
      kind === 'unknown-length'
        ? [kind, nameOf(a), severity].join(' ')
        : [kind, ...[nameOf(a), nameOf(b)].sort(), minutes, severity].join(' '),
    )
    .sort()
const nameOf = ({ person, meeting, session, startsAt, endsAt, place, sameAs }: Engagement) =>
  [person, meeting, session, startsAt, endsAt, place, sameAs].join('/')

const grades: Severity[] = ['note', 'warning', 'fatal']
const strength: Involvement[] = ['optional', 'expected', 'must']

/** The same in plain words, from the text of the rule. */
function pairwise(all: Engagement[], travel: (from: string | null, to: string | null) => number): Clash[] {
  const lengthOf = ({ startsAt, endsAt }: Engagement) => (endsAt !== null && endsAt > startsAt ? endsAt - startsAt : null)
  const endOf = (each: Engagement) => each.startsAt + (lengthOf(each) ?? 24 * 60 * minute)
  const isSame = (a: Engagement, b: Engagement) =>
    a.person === b.person && a.meeting === b.meeting && a.session === b.session && a.startsAt === b.startsAt && endOf(a) === endOf(b)
  const named = all.map(each => ({ ...each, isInvited: all.every(other => !isSame(each, other) || other.isInvited) }))
  const engagements = named.filter(
    (each, i) =>
      !all.some((other, j) => {
        const more = strength.indexOf(other.involvement) - strength.indexOf(each.involvement)
        return i !== j && isSame(each, other) && (more > 0 || (more === 0 && j < i))
      }),
  )
  const clashes: Clash[] = []
  const unknown = new Map<Engagement, Severity>()
  const severity = (a: Engagement, b: Engagement): Severity => {
    if (a.involvement === 'optional' || b.involvement === 'optional') return 'note'
    return a.involvement === 'must' && b.involvement === 'must' ? 'fatal' : 'warning'
  }
  for (const [i, one] of engagements.entries())
    for (const two of engagements.slice(i + 1)) {
      if (one.person !== two.person) continue
      if (one.meeting === two.meeting && (one.isInvited || two.isInvited)) continue
      const [a, b] = one.startsAt <= two.startsAt ? [one, two] : [two, one]
      const together = Math.min(endOf(a), endOf(b)) - b.startsAt
      const clash = { person: a.person, a, b, minutes: 0 }
      if (together > 0 && a.sameAs === b.sameAs) clashes.push({ ...clash, kind: 'same-session', severity: 'note' })
      else if (together > 0 && lengthOf(a) && lengthOf(b))
        clashes.push({ ...clash, kind: 'overlap', minutes: Math.ceil(together / minute), severity: severity(a, b) })
      else if (together > 0) {
        const isCertain = a.startsAt === b.startsAt || lengthOf(a) !== null
        const grade = severity(a, b) === 'fatal' && !isCertain ? 'warning' : severity(a, b)
        for (const each of [a, b])
          if (!lengthOf(each) && grades.indexOf(grade) >= grades.indexOf(unknown.get(each) ?? 'note')) unknown.set(each, grade)
      } else if (lengthOf(a)) {
        const missing = travel(a.place, b.place) - (b.startsAt - endOf(a)) / minute
        if (missing > 0) clashes.push({ ...clash, kind: 'travel', minutes: Math.ceil(missing), severity: severity(a, b) })
      }
    }
  for (const [a, severity] of unknown) clashes.push({ person: a.person, a, b: a, kind: 'unknown-length', minutes: 0, severity })
  return clashes
}

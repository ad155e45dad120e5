import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Batch, type DeskEvent, mostInBatch, withEvent } from '../../../web/client/desk-batch.ts'
import { type AttendanceEvent, bySeat } from './events.ts'
import { conflictsIn, merge } from './merge.ts'
import { presenceOf } from './presence.ts'

const people = 553
const sessions = ['s1', 's2', 's3', 's4', 's5']
const minute = 60_000
/** Each takes an hour, one after the other. */
const timesOf = (session: string) => {
  const startsAt = (Number(session.slice(1)) - 1) * 60 * minute
  return { startsAt, endsAt: startsAt + 60 * minute, isOver: true }
}

/** A generator of numbers from 0 to 1 that comes to the same for the same seed (mulberry32). */
function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** What a desk holds on its disk: batches under keys of their own, as the outbox keeps them. Nothing else outlives a reload. */
type Disk = Map<string, Batch>
type Noted = { session: string; person: number; kind: 'in' | 'out'; desk: string; at: number }

/**
 * Two desks at which everything goes wrong that can, and what the server has in the end. A desk writes an event to its disk before it says
 * so; a write that takes the place of another may end half-way; a request may not arrive, arrive without its answer, or arrive again later.
 */
function play(seed: number) {
  const chance = chances(seed)
  const noted: Noted[] = []
  const server = new Map<string, AttendanceEvent>()
  const disks: Record<string, Disk> = { A: new Map(), B: new Map() }
  const late: (readonly DeskEvent[])[] = []
  let [nth, requests, isCut] = [0, 0, false]

  const arrive = (events: readonly DeskEvent[]) => {
    for (const event of merge(server, events.map(asRecorded)).recorded) server.set(event.id, event)
  }
  const note = (one: Noted) => {
    const disk = disks[one.desk]!
    const id = `${one.desk}${nth++}`
    const { session, kind, desk } = one
    const event: DeskEvent = {
      id,
      invitee: `p${one.person}`,
      session,
      kind,
      at: new Date(one.at).toISOString(),
      source: desk,
      method: 'qr',
    }
    const batch = withEvent(desk, [...disk.values()], event)
    disk.set(`key${id}`, batch)
    noted.push(one)
    if (chance() < 0.03) return // the browser was closed between the two writes
    for (const [key, { form }] of disk) if (form === batch.form && key !== `key${id}`) disk.delete(key)
  }
  const send = (desk: string) => {
    const [key, batch] = [...disks[desk]!][0] ?? []
    if (!key || !batch) return
    requests++
    const luck = isCut ? 1 : chance()
    if (luck < 0.8) arrive(batch.events)
    if (luck < 0.2) late.push(batch.events)
    if (luck < 0.6) disks[desk]!.delete(key)
  }
  const step = () => {
    const luck = chance()
    if (luck < 0.03) isCut = !isCut
    else if (luck < 0.1) send('A')
    else if (luck < 0.17) send('B')
    else if (luck < 0.19 && late.length) arrive(late.splice(Math.floor(chance() * late.length), 1)[0]!)
  }

  for (const session of sessions) {
    const { startsAt } = timesOf(session)
    for (let person = 0; person < people; person++) {
      const at = startsAt + Math.floor(chance() * 59) * minute
      const [desk, other] = chance() < 0.5 ? ['A', 'B'] : ['B', 'A']
      if (chance() < 0.1) continue
      note({ session, person, kind: 'in', desk: desk!, at })
      const luck = chance()
      if (luck < 0.05) note({ session, person, kind: 'in', desk: other!, at: at + minute })
      else if (luck < 0.15) note({ session, person, kind: 'out', desk: other!, at: at + minute })
      step()
    }
  }
  isCut = false
  for (let tries = 0; disks.A!.size + disks.B!.size > 0 && tries < 10_000; tries++) send(chance() < 0.5 ? 'A' : 'B')
  for (const events of late) arrive(events)
  return { noted, events: [...server.values()], requests, left: disks.A!.size + disks.B!.size }
}

const asRecorded = ({ proxy = '', at, method: _, ...event }: DeskEvent): AttendanceEvent => ({
  ...event,
  at: Date.parse(at),
  mode: 'onsite',
  proxy: proxy || null,
  of: null,
})

/** The same on paper: who came when, who left, who was noted at two desks. */
function onPaper(noted: readonly Noted[]) {
  const rows = new Map<string, { minutes: number; isTwice: boolean }>()
  for (const { session, person, kind, at } of noted) {
    const seat = `${session} p${person}`
    const row = rows.get(seat)
    if (!row) rows.set(seat, { minutes: (timesOf(session).endsAt - at) / minute, isTwice: false })
    else if (kind === 'out') rows.set(seat, { minutes: 1, isTwice: false })
    else rows.set(seat, { ...row, isTwice: true })
  }
  return rows
}

test('two desks with 553 people in five sessions come to what paper says, whatever the line and the browsers do', () => {
  fc.assert(
    fc.property(fc.integer(), seed => {
      const { noted, events, left } = play(seed)
      expect(left).toBe(0)
      expect(events.length).toBe(noted.length)
      const paper = onPaper(noted)
      const seats = bySeat(events)
      expect(seats.size).toBe(paper.size)
      const wrong = [...paper].filter(([seat, { minutes }]) => {
        const presence = presenceOf(seats.get(seat) ?? [], timesOf(seat.split(' ')[0]!))
        return presence.status !== 'present' || presence.minutes !== minutes
      })
      expect(wrong).toEqual([])
      const twice = [...paper].filter(([, { isTwice }]) => isTwice).map(([seat]) => seat)
      const toLookAt = conflictsIn(events).map(({ session, invitee }) => `${session} ${invitee}`)
      expect(toLookAt.sort()).toEqual(twice.sort())
    }),
    { numRuns: 100 },
  )
})

const anyEvent = fc.record<AttendanceEvent>({
  id: fc.integer({ max: 30, min: 0 }).map(String),
  invitee: fc.constantFrom('p', 'q'),
  session: fc.constantFrom('s', 't'),
  kind: fc.constantFrom('in', 'out', 'excused', 'void'),
  at: fc.nat(5),
  mode: fc.constantFrom('onsite', 'online'),
  source: fc.constantFrom('A', 'B'),
  proxy: fc.constant(null),
  of: fc.constant(null),
})

test('however events are cut into requests, in whatever order, all are there once', () => {
  const unique = fc.uniqueArray(anyEvent, { selector: ({ id }) => id })
  fc.assert(
    fc.property(unique, fc.infiniteStream(fc.nat(1000)), (events, luck) => {
      const next = () => luck.next().value as number
      const server = new Map<string, AttendanceEvent>()
      const sent = [...events, ...events.filter(() => next() % 3 === 0)].sort(() => (next() % 2 ? 1 : -1))
      while (sent.length) for (const event of merge(server, sent.splice(0, 1 + (next() % 4))).recorded) server.set(event.id, event)
      const sorted = (all: Iterable<AttendanceEvent>) => [...all].sort((a, b) => Number(a.id) - Number(b.id))
      expect(sorted(server.values())).toEqual(sorted(events))
      expect(
        conflictsIn([...server.values()])
          .map(({ second }) => second)
          .sort(),
      ).toEqual(
        conflictsIn(events)
          .map(({ second }) => second)
          .sort(),
      )
    }),
  )
})

test('an id that comes with something else in it changes nothing, and is said', () => {
  const [event] = fc.sample(anyEvent, 1) as [AttendanceEvent]
  const other = { ...event, at: event.at + 1 }
  const have = new Map([[event.id, event]])
  expect(merge(have, [other, event, { ...event }])).toEqual({ recorded: [], known: [event.id, event.id], differing: [event.id] })
  expect(merge(new Map(), [event, other, event])).toEqual({ recorded: [event], known: [event.id], differing: [event.id] })
})

test('a batch grows in its place until it is full', () => {
  const event = (id: string): DeskEvent => ({ id, invitee: 'p', session: 's', kind: 'in', at: '', source: 'A', method: 'qr' })
  const full: Batch = { form: 'A:0', events: Array.from({ length: mostInBatch }, (_, at) => event(`${at}`)) }
  expect(withEvent('A', [], event('x'))).toEqual({ form: 'A:x', events: [event('x')] })
  expect(withEvent('A', [full, { form: 'B:1', events: [] }], event('x'))).toEqual({ form: 'A:x', events: [event('x')] })
  expect(withEvent('A', [full, { form: 'A:1', events: [event('1')] }], event('x'))).toEqual({
    form: 'A:1',
    events: [event('1'), event('x')],
  })
})

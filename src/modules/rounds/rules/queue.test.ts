import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type EventKind, eventKinds } from '../schema/kinds.ts'
import { actsOn, emptyQueue, placeInStage, type QueueEvent, queueAfter, replay, statusOf, usedAt } from './queue.ts'

/** The same as somebody with a list and a stopwatch does it: each tick of the clock is counted for whoever presents. */
class Stopwatch {
  waiting: string[] = []
  over = new Map<string, string>()
  ticks = new Map<string, number>()
  presenter = ''
  runs = false
  pass(time: number) {
    for (let tick = 0; tick < time; tick++)
      if (this.presenter && this.runs) this.ticks.set(this.presenter, (this.ticks.get(this.presenter) ?? 0) + 1)
  }
  /** Whether it can be done; if so it is. */
  do(kind: EventKind, entry: string, before: string | null): boolean {
    const at = this.waiting.indexOf(entry)
    const free = () => {
      this.presenter = ''
      this.runs = false
    }
    const put = () => {
      if (before === null) this.waiting.push(entry)
      else this.waiting.splice(this.waiting.indexOf(before), 0, entry)
    }
    const isThere = before === null || (before !== entry && this.waiting.includes(before))
    if (kind === 'added') {
      if (at >= 0 || this.presenter === entry || this.over.has(entry) || !isThere) return false
      put()
    } else if (kind === 'started') {
      if (at < 0 || this.presenter) return false
      this.waiting.splice(at, 1)
      this.presenter = entry
      this.runs = true
    } else if (kind === 'paused' || kind === 'resumed') {
      if (this.presenter !== entry || this.runs !== (kind === 'paused')) return false
      this.runs = !this.runs
    } else if (kind === 'stopped') {
      if (this.presenter !== entry) return false
      free()
      this.over.set(entry, 'done')
    } else if (kind === 'skipped') {
      if (at < 0) return false
      this.waiting.splice(at, 1)
      this.over.set(entry, 'skipped')
    } else if (kind === 'deferred') {
      if (this.presenter === entry) free()
      else if (at < 0) return false
      else this.waiting.splice(at, 1)
      this.waiting.push(entry)
    } else if (kind === 'readded') {
      if (!this.over.delete(entry)) return false
      this.waiting.push(entry)
    } else {
      if (at < 0 || !isThere) return false
      this.waiting.splice(at, 1)
      put()
    }
    return true
  }
}

const entries = ['a', 'b', 'c', 'd', 'e']
const act = fc.record({
  kind: fc.constantFrom('added', 'started', ...eventKinds),
  entry: fc.constantFrom(...entries),
  before: fc.option(fc.constantFrom(...entries), { freq: 1 }),
  wait: fc.nat(20),
})

test('time used, order and what can be done are as somebody with a list and a stopwatch has them', () => {
  let done = 0
  fc.assert(
    fc.property(fc.array(act, { minLength: 10, maxLength: 60 }), fc.nat(30), (acts, rest) => {
      const watch = new Stopwatch()
      const happened: QueueEvent[] = []
      let queue = emptyQueue
      let now = 0
      for (const { wait, ...each } of acts) {
        watch.pass(wait)
        now += wait
        const event = { ...each, at: now }
        const next = queueAfter(queue, event)
        expect(next !== null).toBe(watch.do(each.kind, each.entry, each.before))
        if (!next) continue
        queue = next
        happened.push(event)
        done++
      }
      watch.pass(rest)
      now += rest
      expect(queue).toEqual(replay(happened))
      expect(queue.order).toEqual(watch.waiting)
      expect(queue.current ?? '').toBe(watch.presenter)
      for (const entry of entries) expect(usedAt(queue, entry, now)).toBe(watch.ticks.get(entry) ?? 0)
      expect(queue.over).toEqual(Object.fromEntries(watch.over))
    }),
    { numRuns: 2000 },
  )
  expect(done).toBeGreaterThan(5000)
})

test('each entry that came is in one place, and what is offered for it can be done', () => {
  fc.assert(
    fc.property(fc.array(act, { minLength: 10, maxLength: 60 }), acts => {
      const came = new Set<string>()
      let queue = emptyQueue
      for (const { wait, ...each } of acts) {
        const next = queueAfter(queue, { ...each, at: wait })
        if (next && each.kind === 'added') came.add(each.entry)
        queue = next ?? queue
      }
      for (const entry of came) {
        const places = [queue.order.includes(entry), queue.current === entry, Object.hasOwn(queue.over, entry)]
        expect(places.filter(Boolean)).toHaveLength(1)
        for (const kind of actsOn(queue, entry)) expect(queueAfter(queue, { kind, entry, at: 0 })).not.toBeNull()
      }
    }),
  )
})

test('a clock that was put back takes no time away, and what could not have happened is not read as if it had', () => {
  const started: QueueEvent[] = [
    { kind: 'added', entry: 'a', at: 1000 },
    { kind: 'started', entry: 'a', at: 1000 },
    { kind: 'paused', entry: 'a', at: 400 },
  ]
  expect(usedAt(replay(started), 'a', 9000)).toBe(0)
  expect(statusOf(replay(started), 'a')).toBe('paused')
  expect(() => replay([...started, { kind: 'started', entry: 'b', at: 2000 }])).toThrow('started could not happen to b')
})

test('those of a stage stay together, and a new stage comes last', () => {
  const stages: Record<string, string> = { a: 'Pencalonan', b: 'Pencalonan', c: 'Kampanye' }
  const place = (stage: string) => placeInStage(['a', 'b', 'c'], entry => stages[entry]!, stage)
  expect([place('Pencalonan'), place('Kampanye'), place('Rekapitulasi')]).toEqual(['c', null, null])
})

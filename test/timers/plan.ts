import { chanceOf } from '../fuzz/chance.ts'

/** What is asked of timers, or of the clock, one after the other. Times are milliseconds since 1970. */
export type Act =
  | { do: 'schedule'; key: string; dueAt: number; steps: number; fails: number }
  | { do: 'cancel'; key: string }
  | { do: 'clock'; to: number }
/** That a timer fired: when it was due, at which step, and what the clock said. */
export type Firing = { key: string; due: number; step: number; at: number }

export const start = Date.parse('2026-01-01T00:00:00Z')
const hour = 3_600_000
/** How long after one step the next is due. */
export const stepAfter = 6 * hour

/**
 * So many acts, the same for the same seed, while the clock goes three years ahead, now and then back, and once stands still for months.
 */
export function planOf(seed: number, count: number): Act[] {
  const chance = chanceOf(seed)
  const pace = Math.ceil((3 * 365 * 24 * hour) / (count * 0.4))
  const asked = new Map<string, number>()
  let now = start
  return Array.from({ length: count }, (_, index): Act => {
    const key = String(chance.below(Math.max(4, count / 8)))
    const kind = index === Math.floor(count / 2) ? 9 : chance.below(10)
    if (kind < 5) {
      const before = chance.below(4) === 0 ? asked.get(key) : undefined // the same again
      const dueAt = before ?? now + (chance.below(20 * 24) - 24) * hour + Number(key) * 1000
      asked.set(key, dueAt)
      return { do: 'schedule', key, dueAt, steps: chance.of([0, 0, 0, 1, 3]), fails: chance.of([0, 0, 0, 0, 1, 4, 20]) }
    }
    if (kind < 6) return { do: 'cancel', key }
    now += index === Math.floor(count / 2) ? 120 * 24 * hour : kind === 6 ? -chance.below(60 * 24) * hour : chance.below(2 * pace)
    return { do: 'clock', to: now }
  })
}

type Timer = { asked: number; due: number; next: number; step: number; tries: number; state: string; steps: number; fails: number }

/** What must have fired after the acts, by a second and plain computation: after each act whatever is due fires. */
export function expectedOf(acts: readonly Act[]): { firings: Firing[]; states: Record<string, string> } {
  const timers = new Map<string, Timer>()
  const firings: Firing[] = []
  let now = start
  for (const act of acts) {
    if (act.do === 'clock') now = act.to
    else if (act.do === 'cancel') {
      const timer = timers.get(act.key)
      if (timer && timer.state !== 'done') timer.state = 'cancelled'
    } else {
      const { key, dueAt, steps, fails } = act
      const timer = timers.get(key)
      if (!timer || timer.asked !== dueAt || timer.state === 'cancelled')
        timers.set(key, { asked: dueAt, due: dueAt, next: dueAt, step: 0, tries: 0, state: 'open', steps, fails })
    }
    for (;;) {
      const due = [...timers].filter(([, { state, next }]) => state === 'open' && next <= now).sort(([, a], [, b]) => a.next - b.next)[0]
      if (!due) break
      fire(...due)
    }
  }
  return { firings: inOrder(firings), states: Object.fromEntries([...timers].map(([key, { state }]) => [key, state]).sort()) }

  function fire(key: string, timer: Timer): void {
    if (timer.tries < timer.fails) {
      timer.tries++
      if (timer.tries === 16) timer.state = 'failed'
      timer.next = now + Math.min(1000 * 2 ** (timer.tries - 1), hour)
      return
    }
    firings.push({ key, due: timer.due, step: timer.step, at: now })
    timer.tries = 0
    if (timer.step === timer.steps) {
      timer.state = 'done'
      return
    }
    timer.step++
    timer.due += stepAfter
    timer.next = timer.due
  }
}

/** As they fired; those of the same moment of the clock by when they were due. */
export const inOrder = (firings: Firing[]): Firing[] =>
  firings
    .map((each, index) => ({ each, index }))
    .sort((a, b) => a.each.due - b.each.due || a.index - b.index)
    .map(({ each }) => each)

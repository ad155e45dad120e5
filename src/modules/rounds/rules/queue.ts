import type { EntryStatus, EventKind, Phase } from '../schema/kinds.ts'

/** Something that happened in a round; `at` in milliseconds, `before` what an entry is put in front of, the end where there is nothing. */
export type QueueEvent = { kind: EventKind; entry: string; before?: string | null; at: number }

/**
 * How a queue stands: `order` are those that wait, the next first. The clock of whoever presents runs since `since` (milliseconds), and
 * stands where that is null; `used` is what each has used before that, over all its turns.
 */
export type Queue = {
  order: readonly string[]
  current: string | null
  since: number | null
  used: Readonly<Record<string, number>>
  over: Readonly<Record<string, 'done' | 'skipped'>>
}

export const emptyQueue: Queue = { order: [], current: null, since: null, used: {}, over: {} }

/** The queue after what happened, the first first. Throws where something of it could not have happened. */
export function replay(events: readonly QueueEvent[]): Queue {
  return events.reduce((queue, event) => {
    const next = queueAfter(queue, event)
    if (!next) throw new Error(`${event.kind} could not happen to ${event.entry}`)
    return next
  }, emptyQueue)
}

/**
 * The queue after one event, or null where the queue does not allow it. One presents at a time; what waits can be begun, put elsewhere, to
 * the end, or passed over; who presents can be sent to the end, with the time used so far; what is over can come back to the end.
 */
export function queueAfter(queue: Queue, { kind, entry, before = null, at }: QueueEvent): Queue | null {
  const { order, current, over } = queue
  const waits = order.includes(entry)
  const presents = current === entry
  const isOver = Object.hasOwn(over, entry)
  const others = order.filter(each => each !== entry)
  switch (kind) {
    case 'added':
      if (waits || presents || isOver) return null
      return insert(queue, order, entry, before)
    case 'started':
      return waits && current === null ? { ...queue, order: others, current: entry, since: at } : null
    case 'paused':
      return presents && queue.since !== null ? { ...queue, used: usedUntil(queue, at), since: null } : null
    case 'resumed':
      return presents && queue.since === null ? { ...queue, since: at } : null
    case 'stopped':
      return presents ? { ...cleared(queue, at), over: { ...over, [entry]: 'done' } } : null
    case 'skipped':
      return waits ? { ...queue, order: others, over: { ...over, [entry]: 'skipped' } } : null
    case 'deferred':
      if (presents) return { ...cleared(queue, at), order: [...order, entry] }
      return waits ? { ...queue, order: [...others, entry] } : null
    case 'readded': {
      const { [entry]: _, ...rest } = over
      return isOver ? { ...queue, over: rest, order: [...order, entry] } : null
    }
    case 'moved':
      return waits && before !== entry ? insert(queue, others, entry, before) : null
  }
}

function insert(queue: Queue, order: readonly string[], entry: string, before: string | null): Queue | null {
  const at = before === null ? order.length : order.indexOf(before)
  return at < 0 ? null : { ...queue, order: [...order.slice(0, at), entry, ...order.slice(at)] }
}

const cleared = (queue: Queue, at: number): Queue => ({ ...queue, used: usedUntil(queue, at), current: null, since: null })

function usedUntil({ current, since, used }: Queue, at: number): Queue['used'] {
  if (current === null || since === null) return used
  return { ...used, [current]: (used[current] ?? 0) + Math.max(0, at - since) }
}

/** What an entry has used until now, in milliseconds. */
export const usedAt = (queue: Queue, entry: string, now: number): number => usedUntil(queue, now)[entry] ?? 0

export const phaseOf = ({ current, since }: Pick<Queue, 'current' | 'since'>): Phase =>
  current === null ? 'idle' : since === null ? 'paused' : 'speaking'

export function statusOf({ order, current, since, over }: Queue, entry: string): EntryStatus {
  if (current === entry) return since === null ? 'paused' : 'presenting'
  return order.includes(entry) ? 'waiting' : (over[entry] ?? 'skipped')
}

/** What can be done with an entry now, of what is done to one that is there. */
export const actsOn = (queue: Queue, entry: string): EventKind[] =>
  (['started', 'paused', 'resumed', 'stopped', 'deferred', 'skipped', 'readded', 'moved'] as const).filter(
    kind => queueAfter(queue, { kind, entry, at: queue.since ?? 0 }) !== null,
  )

/**
 * In front of which a new entry stands so that those of a stage stay together: behind the last that waits of its stage, at the end where
 * none does.
 */
export function placeInStage(order: readonly string[], stageOf: (entry: string) => string, stage: string): string | null {
  const last = order.findLastIndex(each => stageOf(each) === stage)
  return last < 0 ? null : (order[last + 1] ?? null)
}

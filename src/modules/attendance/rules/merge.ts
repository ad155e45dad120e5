import { type AttendanceEvent, bySeat, inOrder, withoutVoided } from './events.ts'

/** What became of each event that came: taken, known already as it is, or known with something else in it. */
export type Merged = { recorded: AttendanceEvent[]; known: string[]; differing: string[] }

/**
 * Takes what has come into what is there, by id. So any order, any part of it sent again, and any two desks' at the same time come to the
 * same: the events of all, each once. What a known id comes with the second time is not taken in its place.
 */
export function merge(have: ReadonlyMap<string, AttendanceEvent>, come: readonly AttendanceEvent[]): Merged {
  const fresh = new Map<string, AttendanceEvent>()
  const merged: Merged = { recorded: [], known: [], differing: [] }
  for (const event of come) {
    const earlier = have.get(event.id) ?? fresh.get(event.id)
    if (!earlier) {
      fresh.set(event.id, event)
      merged.recorded.push(event)
    } else (isSame(earlier, event) ? merged.known : merged.differing).push(event.id)
  }
  return merged
}

const fields = ['invitee', 'session', 'kind', 'at', 'mode', 'source', 'proxy', 'of'] as const
const isSame = (a: AttendanceEvent, b: AttendanceEvent): boolean => fields.every(field => a[field] === b[field])

/** Somebody to look at: noted as coming at one desk while already there by another. One presence all the same. */
export type Conflict = { session: string; invitee: string; first: string; second: string }

/** Of those that stand; each coming once, beside the one that it follows. */
export function conflictsIn(events: readonly AttendanceEvent[]): Conflict[] {
  return [...bySeat(withoutVoided(events)).values()].flatMap(own => {
    let there: AttendanceEvent | undefined
    return inOrder(own).flatMap(event => {
      if (event.mode !== 'onsite') return []
      if (event.kind === 'out') there = undefined
      if (event.kind !== 'in') return []
      const before = there
      there = event
      const isTwice = before && (before.source !== event.source || before.proxy !== event.proxy)
      return isTwice ? [{ session: event.session, invitee: event.invitee, first: before.id, second: event.id }] : []
    })
  })
}

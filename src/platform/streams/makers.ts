import { enterAfter, roomFor } from '../intake/room.ts'
import { Refusal } from '../refusals/refusal.ts'
import { Crowded } from '../refusals/unavailable.ts'
import { refusals } from './refusal-words.ts'

/** Places for those who have something made at once; whoever finds none waits in turn. */
export type Makers = { enter(person: string | null): Promise<() => void>; enterAsStranger(): Promise<() => void> }

/**
 * `all` at once, of one person `own` with those that wait, for at most `wait` milliseconds. Refuses `too_many` or `unavailable`. A command
 * is a process of its own, where the operator's (`null`) are not counted. All strangers together have half of them, and wait for their
 * turn as long before they wait with the others, however many they are.
 */
export function makersFor({ all, own, wait }: { all: number; own: number; wait: number }): Makers {
  const room = roomFor(all, wait, busy)
  const turns = roomFor(Math.max(1, Math.floor(all / 2)), wait, busy)
  const counts = new Map<string, number>()
  const count = (person: string, more: number) => {
    const now = (counts.get(person) ?? 0) + more
    if (now) counts.set(person, now)
    else counts.delete(person)
  }
  return {
    async enter(person) {
      if (person && (counts.get(person) ?? 0) >= own) throw tooMany()
      if (person) count(person, 1)
      return enterAfter(() => {
        if (person) count(person, -1)
      }, room)
    },
    enterAsStranger: async () => enterAfter(await turns.enter(1), room),
  }
}

export const tooMany = (): Refusal => new Refusal('too_many', refusals.ownDownloadsWaiting)
/** Seconds after which a place may well be free. */
const later = 30
const busy = (): Crowded => new Crowded(refusals.tooManyDownloads({ seconds: later }), later)

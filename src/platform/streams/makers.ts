import { roomFor } from '../intake/room.ts'
import { Refusal } from '../refusals/refusal.ts'
import { refusals } from './refusal-words.ts'

/** Places for those who have something made at once; whoever finds none waits in turn. */
export type Makers = { enter(person: string | null): Promise<() => void> }

/**
 * `all` at once, of one person `own` with those that wait, for at most `wait` milliseconds. Refuses `too_many` or `unavailable`. A command
 * is a process of its own, where the operator's (`null`) are not counted.
 */
export function makersFor({ all, own, wait }: { all: number; own: number; wait: number }): Makers {
  const room = roomFor(all, wait, busy)
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
      const forget = () => {
        if (person) count(person, -1)
        person = null
      }
      const leave = await room.enter(1).catch(error => {
        forget()
        throw error
      })
      return () => {
        forget()
        leave()
      }
    },
  }
}

export const tooMany = (): Refusal => new Refusal('too_many', refusals.otherDownloadsStillBeing)
const busy = (): Refusal => new Refusal('unavailable', refusals.manyLargeDownloadsBeing)

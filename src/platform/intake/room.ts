import { Refusal } from '../refusals/refusal.ts'
import { refusals } from './refusal-words.ts'

/** Bytes that may be in memory at once, over all requests, or places. Whoever goes away (`signal`) waits no longer. */
export type Room = { enter(bytes: number, signal?: AbortSignal): Promise<() => void> }

/** How long somebody waits for a place, in milliseconds. */
const patience = 60_000

/**
 * Whoever comes when it is full waits in turn, and gives back a place once by what `enter` resolves to. Refuses `unavailable` after a
 * minute.
 */
export function roomFor(total: number, wait = patience, refusal = full): Room {
  const waiting: { bytes: number; admit: () => void }[] = []
  let free = total
  const next = () => {
    while (waiting[0] && waiting[0].bytes <= free) {
      const { bytes, admit } = waiting.shift()!
      free -= bytes
      admit()
    }
  }
  return {
    async enter(bytes, signal) {
      const mine = { bytes: Math.min(bytes, total), admit: () => {} }
      await new Promise<void>((resolve, reject) => {
        const giveUp = () => {
          clearTimeout(timer)
          const at = waiting.indexOf(mine)
          if (at >= 0) waiting.splice(at, 1)
          next()
          reject(refusal())
        }
        const timer = setTimeout(giveUp, wait)
        mine.admit = () => {
          clearTimeout(timer)
          signal?.removeEventListener('abort', giveUp)
          resolve()
        }
        if (signal?.aborted) return giveUp()
        signal?.addEventListener('abort', giveUp, { once: true })
        waiting.push(mine)
        next()
      })
      let left = false
      return () => {
        if (left) return
        left = true
        free += mine.bytes
        next()
      }
    },
  }
}

/** Places for those who come from somewhere; from where is not always known (`null`). What `enter` resolves to gives one back, once. */
export type Places = { enter(from: string | null, signal?: AbortSignal): Promise<() => void> }

/** All have their place in `room`, and of one place as many as `own` takes: first one waits for one of their own, then for one of all. */
export function placesFor(room: Room, own: () => Room): Places {
  const places = new Map<string, { room: Room; count: number }>()
  async function enterOwn(from: string, signal?: AbortSignal): Promise<() => void> {
    const mine = places.get(from) ?? { room: own(), count: 0 }
    places.set(from, mine)
    mine.count++
    const forget = () => {
      if (--mine.count === 0) places.delete(from)
    }
    return enterAfter(forget, mine.room, signal)
  }
  return { enter: async (from, signal) => enterAfter(from === null ? () => {} : await enterOwn(from, signal), room, signal) }
}

/** One more place for whoever holds something already: `letGo` of that comes with leaving, once, and at once where there is no place. */
export async function enterAfter(letGo: () => void, room: Room, signal?: AbortSignal): Promise<() => void> {
  const leave = await room.enter(1, signal).catch(error => {
    letGo()
    throw error
  })
  let left = false
  return () => {
    if (left) return
    left = true
    leave()
    letGo()
  }
}

export const full = (): Refusal => new Refusal('unavailable', refusals.tooManyUploads)

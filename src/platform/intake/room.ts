import { Refusal } from '../refusals/refusal.ts'
import { refusals } from './refusal-words.ts'

/** Bytes that may be in memory at once, over all requests. */
export type Room = { enter(bytes: number): Promise<() => void> }

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
    async enter(bytes) {
      const mine = { bytes: Math.min(bytes, total), admit: () => {} }
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.splice(waiting.indexOf(mine), 1)
          next()
          reject(refusal())
        }, wait)
        mine.admit = () => {
          clearTimeout(timer)
          resolve()
        }
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

export const full = (): Refusal => new Refusal('unavailable', refusals.tooManyUploads)

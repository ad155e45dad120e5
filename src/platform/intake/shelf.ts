import type { Refusal } from '../refusals/refusal.ts'

/**
 * Bytes that wait while the rest of what was sent is still to come, which takes as long as its sender likes: bounded over all requests and
 * for each owner, so that nobody fills it alone. Unlike a room, it makes nobody wait.
 */
export type Shelf = { place(owner: string): Place }
/** What one request, or one file of it, has there. `leave` gives all of it back; what is not to be had is refused, and nothing taken. */
export type Place = { take(bytes: number): void; leave(): void }

export function shelfFor(total: number, each: number, full: () => Refusal): Shelf {
  const owned = new Map<string, number>()
  let all = 0
  const add = (owner: string, bytes: number) => {
    const own = (owned.get(owner) ?? 0) + bytes
    if (own) owned.set(owner, own)
    else owned.delete(owner)
    all += bytes
  }
  return {
    place(owner) {
      let mine = 0
      return {
        take(bytes) {
          if (all + bytes > total || (owned.get(owner) ?? 0) + bytes > each) throw full()
          add(owner, bytes)
          mine += bytes
        },
        leave() {
          add(owner, -mine)
          mine = 0
        },
      }
    },
  }
}

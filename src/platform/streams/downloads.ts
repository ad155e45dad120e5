import { type Room, roomFor } from '../intake/room.ts'
import { Crowded } from '../refusals/unavailable.ts'
import { refusals } from './refusal-words.ts'

/** Places for files that are open because whoever asked still reads them; what `enter` resolves to gives one back, once. */
export type Downloads = { enter(place: string | null): Promise<() => void> }

/**
 * `all` at once, `own` of them from one place, so that the others wait for none of its readers; from where is not always known (`null`).
 * Whoever finds none free waits in turn for at most `wait` milliseconds, first for one of their place, then for one of all. Refuses
 * `unavailable`.
 */
export function downloadsFor({ all, own, wait }: { all: number; own: number; wait: number }): Downloads {
  const room = roomFor(all, wait, othersRead)
  const places = new Map<string, { room: Room; count: number }>()
  async function enterOwn(place: string): Promise<() => void> {
    const mine = places.get(place) ?? { room: roomFor(own, wait, ownRead), count: 0 }
    places.set(place, mine)
    mine.count++
    const forget = () => {
      if (--mine.count === 0) places.delete(place)
    }
    const leave = await mine.room.enter(1).catch(error => {
      forget()
      throw error
    })
    return () => {
      leave()
      forget()
    }
  }
  return {
    async enter(place) {
      const leaveOwn = place === null ? () => {} : await enterOwn(place)
      const leave = await room.enter(1).catch(error => {
        leaveOwn()
        throw error
      })
      let left = false
      return () => {
        if (left) return
        left = true
        leave()
        leaveOwn()
      }
    },
  }
}

/** Seconds after which a place may well be free. */
const later = 60
const othersRead = (): Crowded => new Crowded(refusals.manyOthersDownload({ seconds: later }), later)
const ownRead = (): Crowded => new Crowded(refusals.networkStillDownloads({ seconds: later }), later)

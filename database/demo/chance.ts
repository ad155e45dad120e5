/** Chance that falls the same way each time (mulberry32), so that every demo world is alike. */
export type Chance = { next(): number; pick<T>(from: readonly T[]): T }

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  return { next, pick: from => from[Math.floor(next() * from.length)]! }
}

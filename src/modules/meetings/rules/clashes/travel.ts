import { folded } from '../../../../platform/reading/text.ts'
import type { Mode } from '../../schema/meetings.ts'
import type { Travel } from './clashes.ts'

/**
 * Minutes from door to door between two places, by how far apart their regions are (docs/decisions/048): another place of the same regency
 * or city, another regency of the province, another province of the same island group, another island group, and one of them
 * Maluku or Papua.
 */
export const travelMinutes = { regency: 60, province: 180, island: 360, sea: 480, east: 720 } as const
export const longestTravel = Math.max(...Object.values(travelMinutes))

/**
 * Where somebody must be as one text that is equal for one place: the code of its region and what the place is called, in whatever way it
 * is written. Null where one may take part from anywhere: online, or both ways.
 */
export const placeKey = (mode: Mode, region: string, place: string | null): string | null =>
  mode === 'onsite' ? `${regionOf(region)} ${folded(place ?? '')}` : null

/** Of a district its regency; the national office stands in Jakarta Pusat. */
const regionOf = (code: string): string => (code === '00' ? '31.71' : code.slice(0, 5))

/** How long somebody needs from one `placeKey` to another; nothing from or to where one may take part from anywhere. */
export const travel: Travel = (from, to) => {
  if (from === null || to === null || from === to) return 0
  let same = 0
  while (from.charCodeAt(same) === to.charCodeAt(same) && from[same] !== ' ') same++
  if (from[same] === ' ' && to[same] === ' ') return travelMinutes.regency
  if (same >= 2) return travelMinutes.province
  const [island, another] = [islandOf(from), islandOf(to)]
  if (island === another) return travelMinutes.island
  return island >= '8' || another >= '8' ? travelMinutes.east : travelMinutes.sea
}

/**
 * The first digit of the code of a province: 1 and 2 Sumatra, 3 Java, 5 Bali and Nusa Tenggara, 6 Kalimantan, 7 Sulawesi, 8 Maluku,
 * 9 Papua.
 */
const islandOf = (key: string): string => (key[0] === '2' ? '1' : key[0]!)

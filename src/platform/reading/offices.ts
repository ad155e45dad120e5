import { readCode } from './codes.ts'
import { type Level, type NameReading, readOfficeName } from './office-names.ts'
import { otherNames } from './place-names.ts'

export type Office = { code: string; name: string }

/** What a row says of its office: its code when that is certain, else the problem and the codes that the row may mean. */
export type FoundOffice = { office: string | null; problem: 'office_unknown' | 'office_conflict' | null; candidates: string[] }
export type OfficeIndex = { resolve(code: string, name: string): FoundOffice }

/**
 * Finds offices by the two columns of a row. The code decides, and the name must not contradict it; without a code the name must
 * mean exactly one office: `KPU Mojokerto` alone is a regency and a city, beside 35.76 it is the city. Offices: national `00`,
 * provinces `35`, regencies and cities `35.76`; in Aceh (11) the commission is called KIP.
 */
export function officeIndex(offices: readonly Office[]): OfficeIndex {
  const codes = new Set(offices.map(office => office.code))
  const names = indexNames(offices)
  const seen = new Map<string, FoundOffice>()
  return {
    resolve(code, name) {
      const key = `${code}\n${name}`
      const known = seen.get(key)
      if (known) return known
      const found = decide(codeIn(code, codes) ?? codeIn(name, codes), officesNamed(names, name.trim() ? name : code))
      seen.set(key, found)
      return found
    },
  }
}

function decide(code: string | null, { found, near }: { found: string[]; near: string[] }): FoundOffice {
  if (code && (found.length === 0 || found.includes(code))) return { office: code, problem: null, candidates: [] }
  if (code) return { office: null, problem: 'office_conflict', candidates: [code, ...found] }
  if (found.length === 1) return { office: found[0]!, problem: null, candidates: [] }
  return { office: null, problem: 'office_unknown', candidates: found.length > 0 ? found : near }
}

function codeIn(text: string, codes: Set<string>): string | null {
  const code = text.length > 200 ? '' : readCode(text)
  return codes.has(code) ? code : null
}

type Names = { byName: Map<string, string[]>; provinces: [name: string, code: string][] }

const keyOf = (level: Level | null, place: string) => `${level ?? ''}:${place}`

/** The first reading that any office has; `near` are those of the same place at another level. */
function officesNamed({ byName, provinces }: Names, text: string): { found: string[]; near: string[] } {
  const readings = readOfficeName(text).flatMap(reading => [reading, ...withProvinceBehind(reading, provinces)])
  for (const reading of readings) {
    const found = byName.get(keyOf(reading.level, reading.place))
    if (found) return { found: within(found, provinces.find(([name]) => name === reading.province)?.[1]), near: [] }
  }
  return { found: [], near: readings.flatMap(reading => byName.get(keyOf(null, reading.place)) ?? []) }
}

/** `Kota Malang Jawa Timur`: the province stands behind the place with nothing between. */
function withProvinceBehind(reading: NameReading, provinces: Names['provinces']): NameReading[] {
  return provinces
    .filter(([name]) => reading.place.length > name.length && reading.place.endsWith(name))
    .map(([name]) => ({ ...reading, place: reading.place.slice(0, -name.length), province: name }))
}

/** The offices of a province, if one is named; a province that has none of them is one more possibility, so that a person looks. */
function within(found: string[], province: string | undefined): string[] {
  if (!province) return found
  const inside = found.filter(code => code.startsWith(province))
  return inside.length > 0 ? inside : [...found, province]
}

/** The level of each office and its place, such as `mojokerto`, in letters and digits. */
export const placesOf = (offices: readonly Office[]): { code: string; level: Level; place: string }[] =>
  offices.map(({ code, name }) => {
    const [reading] = readOfficeName(name)
    const level: Level = code === '00' ? 'national' : code.length === 2 ? 'province' : reading?.level === 'city' ? 'city' : 'regency'
    return { code, level, place: reading?.place ?? '' }
  })

function indexNames(offices: readonly Office[]): Names {
  const byName = new Map<string, string[]>()
  const add = (key: string, code: string) => byName.set(key, [...new Set([...(byName.get(key) ?? []), code])])
  const named = placesOf(offices)
  for (const { code, level, place } of named) for (const key of [keyOf(level, place), keyOf(null, place)]) add(key, code)
  for (const { code, level, place } of named) {
    const short = place.replace(/^(?:kepulauan|pulau|di(?=yogya)|dki)|kepulauan$/, '')
    if (short !== place && !byName.has(keyOf(level, short))) for (const key of [keyOf(level, short), keyOf(null, short)]) add(key, code)
    for (const other of otherNames[code] ?? [])
      for (const key of [keyOf(level, other), keyOf(null, other)]) if (!byName.has(key)) add(key, code)
  }
  const provinces = named.filter(({ level }) => level === 'province').map(({ place, code }): [string, string] => [place, code])
  return { byName, provinces }
}

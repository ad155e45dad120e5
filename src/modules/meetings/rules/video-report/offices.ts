import { separateWords } from '../../../../platform/reading/cell-words.ts'
import { readOfficeName } from '../../../../platform/reading/office-names.ts'
import { type Office, placesOf } from '../../../../platform/reading/offices.ts'

/** The codes of the offices that a text means, in their order. */
export type OfficeMentions = (text: string) => string[]

/**
 * Reads in a text that people write beside their name which offices it means: `3573 Malang`, `Budi_KPU Kab. Malang`, `prov_jatim`. Only a
 * code at the start, and places behind the words for a level or for the commission, count; neither `Budi` nor `Malang` alone do.
 * @param offices all of them; made once, a text is then read in the time that its length takes
 */
export function officeMentions(offices: readonly Office[]): OfficeMentions {
  const codes = new Set(offices.flatMap(({ code }) => (/^\d\d\.\d\d$/.test(code) ? [code] : [])))
  const places = indexPlaces(offices)
  return text => {
    const { all, provinces } = mentionsIn(separateWords(text).split(' '), places)
    const inside = [...all].filter(code => provinces.has(code.slice(0, 2)) && code.length > 2)
    const named = inside.length ? new Set(inside) : all
    const code = codeAtStart(text)
    if (code === null || !codes.has(code)) return [...named].toSorted()
    return named.size === 0 || named.has(code) ? [code] : [...named, code].toSorted()
  }
}

/** `3573`, `35.73` and `35,73`, unless one more digit follows. */
function codeAtStart(text: string): string | null {
  const [, province, regency] = /^\s*(\d\d)[.,]?(\d\d)(?!\d)/.exec(text.slice(0, 200).normalize('NFKC')) ?? []
  return regency === undefined ? null : `${province}.${regency}`
}

/** Places by their letters and digits, with the codes of the offices there, and how many letters the longest has. */
type Places = Map<string, string[]>
type IndexName = 'regency' | 'city' | 'province' | 'any'
type PlacesByWord = Record<IndexName, Places> & { longest: number }

function indexPlaces(offices: readonly Office[]): PlacesByWord {
  const places: PlacesByWord = { regency: new Map(), city: new Map(), province: new Map(), any: new Map(), longest: 0 }
  const add = (level: 'regency' | 'city' | 'province', place: string, code: string) => {
    for (const index of [places[level], places.any]) index.set(place, [...new Set([...(index.get(place) ?? []), code])])
    places.longest = Math.max(places.longest, place.length)
  }
  for (const { code, level, place } of placesOf(offices)) {
    if (level === 'national') for (const word of ['ri', 'pusat']) places.any.set(word, [code])
    else if (place !== '') for (const name of level === 'province' ? [place, ...shorter(place)] : [place]) add(level, name, code)
  }
  for (const word of abbreviations) {
    const [reading] = readOfficeName(`Provinsi ${word}`)
    for (const code of places.province.get(reading?.place ?? '') ?? []) add('province', word, code)
  }
  return places
}

/** The two special provinces are also called by their place alone. */
const shorter = (place: string): string[] => {
  const [, rest] = /^(?:dki|di)(?=jakarta$|yogyakarta$)(.+)$/.exec(place) ?? []
  return rest === undefined ? [] : [rest]
}

const abbreviations = [
  ...['sumut', 'sumbar', 'sumsel', 'babel', 'kepri', 'jabar', 'jateng', 'diy', 'jatim', 'ntb', 'ntt', 'kalbar', 'kalteng', 'kalsel'],
  ...['kaltim', 'kaltara', 'sulut', 'sulteng', 'sulsel', 'sultra', 'sulbar', 'malut'],
]

/** All offices that the words mean, and the provinces that the word for one names. */
function mentionsIn(spelled: readonly string[], places: PlacesByWord): { all: Set<string>; provinces: Set<string> } {
  const words = spelled.map(word => (word === 'kep' ? 'kepulauan' : word))
  const all = new Set<string>()
  const provinces = new Set<string>()
  words.forEach((word, at) => {
    const level = levelOf(word, words, at)
    if (level === null) return
    for (const code of longestPlace(places[level], words, at + 1, places.longest)) {
      all.add(code)
      if (level === 'province') provinces.add(code)
    }
  })
  return { all, provinces }
}

function levelOf(word: string, words: readonly string[], at: number): IndexName | null {
  if (word === 'umum') return words[at - 1] === 'pemilihan' && words[at - 2] === 'komisi' ? 'any' : null
  return levels.get(word) ?? null
}

const levels = new Map<string, IndexName>([
  ...['kab', 'kabupaten'].map(word => [word, 'regency'] as const),
  ...['kota', 'kodya', 'kotamadya'].map(word => [word, 'city'] as const),
  ...['prov', 'provinsi', 'propinsi'].map(word => [word, 'province'] as const),
  ...['kpu', 'kip', 'kpud'].map(word => [word, 'any'] as const),
])

/** The offices of the longest place that the words from here on spell; spaces do not matter. */
function longestPlace(places: Places, words: readonly string[], from: number, longest: number): string[] {
  let spelled = ''
  let best: string[] = []
  for (let at = from; at < words.length; at++) {
    spelled += words[at]
    if (spelled.length > longest) break
    best = places.get(spelled) ?? best
  }
  return best
}

import { placeWords } from './place-names.ts'
import { folded, joined, plain } from './text.ts'

export type Level = 'national' | 'province' | 'regency' | 'city'
/** One way to read a name: the level if it is stated, the place without spaces, and the province beside it, if any. */
export type NameReading = { level: Level | null; place: string; province: string | null }

/**
 * The ways to read the name of an office, likeliest first: `KPU Kab. Mojokerto`, `KIP Aceh`, `Mojokerto, Kota`, `KPU Kota Malang
 * (Jawa Timur)`, `KPU RI`. Names that hold the word *kota* themselves (Kotamobagu, Lima Puluh Kota) are why there are several.
 */
export function readOfficeName(text: string): NameReading[] {
  if (text.length > 200) return []
  const parts = plain(text)
    .split(/[,;()|]| - /)
    .map(part => expand(joined(folded(part))))
  const [whole, ...more] = parts.map(withoutCommission).filter(part => part !== '')
  if (whole === undefined || national.test(whole))
    return parts.some(part => nationalWords.test(part)) ? [{ level: 'national', place: '', province: null }] : []
  const beside = /^(.+?) (?:provinsi|propinsi|prov)\b(.+)$/.exec(whole)
  const head = beside?.[1] ?? whole
  const words = head.split(' ')
  const aside = more.map(part => levels[part]).find(Boolean)
  const province = beside?.[2] ?? more.find(part => !levels[part])?.replace(/^(provinsi|propinsi|prov) /, '')
  const read = (level: Level | null, rest: string[]): NameReading => ({
    level,
    place: rest.join(''),
    province: province?.replaceAll(' ', '') ?? null,
  })

  if (/^(kab|kabupaten) kota$/.test(words.slice(0, 2).join(' '))) return [read(null, words.slice(2)), read('regency', words.slice(1))]
  const [first, last] = [levels[words[0]!], levels[words.at(-1)!]]
  return [
    ...(aside ? [read(aside, words)] : []),
    ...(first && words.length > 1 ? [read(first, words.slice(1))] : []),
    read(null, words),
    ...(last && words.length > 1 ? [read(last, words.slice(0, -1))] : []),
  ]
}

const levels: Record<string, Level | undefined> = {
  provinsi: 'province',
  propinsi: 'province',
  prov: 'province',
  kabupaten: 'regency',
  kabupatan: 'regency',
  kabupten: 'regency',
  kab: 'regency',
  kota: 'city',
  kotamadya: 'city',
  kotamadia: 'city',
  kodya: 'city',
}

const commission =
  /^(?:komisi (?:pemilihan umum|independen pemilihan)|kpud?|kip|sekretariat jenderal|sekretariat|setjen|satuan kerja|satker|kantor|daerah(?! (?:istimewa|khusus))|ri|republik indonesia)(?: |$)/
const national = /^(?:ri|republik indonesia|indonesia|pusat|nasional)$/
const nationalWords = /\b(?:ri|indonesia|pusat|nasional|setjen|sekretariat jenderal)\b/

/** Takes off the commission's own names, and the code that some put before or behind. */
function withoutCommission(said: string): string {
  const rest = said
    .replace(/^[\d ]+ | [\d ]+$|^[\d ]+$/g, '')
    .replace(commission, '')
    .trim()
  return rest === said ? said : withoutCommission(rest)
}

function expand(said: string): string {
  return placeWords
    .reduce((name, [spelling, usual]) => name.replace(spelling, usual), said)
    .replace(/ +/g, ' ')
    .trim()
}

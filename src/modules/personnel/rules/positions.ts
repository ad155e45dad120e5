import { wordsOf } from '../../../platform/reading/cell-words.ts'
import { type PositionKind, type Unit, units } from '../../organisation/schema.ts'
import type { SaidPerson } from '../schema.ts'

/** Kinds of positions, by the first of these that the words of a position contain. */
const kinds: [PositionKind, string][] = [
  ['wakil_ketua_divisi', 'wakil ketua divisi|wakadiv|wakil koordinator divisi'],
  ['ketua', 'ketua(?! divisi(?: |$))'],
  ['ketua_divisi', 'ketua divisi|kadiv|kordiv|koordinator divisi'],
  ['anggota', 'anggota|komisioner'],
  ['sekretaris_jenderal', 'sekretaris jenderal|sekretaris jendral|sekjen|sekjend'],
  ['sekretaris', 'sekretaris'],
  ['kepala_biro', 'kepala biro|ka biro|karo'],
  ['kepala_bagian', 'kepala bagian|ka bagian|kabag'],
  ['kepala_subbagian', '(?:kepala|ka) (?:subbagian|sub bagian|subbag|sub bag)|kasubbag|kasubag'],
  ['pejabat_fungsional', 'fungsional|penata kelola|pranata'],
  ['operator', 'operator|admin'],
  ['staf', 'staf|staff|pelaksana'],
]

const unitWords: Record<Unit, string> = {
  keuangan: 'keuangan|keu|umum|logistik|kul|rumah tangga',
  sosdiklih: 'sosialisasi|sosdiklih|pendidikan|parmas|partisipasi|sdm',
  data: 'perencanaan|rendatin|data|informasi',
  teknis: 'teknis',
  hukum: 'hukum',
}

type ActingAs = SaidPerson['acting']
export type ReadPosition = Pick<SaidPerson, 'position' | 'unit' | 'acting'>

/**
 * What a position is: `Plt. Kasubbag Hukum dan SDM` is `kepala_subbagian` of `hukum`, acting `plt`. The name of the commission does not
 * count, since *umum* is also a unit. Without a known kind neither position nor unit is known.
 */
export function readPosition(text: string): ReadPosition {
  const { acting, rest } = withoutActing(text)
  const words = wordsOf(rest)
    .replace(/(?<!\S)komisi pemilihan umum(?!\S)/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
  const kind = patterns.find(({ pattern }) => pattern.test(words))?.kind ?? null
  return { position: kind, unit: kind && firstUnit(words), acting }
}

const isWhole = (pattern: string): RegExp => new RegExp(`(?:^| )(?:${pattern})(?= |$)`)
const patterns = kinds.map(([kind, words]) => ({ kind, pattern: isWhole(words) }))
const unitPatterns = units.map(unit => ({ unit, pattern: isWhole(unitWords[unit]) }))

function firstUnit(words: string): Unit | null {
  const found = unitPatterns.flatMap(({ unit, pattern }) => {
    const at = words.search(pattern)
    return at < 0 ? [] : [{ unit, at }]
  })
  return found.toSorted((a, b) => a.at - b.at)[0]?.unit ?? null
}

function withoutActing(text: string): { acting: ActingAs; rest: string } {
  const behind = /^(.*)\(([^()]*)\)\s*\.?\s*$/s.exec(text)
  const actingBehind = behind && actingWords.get(wordsOf(behind[2]!))
  if (actingBehind) return { acting: actingBehind, rest: behind[1]! }
  const words = wordsOf(text)
  for (const [spelling, acting] of actingWords)
    if (words === spelling || words.startsWith(`${spelling} `)) return { acting, rest: words.slice(spelling.length) }
  return { acting: 'none', rest: text }
}

const actingWords = new Map<string, ActingAs>([
  ['plt', 'plt'],
  ['pelaksana tugas', 'plt'],
  ['plh', 'plh'],
  ['pelaksana harian', 'plh'],
])

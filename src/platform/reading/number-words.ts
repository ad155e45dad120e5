/**
 * The number that words and digits say together: `12`, `dua belas`, `duabelas`, `12 dua belas` (what `12 (dua belas)` leaves),
 * `dua ribu dua puluh dua`. Null when they say none, or two different ones.
 */
export function numberOf(words: readonly string[]): number | null {
  const digits = words.filter(word => /^\d+$/.test(word)).map(Number)
  const rest = words.filter(word => !/^\d+$/.test(word))
  const said = rest.length > 0 ? [...digits, fromWords(rest)] : digits
  return said.length > 0 && said.every(number => number === said[0]) ? said[0]! : null
}

export const isNumberWord = (word: string): boolean => /^\d+$/.test(word) || split(word).every(part => part in units || part in scales)

const units: Record<string, number> = { nol: 0, satu: 1, dua: 2, tiga: 3, empat: 4, lima: 5, enam: 6, tujuh: 7, delapan: 8, sembilan: 9 }
const scales: Record<string, number> = { belas: 10, puluh: 10, ratus: 100, ribu: 1000 }

/** `duabelas` is `dua belas`, `sebelas` is `satu belas`. */
const split = (word: string) =>
  word
    .replace(/(belas|puluh|ratus|ribu)$/, ' $1')
    .replace(/^se /, 'satu ')
    .trim()
    .split(' ')

/** Indonesian numbers to 9,999: each scale takes the unit before it, and scales go down. */
function fromWords(words: readonly string[]): number | null {
  let total = 0
  let least = 10_000
  let unit: number | null = null
  for (const part of words.flatMap(split)) {
    const scale = scales[part]
    if (scale === undefined) {
      if (unit !== null || !(part in units) || least === 1) return null
      unit = units[part]!
    } else {
      if (!unit || scale >= least) return null
      total += part === 'belas' ? 10 + unit : unit * scale
      least = part === 'belas' ? 1 : scale
      unit = null
    }
  }
  return total + (unit ?? 0)
}

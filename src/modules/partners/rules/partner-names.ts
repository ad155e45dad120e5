import { remembered } from '../../../platform/reading/remembered.ts'
import { folded, joined, plain } from '../../../platform/reading/text.ts'
import { capitals, cutWords, madeWords, small } from './partner-words.ts'

/** A partner's name for comparing: case, spaces, punctuation and usual abbreviations do not count. `P.T. Suara` is `pt suara`. */
export const foldName: (name: string) => string = remembered(name =>
  joined(folded(name.replaceAll('&', ' dan ').replace(spelledForm, '$1$2 ')))
    .replace(/\bperseroan terbatas\b/g, 'pt')
    .split(' ')
    .map(word => wholeWords.get(word) ?? word)
    .join(' '),
)

/** `P. T.` in front is one word, whatever letters follow it. */
const spelledForm = /^\s*(p|c|u)\.?\s?(t|v|d)\.(?=\s)/i

const wholeWords = new Map([...Object.entries(cutWords), ...Object.entries(madeWords)])

/**
 * How a name should stand in the register, from the spellings of it that a file has: the best-written one, with one space, whole
 * words for abbreviations, `PT` without a full stop; a name that stands only in capitals or only in small letters is set in title
 * case. Ties go to the most frequent, then to the first.
 */
export function chooseName(spellings: ReadonlyMap<string, number>): string {
  let best = { name: '', quality: -1, times: 0 }
  for (const [spelling, times] of spellings) {
    const name = faithful(tidy(spelling), plain(spelling))
    const quality = qualityOf(name)
    if (quality > best.quality || (quality === best.quality && times > best.times)) best = { name, quality, times }
  }
  return best.quality < 0.5 ? faithful(titled(best.name), best.name) : best.name
}

/** Better writing must not make another partner of it. */
const faithful = (better: string, before: string) => (foldName(better) === foldName(before) ? better : before)

/** One line, abbreviations written out where that changes nothing else. */
function tidy(name: string): string {
  if (name.length > 300) return plain(name)
  const words = plain(name)
    .replace(/(?<!\p{L})(\p{L})\.\s?(?=\p{L}(?!\p{L}))/gu, '$1')
    .replace(/(?<=\p{Ll})\.(?=\p{Lu})/gu, '. ')
    .replace(/^(pt|cv|ud)\.(?=\p{L})/iu, '$1. ')
    .replace(/^[\s.,;:-]+|[\s.,;:-]+$/g, '')
    .split(' ')
    .map(word => {
      const bare = word.replace(/\.+$/, '')
      const whole = Object.hasOwn(cutWords, bare.toLowerCase()) ? cutWords[bare.toLowerCase()]! : null
      if (whole) return /^\p{Lu}/u.test(word) ? titled(whole) : whole
      return word !== bare && capitals.has(bare.toUpperCase()) ? bare.toUpperCase() : word
    })
  return words.join(' ')
}

/** The share of words that are written as names are: `Dan` and `INDONESIA` are not, `dan`, `Indonesia`, `PT` and `TVOne` are. */
function qualityOf(name: string): number {
  const words = name.split(' ').filter(word => /\p{L}/u.test(word))
  const letters = words.filter(word => !capitals.has(word.toUpperCase()))
  if (letters.length === 0) return words.every(word => word === word.toUpperCase()) ? 1 : 0
  const well = letters.filter(word =>
    small.has(word.toLowerCase()) ? word === word.toLowerCase() : /^[^\p{L}]*\p{Lu}.*\p{Ll}/u.test(word),
  )
  return well.length / letters.length
}

function titled(name: string): string {
  return name
    .split(' ')
    .map((word, i) => {
      const lower = word.toLowerCase()
      if (small.has(lower) && i > 0) return lower
      const bare = word.replace(/[^\p{L}]/gu, '').toUpperCase()
      return capitals.has(bare)
        ? word.toUpperCase()
        : lower.replace(/(^|[-/("])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    })
    .join(' ')
}

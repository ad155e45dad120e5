import { editDistance } from './text.ts'

const names = [
  ['januari', 'january'],
  ['februari', 'february', 'pebruari'],
  ['maret', 'march', 'mrt'],
  ['april'],
  ['mei', 'may'],
  ['juni', 'june'],
  ['juli', 'july'],
  ['agustus', 'august', 'agt', 'ags', 'agst', 'agts'],
  ['september'],
  ['oktober', 'october'],
  ['november', 'nopember'],
  ['desember', 'december'],
]
const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']

/**
 * The month, 1 to 12, that a word in lower case names, in Indonesian or English: whole, cut to three letters or more (`Agu`,
 * `Sept`, `Nop`), in Roman numerals, or with one slip of the pen in a long name. Null for any other word.
 */
export function monthOf(word: string): number | null {
  const cached = known.get(word)
  if (cached !== undefined) return cached
  const found = find(word)
  if (word.length < 12) known.set(word, found)
  return found
}

const known = new Map<string, number | null>()

function find(word: string): number | null {
  const roman = romans.indexOf(word)
  if (roman >= 0) return roman + 1
  if (word.length < 3) return null
  const begun = names.findIndex(spellings => spellings.some(name => name.startsWith(word)))
  if (begun >= 0) return begun + 1
  const slipped = names.findIndex(spellings =>
    spellings.some(name => name.length >= 6 && word.length >= 6 && editDistance(name, word, 1) <= 1),
  )
  return slipped >= 0 ? slipped + 1 : null
}

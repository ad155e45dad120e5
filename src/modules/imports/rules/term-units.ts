import { folded, plain } from '../../../platform/reading/text.ts'
import { readTerm, type Term } from './terms.ts'

/**
 * The term of a cell whose unit may stand elsewhere: `5` beside a column that says `TAHUN`, or under the header `Jangka Waktu (Tahun)`.
 * Null when it has no unit at all, or two different ones.
 */
export function termWith(text: string, unit: string, header: string): Term | null {
  const own = readTerm(text)
  if (unit.trim() === '') return own ?? readTerm(`${text} ${unitIn(header)}`)
  if (own) return unitIn(text) === '' || alike(unitIn(text), unitIn(unit)) ? own : null
  return readTerm(`${text} ${unit}`)
}

const alike = (one: string, other: string) => {
  const [a, b] = [readTerm(`1 ${one}`), readTerm(`1 ${other}`)]
  return a !== null && b !== null && a.months === b.months && a.days === b.days
}

/** The one unit of time among the words of a text, else nothing. */
function unitIn(text: string): string {
  const found = folded(plain(text).slice(0, 300)).match(
    /(?<![a-z])(tahun|thn|th|bulan|bln|minggu|hari|semester|triwulan|years?|months?)(?![a-z])/g,
  )
  return found && new Set(found).size === 1 ? found[0] : ''
}

import { isBlankCell, tidy } from '../../../../platform/reading/cell-words.ts'
import { degreeOf, readPersonName, shownName } from '../../../../platform/reading/person-names.ts'

/**
 * The speakers of a session, parted by lines, semicolons and commas. A known degree behind a comma belongs to the name before it, so that
 * `Dr. X, S.H. (Kementerian Y), Z` are two.
 */
export function readSpeakers(text: string): string[] {
  if (isBlankCell(text)) return []
  const names: string[] = []
  for (const line of text.split(/[;\n\r\v\f\u0085\u2028\u2029]/))
    for (const part of partsOf(withoutMark(line))) {
      const name = tidy(withoutMark(part))
      if (isBlankCell(name)) continue
      if (names.length > 0 && belongsBefore(name)) names.push(`${names.pop()}, ${name}`)
      else names.push(name)
    }
  return names.map(nameOf)
}

/** One name; null when there is none. */
export const readModerator = (text: string): string | null => (isBlankCell(text) ? null : nameOf(tidy(withoutMark(text))))

/** A person by the rule for names; an office, and what is too long for a name, as typed. */
function nameOf(text: string): string {
  if (text.length > 300 || isOffice.test(text)) return text
  return shownName(readPersonName(text)) || text
}

const isOffice = /^(?:kpud?|kip|komisi (?:pemilihan umum|independen pemilihan))(?![\p{L}\p{N}])/iu

/** Takes off the number or the dash before a name. */
const withoutMark = (text: string): string => text.replace(/^(?:\s|[-‐‑‒–—―−•*·]|\d{1,3}\s*[.)](?!\d))+/, '')

/** Whether this is no name but the degrees, or what stands in brackets, of the one before. */
function belongsBefore(part: string): boolean {
  if (part.length > 100) return false
  const degrees = part.replace(/\([^()]*\)/g, ' ').trim()
  return degrees === '' || degreeOf(degrees) !== undefined || degrees.split(/\s+/).every(word => degreeOf(word) !== undefined)
}

/** Parted at commas that stand in no brackets. */
function partsOf(line: string): string[] {
  const parts: string[] = []
  let from = 0
  let depth = 0
  for (let at = 0; at < line.length; at++) {
    const letter = line[at]
    if (letter === '(') depth++
    else if (letter === ')') depth = Math.max(0, depth - 1)
    else if (letter === ',' && depth === 0) {
      parts.push(line.slice(from, at))
      from = at + 1
    }
  }
  return [...parts, line.slice(from)]
}

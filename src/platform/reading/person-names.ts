import { tidy, wordsOf } from './cell-words.ts'

/** A person's name in its parts: titles in front, the bare name, titles behind, and what stands in brackets at the end. */
export type PersonName = { before: string[]; bare: string; behind: string[]; note: string }

/**
 * Reads a name as people write it: `DR.H.BUDI SANTOSO SH MH`, `Budi Santoso, S.H., M.H. (Kemendagri)`. Known titles get their usual
 * spelling, unknown ones behind a comma stay as typed. A bare name all in capitals or all small gets one capital a word.
 */
export function readPersonName(text: string): PersonName {
  const { rest, note } = withoutNote(tidy(text))
  const { rest: named, titles: before } = withoutTitlesBefore(rest)
  const [head = '', ...parts] = named.split(',').map(part => part.trim())
  const { rest: bare, titles } = withoutDegrees(head)
  return { before, bare: withCapitals(bare), behind: [...titles, ...parts.flatMap(degreesIn)], note }
}

/** `Prof. Dr. H. Budi Santoso, S.H., M.H. (Kemendagri)`; empty when there is no name. */
export function shownName({ before, bare, behind, note }: PersonName): string {
  if (!/[\p{L}\p{N}]/u.test(bare)) return ''
  return [[...before, bare].join(' '), ...behind].join(', ') + (note && ` ${note}`)
}

/** Two names are the same person's when these are equal. */
export const nameKey = (name: PersonName): string => wordsOf(name.bare)

function withoutNote(name: string): { rest: string; note: string } {
  const found = /^(.*?)((?: ?\([^()]*\))+)[ .,]*$/.exec(name)
  return found ? { rest: found[1]!.trim(), note: found[2]!.replace(/\)\(/g, ') (').trim() } : { rest: name, note: '' }
}

function withoutTitlesBefore(name: string): { rest: string; titles: string[] } {
  const found = /^(prof|drs|dra|dr|ir|hj|k\.? ?h|h)(?:\. ?| )(?=[^ ])/i.exec(name)
  if (!found) return { rest: name, titles: [] }
  const { rest, titles } = withoutTitlesBefore(name.slice(found[0].length))
  return { rest, titles: [titlesBefore[found[1]!.toLowerCase().replace(/[. ]/g, '')]!, ...titles] }
}

const titlesBefore: Record<string, string> = {
  prof: 'Prof.',
  dr: 'Dr.',
  drs: 'Drs.',
  dra: 'Dra.',
  ir: 'Ir.',
  h: 'H.',
  hj: 'Hj.',
  kh: 'K.H.',
}

/** Known degrees that stand at the end without a comma; one word always stays. */
function withoutDegrees(name: string): { rest: string; titles: string[] } {
  const words = name.split(' ')
  let end = words.length
  while (end > 1 && degreeOf(words[end - 1]!)) end--
  return { rest: words.slice(0, end).join(' '), titles: words.slice(end).map(word => degreeOf(word)!) }
}

/** The titles of one part behind a comma: one, or several known ones without a comma between. */
function degreesIn(part: string): string[] {
  if (part === '') return []
  const whole = degreeOf(part)
  if (whole) return [whole]
  const each = part.split(' ').map(degreeOf)
  return each.every(degree => degree !== undefined) ? each : [part]
}

/** The usual spelling of a degree, compared by its letters only. */
export const degreeOf = (text: string): string | undefined => degrees.get(lettersOf(text))

const lettersOf = (text: string): string => text.replace(/[^\p{L}]/gu, '').toLowerCase()
const degrees = new Map(
  'S.H. M.H. S.E. M.M. S.Sos. M.Si. S.IP. M.IP. S.Pd. M.Pd. S.Kom. M.Kom. S.T. M.T. S.Ag. M.Ag. S.Pd.I. S.H.I. S.STP. M.A.P. S.AP. A.Md. Ph.D. M.A. S.P. M.Kn.'
    .split(' ')
    .map(degree => [lettersOf(degree), degree]),
)

function withCapitals(name: string): string {
  if (/\p{Ll}/u.test(name) && /\p{Lu}/u.test(name)) return name
  return name.replace(/\p{L}[^\s\-‐‑]*/gu, word => {
    const [first = '', ...rest] = word
    return first.toUpperCase() + rest.join('').toLowerCase()
  })
}

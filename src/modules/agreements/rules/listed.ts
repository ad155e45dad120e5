import { isPlaceholder } from '../../../platform/reading/placeholders.ts'

/**
 * Several texts in one cell of a register, in their order, apart by semicolons: `N-1; ; N-3`, where the second says nothing. A text that
 * a reader could take for something else stands in double quotes, as in CSV. Nothing at all when all are empty.
 */
export const listed = (texts: readonly (string | null)[]): string =>
  texts.some(text => text) ? texts.map(text => (text ? literally(text) : '')).join('; ') : ''

/** Codes of offices, `12.14; 12.15`, bare: their column says what they are, and quotes would stand in the cell. */
export const codesOf = (codes: readonly (string | null)[]): string =>
  codes.some(code => code) ? codes.map(code => code ?? '').join('; ') : ''

/**
 * The text itself; in double quotes, each of its own doubled, when it holds a semicolon or a line break, begins like a quote, a list or
 * an error, is nothing but figures or a month, or seems to say nothing (`idem`, `0`).
 */
export const literally = (text: string): string =>
  misleading.test(text) || (isPlaceholder(text) && wordy.test(text)) ? `"${text.replaceAll('"', '""')}"` : text

const wordy = /[\p{L}\p{N}]/u
const misleading =
  /[;\r\n\t]|^\s|\s$|^["#]|(?:^|\s)\(?(?:\d{1,2}|[a-z])[.)](?:\s|$)|^[-•*]\s|^(?=.*\d)[-+\d.,:/ ]+(?:e[-+]?\d+)?$|^\d{1,2}[ -]\p{L}{3,9}(?:[ -]\d+)?$|^\p{L}{3,9}[ -]\d+$/iu

/** The way back from `listed`: the texts of a cell in their order, and whether each stood in quotes and so means exactly that. */
export function unlisted(cell: string): { text: string; literal: boolean }[] {
  const found: { text: string; literal: boolean }[] = []
  for (let at = 0; at <= cell.length; ) {
    one.lastIndex = at
    const [whole, quoted, bare = ''] = one.exec(cell)!
    found.push(quoted === undefined ? { text: bare.trim(), literal: false } : { text: quoted.replaceAll('""', '"'), literal: true })
    at += whole.length + 1
  }
  return found
}

/** Whether a cell is one text in quotes: `"-"` is none, people write that for the cell above. */
export function isLiteral(cell: string): boolean {
  if (cell[0] !== '"') return false
  const items = unlisted(cell)
  return items.length === 1 && items[0]!.literal && wordy.test(items[0]!.text)
}

/** Whether some text of a cell stands in quotes: then the cell means what it says. */
export const holdsLiteral = (cell: string): boolean =>
  cell.includes('"') && unlisted(cell).some(({ text, literal }) => literal && wordy.test(text))

const one = /\s*(?:"((?:[^"]|"")*)"\s*(?=;|$)|([^;]*))/y

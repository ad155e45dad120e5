/**
 * The records of a delimited text (RFC 4180), with the quotes of people: one that opens a field and is not closed before a delimiter
 * or a line end is a letter, and so is one whose field would swallow lines that are records themselves, `width` cells wide. So no
 * record is ever lost in a field. Any line end; a last line end ends no further record. Linear: each letter is looked at a few times.
 */
export function* splitRecords(text: string, delimiter: string, width: number): Generator<string[]> {
  let at = 0
  let record: string[] = []
  while (at < text.length) {
    const start = at
    const { value, end } = fieldAt(text, at, delimiter, quote => closes(text, quote, delimiter, width, start))
    record.push(value)
    if (text[end] === delimiter) {
      at = end + 1
      if (at < text.length) continue
      record.push('')
    }
    yield record
    record = []
    at = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1
  }
}

/** The most usual number of cells of these lines, of equally usual ones the larger, and how many lines have it. */
export function commonWidth(lines: readonly string[], delimiter: string): { width: number; lines: number } {
  const counts = new Map<number, number>()
  for (const line of lines) {
    const width = widthOf(line, delimiter)
    counts.set(width, (counts.get(width) ?? 0) + 1)
  }
  const [width, times] = [...counts].reduce(
    (best, next) => (next[1] > best[1] || (next[1] === best[1] && next[0] > best[0]) ? next : best),
    [1, 0],
  )
  return { width, lines: times }
}

/** How many cells a line by itself has. */
export function widthOf(line: string, delimiter: string): number {
  let width = 1
  for (let at = 0; at < line.length; width++) {
    const { end } = fieldAt(line, at, delimiter, quote => closingQuote(line, quote, delimiter))
    if (end >= line.length) break
    at = end + 1
    if (at === line.length) return width + 1
  }
  return width
}

/** One field: in quotes when `closing` finds where they end, else up to the next delimiter or line end. */
function fieldAt(text: string, at: number, delimiter: string, closing: (quote: number) => number): { value: string; end: number } {
  const close = text[at] === '"' ? closing(at) : -1
  if (close >= 0) return { value: text.slice(at + 1, close).replaceAll('""', '"'), end: afterSpaces(text, close + 1, delimiter) }
  let end = at
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++
  return { value: text.slice(at, end), end }
}

/** Where the quoted field that opens here ends, −1 when its quote is a letter. */
function closes(text: string, quote: number, delimiter: string, width: number, start: number): number {
  const close = closingQuote(text, quote, delimiter)
  if (close < 0) return -1
  const within = text.slice(quote, close)
  if (!/[\r\n]/.test(within)) return close
  const lastLine = /[\r\n]/.exec(text.slice(close, close + 100_000))
  const lines = text.slice(lineStart(text, start), lastLine ? close + lastLine.index : close + 100_000).split(/\r\n|\r|\n/)
  const alike = lines.filter(line => widthOf(line, delimiter) === width).length
  const telling = width > 3 ? 2 : width === 3 ? 3 : 4
  return width > 1 && alike >= telling && alike * 2 > lines.length ? -1 : close
}

/** The quote that is not doubled; a field that goes on behind it was never in quotes. */
function closingQuote(text: string, quote: number, delimiter: string): number {
  for (let at = text.indexOf('"', quote + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] === '"') continue
    const after = text[afterSpaces(text, at + 1, delimiter)]
    return after === undefined || after === delimiter || after === '\n' || after === '\r' ? at : -1
  }
  return -1
}

function afterSpaces(text: string, from: number, delimiter: string): number {
  let at = from
  while (text[at] === ' ' && delimiter !== ' ') at++
  return at
}

function lineStart(text: string, from: number): number {
  let at = from
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--
  return at
}

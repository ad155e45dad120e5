import { type Caps, type Sheet, type SheetRow, spending } from './cells.ts'
import { commonWidth, splitRecords, widthOf } from './records.ts'

/**
 * The rows of a delimited text: `,`, `;`, tab or `|`, by which most of its first lines agree, or stated by a line `sep=;`. All cells
 * are text or null. The apostrophe that `csvLines` puts before a formula is taken off again.
 */
export function readDelimited(text: string, caps: Caps): Sheet {
  const stated = /^"?sep=(.)"?[;,\t|]*(?:\r\n|\r|\n)/i.exec(text)
  const body = stated ? text.slice(stated[0].length) : text
  const { delimiter, width } = findDelimiter(body, stated ? [stated[1]!] : candidates)
  const rows: SheetRow[] = []
  const spend = spending(caps)
  let number = stated ? 1 : 0
  for (const values of splitRecords(body, delimiter, width)) {
    number++
    const row = values.map(value => (value === '' ? null : unguarded(value)))
    if (row.every(value => value === null)) continue
    spend(row.length)
    for (const value of row) spend(0, value?.length)
    rows.push({ number, cells: row })
  }
  return { name: '', rows }
}

const candidates = [',', ';', '\t', '|']

/**
 * What parts the cells, and into how many: by which most lines have the same number of cells, the first of them above all, and rather
 * many than few. How often it occurs says nothing: a title may hold more commas than a row has semicolons.
 */
function findDelimiter(text: string, delimiters: readonly string[]): { delimiter: string; width: number } {
  const lines = text
    .slice(0, 100_000)
    .split(/\r\n|\r|\n/, 300)
    .filter(line => line.trim() !== '')
  const head = lines.find(line => delimiters.some(delimiter => widthOf(line, delimiter) > 1)) ?? ''
  const judged = delimiters.map(delimiter => {
    const { width, lines: agreeing } = commonWidth(lines, delimiter)
    const first = widthOf(head, delimiter) === width ? 2 : 1
    return { delimiter, width, weight: width > 1 ? agreeing * first * Math.sqrt(Math.min(width, 6)) : 0 }
  })
  return judged.reduce((best, next) =>
    next.weight > best.weight || (next.weight === best.weight && next.width > best.width) ? next : best,
  )
}

const unguarded = (value: string) => (/^'+(\s*[=+\-@＝＋－＠]|[\t\r\n])/.test(value) ? value.slice(1) : value)

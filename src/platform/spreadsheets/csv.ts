import type { Cell } from './cells.ts'

/**
 * Lines of CSV after RFC 4180 (commas, CRLF); a file begins with `csvMark`. Text that a spreadsheet program would
 * run as a formula gets an apostrophe in front, and so does text that begins with such an apostrophe, so that reading can take
 * exactly one off. Numbers are not text: −5 stays −5. Days and instants are ISO.
 */
export const csvLines = (rows: Iterable<readonly Cell[]>): string => {
  let lines = ''
  for (const row of rows) lines += `${row.map(toField).join(',')}\r\n`
  return lines
}
/** By this Excel knows UTF-8. */
export const csvMark = '\ufeff'

function toField(cell: Cell): string {
  if (cell === null) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().replace('T00:00:00.000Z', '')
  if (typeof cell !== 'string') return String(cell)
  const safe = runsAsFormula.test(cell) ? `'${cell}` : cell
  return /[",;\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** After OWASP, "CSV Injection": `= + - @`, tab and line breaks at the start, also full-width and after spaces. */
const runsAsFormula = /^'*(\s*[=+\-@＝＋－＠]|[\t\r\n])/

import type { Cell } from './cells.ts'

/**
 * CSV after RFC 4180 (commas, CRLF), with a UTF-8 mark for Excel unless `mark` is false. Text that a spreadsheet program would
 * run as a formula gets an apostrophe in front, and so does text that begins with such an apostrophe, so that reading can take
 * exactly one off. Numbers are not text: −5 stays −5. Days and instants are ISO.
 */
export function writeCsv(header: readonly string[], rows: Iterable<readonly Cell[]>, { mark = true } = {}): string {
  const lines = [header.map(toField).join(',')]
  for (const row of rows) lines.push(row.map(toField).join(','))
  return `${mark ? '\ufeff' : ''}${lines.join('\r\n')}\r\n`
}

function toField(cell: Cell): string {
  if (cell === null) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().replace('T00:00:00.000Z', '')
  if (typeof cell !== 'string') return String(cell)
  const safe = runsAsFormula.test(cell) ? `'${cell}` : cell
  return /[",;\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** After OWASP, "CSV Injection": `= + - @`, tab and line breaks at the start, also full-width and after spaces. */
const runsAsFormula = /^'*(\s*[=+\-@＝＋－＠]|[\t\r\n])/

import type { Cell } from '../spreadsheets/cells.ts'

/**
 * A cell as text, so that judging a stored row again gives the same: numbers as the program shows them, days and times as ISO. A
 * NUL and half of a surrogate pair, which PostgreSQL refuses, become the replacement character.
 */
export function textOfCell(cell: Cell): string {
  if (cell === null) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 19).replace('T', ' ').replace(' 00:00:00', '')
  if (typeof cell === 'number') return numberText(Number(cell.toPrecision(15)))
  return String(cell).toWellFormed().replaceAll('\0', '\ufffd')
}

/** A number of more than 15 digits has lost its last ones, so it is written as the program shows it: 1.99309222008061E+17. */
const numberText = (number: number): string => (Math.abs(number) < 1e15 ? String(number) : number.toExponential().replace('e', 'E'))

/** A row in one line, for telling what was not read. */
export const textOfRow = (cells: readonly Cell[]): string =>
  cells
    .map(cell => textOfCell(cell).trim())
    .filter(text => text !== '')
    .join(' | ')

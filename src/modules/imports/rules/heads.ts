import { textOfCell } from '../../../platform/reading/cell-texts.ts'
import type { Merge, Sheet, SheetRow } from '../../../platform/spreadsheets/cells.ts'
import { fields } from '../schema/codes.ts'
import { layoutOf } from './layouts.ts'

/**
 * Where a sheet's head stands among its rows, over how many of them, and what it says: one header a column, empty where it says nothing.
 */
export type Head = { sheet: Sheet; at: number; depth: number; headers: string[]; meaning: number; recognised: boolean }

/**
 * The head of a sheet among its first rows: the row, or the two or three rows together, that say most. Titles above it do not matter.
 * Null when no row has two cells.
 */
export function findHead(sheet: Sheet): Head | null {
  let best: Head | null = null
  for (let at = 0; at < Math.min(sheet.rows.length, 30); at++)
    for (const depth of depthsAt(sheet, at)) {
      const headers = headersOf(sheet, at, depth)
      const { mapping, recognised } = layoutOf(headers)
      const meaning = fields.filter(field => mapping[field] !== null).length
      const head = { sheet, at, depth, headers, meaning, recognised: recognised !== null }
      if (!best || rank(head) > rank(best)) best = head
    }
  return best
}

export const rank = ({ meaning, recognised }: Head): number => meaning + (recognised ? 100 : 0)

/** One row; two or three where those below hold only short words. Cells that are merged downwards say themselves how many there are. */
function depthsAt({ rows, merges = [] }: Sheet, at: number): number[] {
  const top = rows[at]!
  if (textsOf(top).length < 2) return []
  const downwards = merges.filter(merge => merge.top === top.number && merge.bottom > top.number && merge.bottom <= top.number + 2)
  const stated = downwards.length ? Math.max(...downwards.map(({ bottom }) => bottom)) - top.number + 1 : null
  const depths = [1]
  for (let depth = 2; depth <= 3; depth++) {
    const row = rows[at + depth - 1]
    if (!row || row.number !== top.number + depth - 1 || !isOfHead(row)) break
    depths.push(depth)
  }
  return stated && depths.includes(stated) ? [stated] : depths
}

/** Words, not values. */
const isOfHead = (row: SheetRow): boolean =>
  row.cells.every(cell => cell === null || (typeof cell === 'string' && cell.length <= 60 && !/\d{3}|^\W*\d+\W*$/.test(cell))) &&
  textsOf(row).length > 0

function headersOf(sheet: Sheet, at: number, depth: number): string[] {
  const rows = sheet.rows.slice(at, at + depth)
  const lines = rows.map(row => row.cells.slice(0, widest).map(cell => textOfCell(cell).replace(/\s+/g, ' ').trim()))
  if (depth === 1) return lines[0]!
  for (const merge of sheet.merges ?? []) spreadMerge(lines, merge, rows[0]!.number)
  for (let i = 0; i < depth - 1; i++) spreadGroups(lines[i]!, lines[i + 1]!)
  const width = Math.max(...lines.map(line => line.length))
  return Array.from({ length: width }, (_, column) => {
    const parts = lines.map(line => line[column] ?? '').filter(text => text !== '')
    return parts.filter((part, i) => part !== parts[i - 1]).join(' – ')
  })
}

const widest = 500

function spreadMerge(lines: string[][], { top, left, bottom, right }: Merge, first: number): void {
  const text = lines[top - first]?.[left]
  if (!text) return
  for (let row = top - first; row <= Math.min(bottom - first, lines.length - 1); row++)
    for (let column = left; column <= Math.min(right, widest); column++) lines[row]![column] = text
}

/** A group without merged cells, as CSV has it: its name stands above the first of its columns, nothing above the others. */
function spreadGroups(upper: string[], lower: readonly string[]): void {
  for (let column = 1; column < lower.length; column++)
    if (!upper[column] && lower[column] && upper[column - 1] && lower[column - 1]) upper[column] = upper[column - 1]!
}

const textsOf = (row: SheetRow): string[] => [...new Set(row.cells.map(cell => textOfCell(cell).trim()).filter(text => text !== ''))]

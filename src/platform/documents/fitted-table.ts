/** The room that a printed table has: its width in millimetres, its letters in points. `upright` turns the headings of figures. */
export type Paper = { width: number; size: number; upright?: boolean }

/**
 * The table with places to break at in words that its columns could not hold, and its paper for `data-table` of official.typ. Done here
 * and not in the template, where it would take most of the time of a long table.
 */
export function fitted<T extends { columns: readonly { width: number }[]; rows: string[][]; total: string[] | null }>(
  table: T,
  paper: Paper,
) {
  const parts = table.columns.reduce((sum, column) => sum + column.width, 0)
  const runs = table.columns.map(column => lettersIn((column.width / parts) * paper.width, paper.size))
  const broken = (row: string[]) => row.map((text, at) => breakable(text, runs[at] ?? 16))
  return { ...table, paper, runs, rows: table.rows.map(broken), total: table.total && broken(table.total) }
}

/**
 * Zero-width spaces where a word longer than `run` letters may break: behind the separators of an official number or an address, else
 * every `run` letters, never before a combining mark.
 */
export function breakable(text: string, run: number): string {
  if (text.length <= run) return text
  return text.replace(/\S+/gu, word => {
    if (word.length <= run) return word
    const parted = word.replace(/[/._@:;,\\-]\p{M}*(?=\P{M})/gu, '$&\u200b')
    return parted.replace(new RegExp(`(?:[^\\u200b\\p{M}]\\p{M}*){${run}}(?=[^\\u200b\\p{M}])`, 'gu'), '$&\u200b')
  })
}

/** How many letters fit in a column of so many millimetres at a size in points, less the space at its sides, with a little to spare. */
const lettersIn = (width: number, size: number): number => Math.max(4, Math.floor((width - 2.8) / (size * 0.3528 * 0.53)))

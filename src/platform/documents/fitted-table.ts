/**
 * The room that a printed table has: its width in millimetres, its letters in points. `byContent` shares it out by what the cells hold, not
 * as planned.
 */
export type Paper = { width: number; size: number; byContent?: boolean }
type Column = { width: number; header: string; kind: string }
type Fittable = { columns: readonly Column[]; rows: string[][]; total: string[] | null }

/**
 * The table for `data-table` of official.typ: columns wide enough for their longest word where the paper has room for all of them, places
 * to break at in words that even then do not fit, and `upright` headings, turned by a quarter, only where they would be broken lying.
 * `height` is about what its rows take in millimetres, `last` how many of its last rows are to stay together.
 * Done here and not in the template, where it would take most of the time of a long table.
 */
export function fitted<T extends Fittable>(table: T, paper: Paper) {
  const lying = laid(table, paper, true)
  const upright = lying.columns.some((column, at) => isFigure(column) && longestPiece(column.header) > lying.runs[at]!)
  const { columns, runs } = upright ? laid(table, paper, false) : lying
  const heights = rows(table.rows, runs, paper.size)
  const height = sum(heights)
  const last = lastTogether(heights)
  const broken = (row: string[]) => row.map((text, at) => breakable(text, runs[at] ?? 16))
  return {
    ...table,
    columns,
    paper: { ...paper, upright, height, last },
    runs,
    rows: table.rows.map(broken),
    total: table.total && broken(table.total),
  }
}

/** About how high each row is: the lines of its fullest cell. */
const rows = (cells: string[][], runs: number[], size: number): number[] =>
  cells.map(row => 2.7 + size * 0.42 * Math.max(1, ...row.map((text, at) => Math.ceil(text.length / (runs[at] ?? 16)))))

/** A third of a table but at most twelve rows, and no more than take a good third of a page; none where that leaves no rows to begin with. */
function lastTogether(heights: number[]): number {
  const most = Math.min(12, Math.ceil(heights.length / 3))
  const counts = Array.from({ length: most }, (_, at) => most - at)
  return heights.length > 5 ? (counts.find(last => last > 1 && sum(heights.slice(-last)) < 100) ?? 0) : 0
}

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0)

/** Columns of at least what their longest word needs, the rest of the paper by their plan; as planned where there is not so much room. */
function laid<T extends Fittable>({ columns, rows, total }: T, paper: Paper, heads: boolean) {
  const planned = columns.reduce((sum, column) => sum + column.width, 0)
  const cells = total ? [...rows, total] : rows
  const needs = columns.map((column, at) => {
    const head = heads || !isFigure(column) ? longestPiece(column.header) + boldMore : 0
    return widthOf(Math.max(head, ...cells.map(row => longestPiece(row[at] ?? ''))), paper.size)
  })
  const plannedWidths = columns.map(column => (column.width / planned) * paper.width)
  const lengths = columns.map((_, at) => cells.map(row => row[at]?.length ?? 0))
  const widths =
    paper.byContent && sum(needs) <= paper.width ? grown(needs, lengths, paper.width) : shareOut(plannedWidths, needs, paper.width)
  return {
    columns: columns.map((column, at) => ({ ...column, width: widths[at]! })),
    runs: widths.map(width => lettersIn(width, paper.size)),
  }
}

/** From their needs on, each millimetre to the column whose cells take fewest lines by it, the longest counting most. */
function grown(needs: number[], lengths: number[][], whole: number): number[] {
  const widths = [...needs]
  const load = lengths.map(all => sum(all.map(length => length ** 3)))
  const saved = (at: number) => load[at]! * ((widths[at]! - 2.8) ** -3 - (widths[at]! - 1.8) ** -3)
  for (let spare = whole - sum(needs); spare > 0; spare--) {
    const best = widths.reduce((most, _, at) => (saved(at) > saved(most) ? at : most), 0)
    widths[best]! += Math.min(1, spare)
  }
  return widths
}

/**
 * Raises what lies below its need and takes that from the others by what they have to spare; leaves all as planned if there is too little.
 */
function shareOut(widths: number[], needs: number[], whole: number): number[] {
  if (needs.reduce((sum, need) => sum + need, 0) > whole) return widths
  const lacking = widths.reduce((sum, width, at) => sum + Math.max(0, needs[at]! - width), 0)
  const spare = widths.reduce((sum, width, at) => sum + Math.max(0, width - needs[at]!), 0)
  const taken = spare ? lacking / spare : 0
  return widths.map((width, at) => (width < needs[at]! ? needs[at]! : width - taken * (width - needs[at]!)))
}

const isFigure = ({ kind }: Column): boolean => kind !== 'text' && kind !== 'day'
/** Bold letters are wider: a heading needs about one letter more. */
const boldMore = 1
/** Longer words than this are nobody's ordinary ones and may be broken. */
const longestOrdinary = 20
/** Where a line may end between words: a space that keeps them together is none. */
const spaces = /[^\S\u00a0]+/u
const separators = /[/._@:;,\\-]+|[^\S\u00a0]+/u
/** A number that Sinergi gives, such as TL-2026-0026 or RP-2026-0003/12: short, and read as one word. */
const ownNumber = /^[A-Z]{1,4}-\d{4}-\d{3,6}(?:\/\d{1,3})?$/
/** The number of an agreement, such as 1/PR.07-NK/01/2023. */
const officialNumber = /^\d{1,4}(?:\/[A-Z0-9.-]{1,12}){2,4}\/\d{4}$/
const longestPiece = (text: string): number =>
  text
    .split(spaces)
    .flatMap(word => (ownNumber.test(word) || officialNumber.test(word) ? [word] : word.split(separators)))
    .reduce((most, piece) => Math.max(most, Math.min(piece.length + 1, officialNumber.test(piece) ? 30 : longestOrdinary)), 0)

/**
 * Zero-width spaces where a word longer than `run` letters may break: behind the separators of an official number or an address, else
 * every `run` letters, never before a combining mark.
 */
export function breakable(text: string, run: number): string {
  if (text.length <= run) return text
  return text.replace(/\S+/gu, word => {
    if (word.length <= run || ownNumber.test(word)) return word
    const parted = word.replace(/[/._@:;,\\-]\p{M}*(?=\P{M})/gu, '$&\u200b')
    return parted.replace(new RegExp(`(?:[^\\u200b\\p{M}]\\p{M}*){${run}}(?=[^\\u200b\\p{M}])`, 'gu'), '$&\u200b')
  })
}

/** How many letters fit in a column of so many millimetres at a size in points, less the space at its sides, with a little to spare. */
const lettersIn = (width: number, size: number): number => Math.max(4, Math.floor((width - 2.8) / letter(size) + 0.001))
const widthOf = (letters: number, size: number): number => letters * letter(size) + 2.8
const letter = (size: number): number => size * 0.3528 * 0.53

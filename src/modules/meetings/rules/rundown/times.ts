import { type Zone, zones } from '../../../../platform/i18n/format.ts'
import { textOfCell } from '../../../../platform/reading/cell-texts.ts'
import { isBlankCell } from '../../../../platform/reading/cell-words.ts'
import { plain } from '../../../../platform/reading/text.ts'
import type { Cell } from '../../../../platform/spreadsheets/cells.ts'
import { stampIn } from '../local-time.ts'

/** Minutes since midnight; no end means until whenever it is done. */
export type Span = { start: number; end: number | null }

/**
 * The times of a session: `08.00 – 09.30 WIB`, `Pukul 0800 s.d. selesai`, the part of a day that a spreadsheet keeps. `to` is a column of
 * its own for the end. Null when they cannot be read, `blank` when the cells say nothing.
 */
export function readSpan(from: Cell, to: Cell): Span | null | 'blank' {
  const [start, end] = [readCell(from), readCell(to)]
  if (start === 'blank') return end === 'blank' ? 'blank' : null
  if (start === null || start === 'open') return null
  if (end === 'blank') return start
  if (end === null || start.end !== null) return null
  if (end === 'open') return start
  return end.end === null ? { start: start.start, end: end.start } : null
}

/** The end alone, for a row whose start is that of the row above. */
export function readEnd(to: Cell): number | null | 'unread' {
  const end = readCell(to)
  if (end === 'open') return null
  return end === null || end === 'blank' || end.end !== null ? 'unread' : end.start
}

/**
 * The instants of a session of a day, `2022-06-13T12:00:00+07:00`. What begins before four in the morning belongs to the night before; an
 * end that is not after the start is one day later.
 */
export function momentsOf(day: string, { start, end }: Span, zone: Zone): { startsAt: string; endsAt: string | null } {
  const midnight = Date.parse(`${day}T00:00:00Z`) + (start < 4 * 60 ? aDay : 0)
  const at = (minutes: number) => stampIn(midnight + minutes * 60_000, zone)
  return { startsAt: at(start), endsAt: end === null ? null : at(end > start ? end : end + 24 * 60) }
}

/** The first of the three Indonesian times that a cell names. */
export function zoneNamed(cell: Cell): Zone | null {
  const [, name] = (typeof cell === 'string' && /(?<!\p{L})(WIB|WITA|WIT)(?!\p{L})/iu.exec(cell)) || []
  return name ? ((Object.keys(zones) as Zone[]).find(zone => zones[zone] === name.toUpperCase()) ?? null) : null
}

const aDay = 86_400_000

function readCell(cell: Cell): Span | null | 'blank' | 'open' {
  if (typeof cell === 'number' && cell >= 0 && cell < 1) return { start: Math.round(cell * 24 * 60), end: null }
  if (cell instanceof Date)
    return isTimeOnly(cell) ? { start: Math.round(((cell.getTime() / 60_000) % 1440) + 1440) % 1440, end: null } : null
  const text = textOfCell(cell)
  if (isBlankCell(text)) return 'blank'
  if (text.length > 100) return null
  const said = plain(text)
    .toLowerCase()
    .replace(/(?<!\p{L})(?:wib|wita|wit)(?!\p{L})\.?/gu, ' ')
    .replace(/[()[\]]/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
  if (said === 'selesai') return 'open'
  if (/^0?[.,]\d{3,}$/.test(said)) return { start: Math.round(Number(said.replace(',', '.')) * 24 * 60), end: null }
  return readText(said)
}

const clock = String.raw`(?:(?:pukul|pkl)\b[.:]? ?)?(\d{1,2}[.:]\d\d(?:[.:]00)?|\d{4})(?!\d)`
const spanned = new RegExp(`^${clock} ?(?:(?:-+|s\\.? ?d\\b\\.?|s/d\\b\\.?|sampai(?: dengan)?) ?(?:${clock}|selesai)?)?\\.?$`)

function readText(said: string): Span | null {
  const [whole, first, last] = spanned.exec(said) ?? []
  if (whole === undefined) return null
  const [start, end] = [minutesOf(first!), last === undefined ? null : minutesOf(last)]
  return start === null || (last !== undefined && end === null) ? null : { start, end }
}

function minutesOf(text: string): number | null {
  const [, hours = '', minutes = ''] = /^(\d{1,2})[.:]?(\d\d)/.exec(text)!
  const total = Number(hours) * 60 + Number(minutes)
  return Number(minutes) < 60 && total <= 24 * 60 ? total : null
}

/** A cell that is formatted as a time holds the first day that spreadsheets count, of either of their two ways to count. */
const isTimeOnly = (at: Date): boolean => ['1899-12-30', '1899-12-31', '1904-01-01'].includes(at.toISOString().slice(0, 10))

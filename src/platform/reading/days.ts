import { monthOf } from './months.ts'
import { numberOf } from './number-words.ts'
import { remembered } from './remembered.ts'
import { plain } from './text.ts'

export const dayOrders = ['day-first', 'month-first'] as const
export type DayOrder = (typeof dayOrders)[number]

/**
 * The calendar day `yyyy-mm-dd` that a cell says, as people in Indonesia write days: any of `/ - .` or spaces between, months by
 * number, by name or abbreviation; ISO; a spreadsheet's serial number; also with a weekday, `tgl.`, a place or a time around it, and
 * wholly in words. Whether `4/3/2024` is in March or in April the order of its column says (`day-order.ts`); day first unless given.
 * Two-digit years are 20xx. Null for anything else: a year or a month alone, a period, 31 February, and years outside 1945 to 2099,
 * which are slips.
 */
export const readDay = (text: string, order: DayOrder = 'day-first'): string | null => readers[order](text)

const readers: Record<DayOrder, (text: string) => string | null> = {
  'day-first': remembered(text => findDay(text, 'day-first')),
  'month-first': remembered(text => findDay(text, 'month-first')),
}

function findDay(text: string, order: DayOrder): string | null {
  if (text.length > 500) return null
  const said = plain(text).toLowerCase()
  if (said.length < 5 || said.length > 150) return null
  const repeated = /^([^()]+)\(([^()]+)\)\.?$/.exec(said)
  if (repeated) {
    const again = readDay(repeated[2]!, order)
    if (again !== null) return readDay(repeated[1]!, order) === again ? again : null
  }
  return readUniversal(said) ?? readBare(withoutSurroundings(said), order)
}

export const endsBeforeStart = ({ startsOn, endsOn }: { startsOn?: string | null; endsOn?: string | null }): boolean =>
  !!startsOn && !!endsOn && endsOn < startsOn

/** A day from its numbers, if there is such a day. A year of two digits is 20xx. */
export function dayOf(year: number, month: number, day: number): string | null {
  const full = year < 100 ? 2000 + year : year
  if (full < 1945 || full > 2099 || month < 1 || month > 12 || day < 1 || day > daysIn(full, month)) return null
  return `${full}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

export const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** The moment that programs write with a Z; in Indonesia local midnight is 17.00 of the day before, so it is read in western time. */
function readUniversal(said: string): string | null {
  if (!/^\d{4}-\d\d-\d\dt\d\d:\d\d(:\d\d(\.\d+)?)?z$/.test(said)) return null
  const at = Date.parse(said.toUpperCase())
  if (Number.isNaN(at)) return null
  const local = new Date(at + 7 * 3_600_000)
  return dayOf(local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate())
}

function readBare(said: string, order: DayOrder): string | null {
  if (/^\d{5}([.,]\d+)?$/.test(said)) return fromSerial(Math.floor(Number(said.replace(',', '.'))))
  const run = /^(\d{4})(\d\d)(\d\d)$/.exec(said)
  if (run)
    return dayOf(Number(run[1]), Number(run[2]), Number(run[3])) ?? fromNumbers(said.slice(0, 2), said.slice(2, 4), said.slice(4), order)
  const numbers = /^(\d+)[\s./,-]+(\d+)[\s./,-]+'?(\d+)$/.exec(said)
  if (numbers) return fromNumbers(numbers[1]!, numbers[2]!, numbers[3]!, order)
  return fromWords(said)
}

/** Days since 30 December 1899, as spreadsheets count them. */
function fromSerial(serial: number): string | null {
  const day = new Date((serial - 25_569) * 86_400_000)
  return dayOf(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate())
}

/** A year of four digits in front is ISO, whatever the order. */
function fromNumbers(first: string, second: string, third: string, order: DayOrder): string | null {
  if (second.length > 2) return null
  if (first.length === 4 && third.length <= 2) return dayOf(Number(first), Number(second), Number(third))
  if (first.length > 2 || (third.length !== 2 && third.length !== 4)) return null
  const [day, month] = order === 'day-first' ? [first, second] : [second, first]
  return dayOf(Number(third), Number(month), Number(day))
}

/** A day with the month by name: `12 Januari 2022`, `12-Jan-22`, `January 12th, 2022`, `dua belas Januari dua ribu dua puluh dua`. */
function fromWords(said: string): string | null {
  const words = said.split(/[^\p{L}\p{N}]+|(?<=\d)(?=\p{L})|(?<=\p{L})(?=\d)/u).filter(word => word !== '' && !around.has(word))
  const at = words.findIndex(word => monthOf(word) !== null)
  if (at < 0)
    return /\bb(ulan|ln)\b/.test(said) && words.length === 3 && words.every(word => /^\d+$/.test(word))
      ? fromNumbers(words[0]!, words[1]!, words[2]!, 'day-first')
      : null
  const month = monthOf(words[at]!)!
  const [before, after] = [words.slice(0, at), words.slice(at + 1)]
  if (before.length === 0) return isYear(after.at(-1)) && after.length > 1 ? fromParts(after.slice(-1), month, after.slice(0, -1)) : null
  if (/^\d{4}$/.test(before[0]!) && before.length === 1) return fromParts(before, month, after)
  return fromParts(after, month, before)
}

function fromParts(years: string[], month: number, days: string[]): string | null {
  const [year, day] = [numberOf(years), numberOf(days)]
  if (year === null || day === null || years.some(word => /^\d+$/.test(word) && !isYear(word))) return null
  return dayOf(year, month, day)
}

const isYear = (word: string | undefined) => word !== undefined && /^(\d{2}|\d{4})$/.test(word)
const around = new Set(['tanggal', 'tgl', 'bulan', 'bln', 'tahun', 'thn', 'th', 'st', 'nd', 'rd', 'of', 'the'])

/** Takes off what stands around a date: quotes and full stops, `tgl.`, a weekday, a place before a comma, a time of day. */
function withoutSurroundings(said: string): string {
  const bare = said.replace(/^[\s"'(.,;:]+|[\s"').,;:]+$/g, '').replace(clock, '')
  const next = bare.replace(introductions, '').replace(/^(?!belum|batal|rencana|tidak|akan|draf)[a-z][a-z .'-]{2,40}, *(?=\d)/, '')
  return next === said ? said : withoutSurroundings(next)
}

const weekdays =
  "senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad|sen|sel|rab|kam|jum|sab|min|mgg|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun"
const introductions = new RegExp(`^(?:pada|hari|ini|tgl|tggl|tanggal|tertanggal|dated?|on|${weekdays})\\b[\\s.,:/]+`)
const clock =
  /(?:[ t]|, *)(?:(?:pukul|jam|pkl\.?|at) *)?\d{1,2}[:.]\d\d(?:[:.]\d\d(?:\.\d+)?)? *(?:am|pm|wib|wita|wit)?(?:z|(?:gmt)?[+-]\d{1,2}(?::?\d\d)?)?$/

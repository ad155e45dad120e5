import type { Locale } from './words.ts'

/** IANA zones of the three Indonesian times, with the abbreviation that people write. */
export const zones = { 'Asia/Jakarta': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' } as const
export type Zone = keyof typeof zones

const tags: Partial<Record<string, string>> = { id: 'id-ID', en: 'en-GB' }
/** What the world knows of a language; of one it does not know, what it knows of Indonesian. */
export const tagOf = (locale: Locale): string => tags[locale] ?? locale
const tagsOf = (locale: Locale): string[] => [tagOf(locale), 'id-ID']
const cache = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>()
function cached<T extends Intl.DateTimeFormat | Intl.NumberFormat>(key: string, make: () => T): T {
  const found = cache.get(key) as T | undefined
  if (found) return found
  const made = make()
  cache.set(key, made)
  return made
}

/**
 * A calendar day `2023-07-20` as "20 Juli 2023"; `short` gives "20 Jul 2023". Lists name the same days again and again, so each is made
 * once.
 */
export function formatDay(locale: Locale, day: string, length: 'long' | 'short' = 'long'): string {
  const key = `${locale}${length}${day}`
  const known = days.get(key)
  if (known !== undefined) return known
  const format = cached(
    `d${locale}${length}`,
    () => new Intl.DateTimeFormat(tagsOf(locale), { day: 'numeric', month: length, year: 'numeric', timeZone: 'UTC' }),
  )
  const made = threeLetters(format.format(new Date(`${day}T00:00:00Z`)))
  if (days.size >= mostDays) days.clear()
  days.set(key, made)
  return made
}

/** A day with its day of the week: "Kamis, 20 November 2025". */
export const formatWeekday = (locale: Locale, day: string): string => inWordsOf(locale, day, { weekday: 'long', day: 'numeric' })

/** The day of the week alone, in few letters: "Kam". */
export const formatWeekdayShort = (locale: Locale, day: string): string =>
  cached(`weekday ${locale}`, () => new Intl.DateTimeFormat(tagsOf(locale), { weekday: 'short', timeZone: 'UTC' })).format(
    new Date(`${day}T00:00:00Z`),
  )

/** The month of a day: "November 2025". */
export const formatMonth = (locale: Locale, day: string): string => inWordsOf(locale, day, {})

/** The same in few letters, without its year: "Nov". */
export const formatMonthShort = (locale: Locale, day: string): string =>
  threeLetters(
    cached(`m${locale}`, () => new Intl.DateTimeFormat(tagsOf(locale), { month: 'short', timeZone: 'UTC' })).format(
      new Date(`${day}T00:00:00Z`),
    ),
  )

/** Short months have three letters, this one too. */
const threeLetters = (text: string): string => text.replace(/\bSept\b/g, 'Sep')

const inWordsOf = (locale: Locale, day: string, more: Intl.DateTimeFormatOptions): string =>
  cached(
    `w${locale}${more.weekday ?? ''}`,
    () => new Intl.DateTimeFormat(tagsOf(locale), { month: 'long', year: 'numeric', timeZone: 'UTC', ...more }),
  ).format(new Date(`${day}T00:00:00Z`))

const days = new Map<string, string>()
const mostDays = 10_000

/** An instant in an office's zone: "20 Juli 2023, 19.30 WIB". */
export function formatTime(locale: Locale, instant: Date | string, zone: Zone = 'Asia/Jakarta', length: 'long' | 'short' = 'long'): string {
  const at = new Date(instant)
  return `${formatDay(locale, dayIn(at, zone), length)}, ${formatClock(locale, at, zone)}`
}

/** Only the clock of an instant: "19.30 WIB". */
export const formatClock = (locale: Locale, instant: Date | string, zone: Zone): string =>
  `${clockOf(locale, zone).format(new Date(instant))} ${zones[zone]}`

/** From one hour to another of the same day: "13.00–15.30 WIB". */
export const formatHours = (locale: Locale, from: Date | string, to: Date | string, zone: Zone): string =>
  `${clockOf(locale, zone).format(new Date(from))}–${formatClock(locale, to, zone)}`

/** From one day to another, no part said twice: "26–28 Nov 2026". */
export const formatDays = (locale: Locale, from: string, to: string): string =>
  threeLetters(
    cached(
      `r${locale}`,
      () => new Intl.DateTimeFormat(tagsOf(locale), { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
    ).formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`)),
  )

/** As short as an instant can be said: of today "19.30 WIB", of another day "20 Jul 2023". */
export function formatMoment(locale: Locale, instant: Date | string, zone: Zone, today: string): string {
  const at = new Date(instant)
  const day = dayIn(at, zone)
  return day === today ? formatClock(locale, at, zone) : formatDay(locale, day, 'short')
}

/** A full hour of a day: "07.00" (id) or "07:00" (en). */
export const formatHour = (locale: Locale, hour: number): string => clockOf(locale, 'Asia/Jakarta').format(instantOf('2026-01-01', hour))

const clockOf = (locale: Locale, zone: Zone) =>
  cached(
    `t${locale}${zone}`,
    () => new Intl.DateTimeFormat(tagsOf(locale), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }),
  )

/** The calendar day `yyyy-mm-dd` that an instant falls on in a zone. None of the three has changed its clock since 1964. */
export const dayIn = (instant: Date, zone: Zone = 'Asia/Jakarta'): string =>
  new Date(instant.getTime() + hoursAhead[zone] * 3_600_000).toISOString().slice(0, 10)

/** The instant at which a day has that hour in a zone, its beginning if none is named. */
export const instantOf = (day: string, hour = 0, zone: Zone = 'Asia/Jakarta'): Date =>
  new Date(Date.parse(`${day}T00:00:00Z`) + (hour - hoursAhead[zone]) * 3_600_000)

/** How many hours the clock of a zone is ahead of Greenwich. */
export const hoursAhead: Record<Zone, number> = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 }

/** 1234.5 as "1.234,5" (id) or "1,234.5" (en); at most `digits` decimals. */
export function formatNumber(locale: Locale, value: number, digits = 0): string {
  return cached(`n${locale}${digits}`, () => new Intl.NumberFormat(tagsOf(locale), { maximumFractionDigits: digits })).format(value)
}

/**
 * A score with exactly one decimal: "72,5", "80,0". Rounds as `formatNumber` does, by what the number says and not by how it is stored:
 * 84.05 is "84,1".
 */
export function formatScore(locale: Locale, value: number): string {
  const one = { minimumFractionDigits: 1, maximumFractionDigits: 1 }
  return cached(`s${locale}`, () => new Intl.NumberFormat(tagsOf(locale), one)).format(value)
}

/**
 * A part of a whole as "57%"; the denominator is for the caller to say. Only nothing is "0%" and only all is "100%": what would be rounded
 * there is "<1%" or ">99%".
 */
export function formatShare(locale: Locale, part: number, whole: number): string {
  if (!whole) return '–'
  const percent = (part / whole) * 100
  if (percent > 0 && percent < 0.5) return '<1%'
  if (percent < 100 && percent >= 99.5) return '>99%'
  return `${formatNumber(locale, percent)}%`
}

/** "A, B, dan C", or with `disjunction` "A, B, atau C". */
export const listOf = (locale: Locale, type: 'conjunction' | 'disjunction', items: readonly string[]): string =>
  new Intl.ListFormat([locale, 'id'], { type }).format(items)

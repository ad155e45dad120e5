import type { Locale } from './words.ts'

/** IANA zones of the three Indonesian times, with the abbreviation that people write. */
export const zones = { 'Asia/Jakarta': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' } as const
export type Zone = keyof typeof zones

const tags = { id: 'id-ID', en: 'en-GB' } as const
const cache = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>()
function cached<T extends Intl.DateTimeFormat | Intl.NumberFormat>(key: string, make: () => T): T {
  const found = cache.get(key) as T | undefined
  if (found) return found
  const made = make()
  cache.set(key, made)
  return made
}

/** A calendar day `2023-07-20` as "20 Juli 2023"; `short` gives "20 Jul 2023". */
export function formatDay(locale: Locale, day: string, length: 'long' | 'short' = 'long'): string {
  const month = length === 'long' ? 'long' : 'short'
  return cached(
    `d${locale}${month}`,
    () => new Intl.DateTimeFormat(tags[locale], { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' }),
  ).format(new Date(`${day}T00:00:00Z`))
}

/** An instant in an office's zone: "20 Juli 2023, 19.30 WIB". */
export function formatTime(locale: Locale, instant: Date | string, zone: Zone = 'Asia/Jakarta', length: 'long' | 'short' = 'long'): string {
  const at = new Date(instant)
  const clock = cached(
    `t${locale}${zone}`,
    () => new Intl.DateTimeFormat(tags[locale], { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: zone }),
  ).format(at)
  return `${formatDay(locale, dayIn(at, zone), length)}, ${clock} ${zones[zone]}`
}

/** The calendar day `yyyy-mm-dd` that an instant falls on in a zone. */
export function dayIn(instant: Date, zone: Zone = 'Asia/Jakarta'): string {
  return cached(
    `z${zone}`,
    () => new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone }),
  ).format(instant)
}

/** 1234.5 as "1.234,5" (id) or "1,234.5" (en); at most `digits` decimals. */
export function formatNumber(locale: Locale, value: number, digits = 0): string {
  return cached(`n${locale}${digits}`, () => new Intl.NumberFormat(tags[locale], { maximumFractionDigits: digits })).format(value)
}

/** A share of 0 to 1 as "57 %"; the denominator is for the caller to say. */
export const formatShare = (locale: Locale, part: number, whole: number): string =>
  whole ? `${formatNumber(locale, (part / whole) * 100)} %` : '–'

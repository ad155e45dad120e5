import { formatDay } from '../../../platform/i18n/format.ts'
import type { Locale } from '../../../platform/i18n/words.ts'

/** Every text in a value, however deep, so that no line ends within a day, an hour or a number with its word: "13 Nov 2026", "19.35 WIB". */
export function keptTogether<T>(locale: Locale, value: T): T {
  const patterns = patternsOf(locale)
  const keep = (held: unknown): unknown => {
    if (typeof held === 'string') return patterns.reduce((text, pattern) => text.replace(pattern, joined), held)
    if (Array.isArray(held)) return held.map(keep)
    if (typeof held !== 'object' || held === null) return held
    return Object.fromEntries(Object.entries(held).map(([key, each]) => [key, keep(each)]))
  }
  return keep(value) as T
}

const joined = (found: string): string => found.replaceAll(' ', '\u00a0')

function patternsOf(locale: Locale): RegExp[] {
  const months = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}-01`)
  const names = [...new Set(months.flatMap(day => [formatDay(locale, day), formatDay(locale, day, 'short')]).map(day => day.split(' ')[1]))]
  return [new RegExp(`\\b\\d{1,2} (?:${names.join('|')}) \\d{4}\\b`, 'g'), /\b\d\d[.:]\d\d WI(?:B|TA|T)\b/g]
}

import { readDay } from '../../../../platform/reading/days.ts'
import { monthOf } from '../../../../platform/reading/months.ts'
import { plain } from '../../../../platform/reading/text.ts'

/**
 * The one day that a heading or a cell of a programme says: `Kamis, 20 Juli 2023`, `Hari Pertama: Rabu, 30 Juli 2025`,
 * `HARI I (13-06-2022)`. Null when it says none, or several: `Jakarta, 13–15 Juni 2022`.
 */
export function dayNamed(text: string): string | null {
  if (text.length > 300) return null
  const said = plain(text).toLowerCase().replace(ordinal, ' ')
  const whole = readDay(said)
  if (whole !== null) return whole
  const days = new Set<string | null>()
  for (const { 0: date, index, groups } of said.matchAll(dates)) {
    if (groups?.month !== undefined && monthOf(groups.month) === null) continue
    if (lastOfSeveral.test(said.slice(0, index))) return null
    days.add(readDay(date))
  }
  const [day = null] = days
  return days.size === 1 ? day : null
}

/** `Hari I`, `hari ke-2`: which one of the programme it is, unless a month follows (`hari 13 Juni 2022`). */
const ordinal = /\b(?:hari|day|sesi|h)\b[\s-]*(?:ke\b)?[\s-]*(?:\d{1,2}|[ivx]{1,4})\b(?!\s*\p{L}{3,}\.? \d)/gu

/** How the names of months begin, in Indonesian and English; `monthOf` decides. */
const month = '(?:jan|feb|peb|mar|mrt|apr|mei|may|jun|jul|agu|aug|ags|agt|sep|okt|oct|nov|nop|des|dec)\\p{L}{0,9}'
const dates = new RegExp(
  String.raw`(?<!\d|\d[.,/-])(?:${[
    String.raw`\d{4}-\d{1,2}-\d{1,2}`,
    String.raw`\d{1,2}([/-])\d{1,2}\1(?:\d{4}|\d\d)`,
    String.raw`\d{1,2}\.\d{1,2}\.\d{4}`,
    String.raw`\d{1,2}[ .-]*(?<month>${month})(?:[ .,-]*\d{4}|[ .'-]{0,2}\d\d(?! ?${month}))`,
  ].join('|')})(?!\d|[.:]\d)`,
  'gu',
)

/** What stands before the last day of several: `13 - `, `13 Juni s.d. Rabu, `, `13, 14 dan `. */
const lastOfSeveral = /\b\d{1,2}(?: \p{L}+)? ?(?:[-~,&+/]|s\.? ?d\.?|s\/d\.?|sampai(?: dengan)?|hingga|dan) ?(?:\p{L}+'?\p{L}*,? ?)?$/u

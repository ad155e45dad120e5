import type { Paper } from '../../../platform/documents/paper.ts'
import { dayIn, formatClock, formatTime, formatWeekday, tagOf, type Zone } from '../../../platform/i18n/format.ts'
import type { Locale } from '../../../platform/i18n/words.ts'
import type { MeetingRow } from '../../meetings/queries/visible.ts'
import { words as organisation } from '../../organisation/words.ts'
import { words as reportWords } from '../../reports/words.ts'
import { paperWords } from '../words/on-paper.ts'

/** What every paper has of a meeting: letterhead of its office, language, foot, and the instant that its documents are dated. */
export function frameOf(
  locale: Locale,
  meeting: MeetingRow,
  made: Date,
): Pick<Paper, 'layout' | 'lang' | 'letterhead' | 'foot' | 'pageWords' | 'made'> {
  const w = paperWords[locale]
  const isNational = !meeting.path.includes('.')
  return {
    layout: 'paper',
    lang: tagOf(locale).slice(0, 2),
    letterhead: [...reportWords[locale].letterhead.split('\n'), ...(isNational ? [] : [meeting.officeName.toUpperCase()])],
    foot: `${meeting.number} · ${meeting.title}`,
    pageWords: [w.page, w.of],
    made: made.toISOString(),
  }
}

type Times = { startsAt: Date | string; endsAt: Date | string | null; zone: Zone }

/** "Kamis, 20 November 2025", or from one day to another. */
export function daysOf(locale: Locale, { startsAt, endsAt, zone }: Times): string {
  const [first, last] = [startsAt, endsAt ?? startsAt].map(at => dayIn(new Date(at), zone)) as [string, string]
  if (first === last) return formatWeekday(locale, first)
  return paperWords[locale].until({ from: formatWeekday(locale, first), to: formatWeekday(locale, last) })
}

/** "08.00 WIB sampai 16.00 WIB"; of one whose end nobody knows, "sampai selesai". */
export function hoursOf(locale: Locale, { startsAt, endsAt, zone }: Times): string {
  const w = paperWords[locale]
  const from = formatClock(locale, startsAt, zone)
  if (!endsAt) return w.onwards({ from })
  return w.until({ from, to: formatClock(locale, endsAt, zone) })
}

export const momentOf = (locale: Locale, at: Date | string, zone: Zone): string => formatTime(locale, at, zone)

type Post = { position: string | null; unit: string | null; acting: string | null }

/** "Plt. Sekretaris", "Ketua Divisi Hukum dan Pengawasan": a post as it was on the day of the meeting. */
export function positionText(locale: Locale, { position, unit, acting }: Post): string {
  const o = organisation[locale]
  const units: Readonly<Record<string, string>> = o.units
  const actings: Readonly<Record<string, string>> = o.actingShort
  return [acting ? (actings[acting] ?? '') : '', position ?? '', unit ? (units[unit] ?? '') : ''].filter(Boolean).join(' ')
}

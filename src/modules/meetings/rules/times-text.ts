import { formatClock, formatTime } from '../../../platform/i18n/format.ts'
import type { Locale } from '../../../platform/i18n/words.ts'
import type { Meeting } from '../schema/meetings.ts'
import { words } from '../words/words.ts'
import { localAt } from './local-time.ts'

/** From when to when by the clock of its office; that nobody said when it ends is said. */
export function timesText(locale: Locale, { startsAt, endsAt, zone }: Pick<Meeting, 'startsAt' | 'endsAt' | 'zone'>): string {
  const w = words[locale]
  const from = formatTime(locale, startsAt, zone)
  if (!endsAt) return w.openEnd({ from })
  const sameDay = localAt(startsAt, zone).slice(0, 10) === localAt(endsAt, zone).slice(0, 10)
  return w.until({ from, to: sameDay ? formatClock(locale, endsAt, zone) : formatTime(locale, endsAt, zone) })
}

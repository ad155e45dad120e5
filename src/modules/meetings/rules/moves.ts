import { isDeepStrictEqual } from 'node:util'
import type { Locale } from '../../../platform/i18n/words.ts'
import type { WhenAndWhere } from '../schema/meetings.ts'
import { words } from '../words/words.ts'
import { timesText } from './times-text.ts'

/** For how long somebody may still correct an hour or a place before it is told, in milliseconds. */
export const correctable = 600_000
/** What begins within so many milliseconds is told at once. */
const soon = 3_600_000

/** When to tell that a meeting moved: ten minutes after its last change, at once where it began or begins soon. */
export const tellMoveAt = (now: Date, ...moments: readonly WhenAndWhere[]): Date =>
  moments.some(({ startsAt }) => Date.parse(startsAt) - now.getTime() < soon) ? now : new Date(now.getTime() + correctable)

export const isMoved = (was: WhenAndWhere, is: WhenAndWhere): boolean => !isDeepStrictEqual(was, is)

/** What is different, each as it was and as it is: hours, then place. */
export function moveText(locale: Locale, was: WhenAndWhere, is: WhenAndWhere): string {
  const w = words[locale].moves
  const times = [was, is].map(each => timesText(locale, each)) as [string, string]
  const places = [was, is].map(each => placeText(locale, each)) as [string, string]
  return [
    ...(times[0] === times[1] ? [] : [w.time({ was: times[0], is: times[1] })]),
    ...(places[0] === places[1] ? [] : [w.place({ was: places[0], is: places[1] })]),
    ...(was.link === is.link ? [] : [w.link]),
  ].join('; ')
}

const placeText = (locale: Locale, { mode, place }: WhenAndWhere): string =>
  mode === 'online' || !place ? words[locale].modes[mode] : mode === 'onsite' ? place : `${place} (${words[locale].modes[mode]})`

import type { Power } from '../authority/roles.ts'
import type { Locale, Localized } from '../i18n/words.ts'

/** What a status says and what sets it; what comes next, and who does it. */
export type Meaning = { readonly means: string; readonly next: string }

/**
 * The statuses of a kind of thing, explained at `/bantuan/status#<kind>-<status>` to whoever holds the power anywhere; kinds of
 * the smallest `order` come first.
 */
export type StatusKind = {
  kind: string
  power?: Power
  order: number
  name: Localized
  statuses: readonly string[]
  labels(locale: Locale): Readonly<Record<string, string>>
  meanings(locale: Locale): Readonly<Record<string, Meaning>>
}

/** One that misses a status is a type error. */
export const statusKind = <Status extends string>(
  kind: Omit<StatusKind, 'statuses' | 'labels' | 'meanings'> & {
    statuses: readonly Status[]
    labels(locale: Locale): Readonly<Record<Status, string>>
    meanings(locale: Locale): Readonly<Record<Status, Meaning>>
  },
): StatusKind => kind

/** Where a status is explained. */
export const explanationOf = (kind: string, status: string): string => `/bantuan/status#${kind}-${status}`

import type { z } from 'zod'
import type { Locale, Localized } from '../i18n/words.ts'

/** How a notice goes by mail: in a letter of its own at once, in the summary of the day, or not at all. */
export const mailModes = ['now', 'digest', 'off'] as const
export type MailMode = (typeof mailModes)[number]

/** What people are told about, contributed by a module. Every notice stands in the inbox; a channel says how else it comes. */
export type NoticeKind<P extends z.ZodType = z.ZodType> = {
  kind: string
  /** As it is called where people choose how to be told. */
  names: Localized
  /** By mail, unless somebody chose otherwise. */
  mail: MailMode
  /** Its letter cannot be turned off, since somebody's work would stand still. */
  isRequired?: true
  /**
   * More of it comes under the same key, and then the line is replaced: it is unread again, and goes by mail again. Who tells has claimed
   * in a ledger of their own what is new.
   */
  grows?: true
  /** What the words need, kept with the notice. */
  params: P
  /** One line that says it, as the inbox and the summary show it. */
  say(locale: Locale, params: z.output<P>): string
  /** Where it leads, when not to the page of its subject. */
  path?(params: z.output<P>, subjectId: string): string
}
export const noticeKind = <P extends z.ZodType>(definition: NoticeKind<P>): NoticeKind<P> => definition
export type AnyNoticeKind = NoticeKind<any>
export type NoticeKinds = ReadonlyMap<string, AnyNoticeKind>

type Kept = { kind: string; params: unknown }

/** The line of a notice; of a kind that there no longer is, or with params of another time, its kind alone. */
export function lineOf(kinds: NoticeKinds, locale: Locale, { kind, params }: Kept): string {
  const known = kinds.get(kind)
  const parsed = known?.params.safeParse(params)
  return known && parsed?.success ? known.say(locale, parsed.data) : (known?.names[locale] ?? kind)
}

/** Where a notice leads, when not to the page of its subject. */
export function pathOf(kinds: NoticeKinds, { kind, params }: Kept, subjectId: string): string | undefined {
  const known = kinds.get(kind)
  const parsed = known?.params.safeParse(params)
  return parsed?.success ? known?.path?.(parsed.data, subjectId) : undefined
}

/** What one person is to be told: `key` is what is never told them twice of this kind, unless that grows. */
export type Telling = {
  to: string
  kind: string
  key: string
  subject: { kind: string; id: string }
  params: object
  /** It says all that those of its kind about the same thing said before: what of them is unread counts as read. */
  replaces?: boolean
}

import type { Crumb } from './ui/breadcrumbs.tsx'
import type { NoticeKind } from './ui/notice.tsx'

export type Theme = 'auto' | 'light' | 'dark'
/** `inboxLines`: how many lines the inbox has, many notices of a kind being one. */
export type Person = { name: string; office: string; role: string; inboxLines: number }
/** One line of the left list; `count` is how many wait there for this person. `current` marks the thread that the page belongs to. */
export type NavigationItem = { href: string; label: string; count?: number | undefined; current?: boolean | undefined; thread?: string }
/** What the left list is grouped by, in this order; the last is folded where the list is long. */
export const threads = ['home', 'cooperation', 'outcome', 'manage'] as const
export type Thread = (typeof threads)[number]

/**
 * What stands around a page. `path` is the address of this page with its query (`/perjanjian?q=x`); `person: null` shows "Masuk".
 * `banner` is one line above everything (demo world, maintenance ahead); `notice` tells what came of the last action.
 * `csrf` is the token that the small forms of the frame (language, theme, sign out) send along as `csrf`.
 */
export type Frame = {
  title: string
  path: string
  person: Person | null
  navigation: readonly NavigationItem[]
  /** Lines for somebody who is not signed in, beside the way in. */
  visitor?: readonly NavigationItem[] | undefined
  breadcrumbs: readonly Crumb[]
  banner?: string | undefined
  notice?: { kind: NoticeKind; text: string } | undefined
  search?: boolean | undefined
  theme?: Theme | undefined
  /** Whose device this is, while somebody is signed in; with a service worker unless it was turned off. */
  device?: { person: string; hasWorker: boolean } | undefined
  csrf?: string | undefined
}

import type { Context as HonoContext } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import type { VNode } from 'preact'
import type { Actor } from '../authority/actor.ts'
import type { Power } from '../authority/roles.ts'
import type { Zone } from '../i18n/format.ts'
import type { Locale, Localized } from '../i18n/words.ts'
import { type Entries, readEntries } from '../intake/entries.ts'
import { most, tooLarge } from '../intake/limits.ts'
import type { AnyOperation, Kernel } from '../operation/operation.ts'
import { firstOf } from '../values/cut.ts'

/** What every route finds in `c.var`. */
export type Env = {
  Variables: {
    kernel: Kernel
    actor: Actor
    viewer: { locale: Locale; zone: Zone; today: string }
    theme: 'auto' | 'light' | 'dark'
    /** Id of this request, in logs and on the page of a bug. */
    reference: string
    /** Said once, on the page after a redirect. */
    notice: { kind: 'success' | 'info' | 'warning' | 'error'; text: string } | null
    /** How many lines the inbox of this person has, many notices of a kind being one; counted for pages alone. */
    inboxLines: number
    /** The left list for this person by thread, with the line of this path marked. */
    navigation: (path: string) => { href: string; label: string; count?: number | undefined; current?: boolean; thread?: string }[]
    /** What the modules add to each other's pages, in their order. */
    sections: readonly PageSection[]
    /** What finds choices by what was typed, by its address: for a field that finds them in a later module. */
    searches: ReadonlyMap<string, AnyOperation>
    /** The address is for everybody: whoever is not signed in is told what is wrong with it, not asked in. */
    isForEverybody?: true
    /** Gives back the place of a stranger's download, until the body of the answer takes that over. */
    leaveDownload?: (() => void) | undefined
    /** What is done once the answer is made, whatever it is. */
    afterwards: (() => unknown)[]
    /** Refuses when whoever sends this has meanwhile lost their session, their token or a role; asked when a body took its time. */
    askAgain: () => Promise<void>
    /** Token of the session that was used, to sign it out. */
    sessionToken: string | null
  }
}
export type Request = HonoContext<Env>

/** Of a section that may stand on the page of a thing of any kind. */
export const everyKind = Symbol('every kind')
/**
 * What a module adds to the page of another's thing, for whoever holds the power anywhere: `on` is the kind of the thing, or every kind;
 * the smallest `order` comes first; nothing where there is nothing to say. `stands` are the addresses to which the page leads anyway.
 */
export type PageSection = {
  on: string | typeof everyKind
  order: number
  /** Or `open` for whoever the page is for, signed in or not. */
  power: Power | 'open'
  render(
    c: Request,
    subject: { kind: string; id: string; name: string; code?: string; stands?: ReadonlySet<string> },
  ): Promise<VNode | null>
}

/** A value of a form: text, an uploaded file, a list or a group of these. */
export type FormValue = string | { name: string; bytes: Uint8Array } | FormValue[] | { [name: string]: FormValue }
export type FormValues = { [name: string]: FormValue }

/** A posted form without files as nested values: `parties.0.number` becomes `parties: [{ number }]`, a name given twice a list. */
export const readForm = async (c: Request): Promise<FormValues> => formValues(await readEntries(c))

/**
 * The same of a form that was read. An empty text is left out, so "not filled in" is the same from a page and from a program; files are `{
 * name, bytes }`.
 */
export function formValues({ texts, files }: Entries): FormValues {
  const flat = new Map<string, FormValue[]>()
  for (const [name, value] of [...texts, ...files.map(({ key, file }) => [key, file] as const)]) {
    const before = flat.get(name)
    if (value === '') continue
    if (before) before.push(value)
    else flat.set(name, [value])
  }
  return nest([...flat].map(([name, values]) => [name, values.length > 1 ? values : values[0]!]))
}

/**
 * Names with dots become groups; a group whose names are all numbers becomes a list, in that order, without gaps. Refuses `too_large` a
 * group of too many names.
 */
export function nest(flat: Iterable<[string, FormValue]>): FormValues {
  const tree: FormValues = Object.create(null)
  const names = new Map<object, number>()
  const put = (group: FormValues, name: string, value: FormValue) => {
    if (!(name in group) && !isNumber.test(name)) names.set(group, (names.get(group) ?? 0) + 1)
    if (names.get(group)! > most.names) throw tooLarge()
    group[name] = value
  }
  for (const [name, value] of flat) {
    const path = name.split('.')
    if (path.length > 6 || path.some(part => part === '__proto__' || part === 'constructor' || part === 'prototype')) continue
    let at = tree
    for (const part of path.slice(0, -1)) {
      const next = at[part]
      if (!next || typeof next !== 'object' || Array.isArray(next) || 'bytes' in next) put(at, part, Object.create(null))
      at = at[part] as FormValues
    }
    put(at, path.at(-1)!, value)
  }
  return listed(tree) as FormValues
}

const isNumber = /^\d{1,4}$/

function listed(value: FormValue): FormValue {
  if (typeof value !== 'object' || Array.isArray(value) || 'bytes' in value) return value // the command also gives yes and no
  const entries = Object.entries(value).map(([name, each]) => [name, listed(each)] as const)
  if (entries.length && entries.every(([name]) => isNumber.test(name)))
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, each]) => each)
  return Object.fromEntries(entries)
}

/** A form that a script sends, rather than a page: it is answered with where it would lead, or with a problem as a program is. */
export const asksForJson = (c: Request): boolean => /^application\/json\b/.test(c.req.header('accept') ?? '')

/**
 * Sends the person on after a change, with a word on the next page about what happened, short enough for browsers to keep it in a cookie.
 */
export function redirect(c: Request, to: string, message?: Localized, kind: 'success' | 'info' | 'warning' = 'success'): Response {
  if (message) {
    const text = message[c.var.viewer.locale]
    const short = text.length > 300 ? `${firstOf(text, 300)} …` : text
    setCookie(c, 'notice', JSON.stringify({ kind, text: short }), { ...noticeCookie(c), maxAge: 60 })
  }
  return asksForJson(c) ? c.json({ to }) : c.redirect(to, 303)
}

/** The word has been shown. */
export const clearNotice = (c: Request): void => void deleteCookie(c, 'notice', noticeCookie(c))

const noticeCookie = (c: Request) =>
  ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: c.var.kernel.baseUrl.startsWith('https:') }) as const

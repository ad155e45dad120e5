import { type Language, languages, register } from './languages.ts'
import { compile, type Given, type Say } from './pattern.ts'
import type { Message, Saying } from './values.ts'

/** The languages that Sinergi is written in. */
export const locales = ['id', 'en'] as const
/** The tag of a language; `added` stands for all that were added, so that what only knows two languages does not compile. */
export type Locale = 'id' | 'en' | 'added'

type Dictionary = { readonly [key: string]: string | Dictionary }
type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> }
type Compiled<T> = { readonly [K in keyof T]: T[K] extends string ? Message<T[K]> : Compiled<T[K]> }
type Pair = { readonly id: string; readonly en: string }
type Pairs = { readonly [key: string]: Pair | Pairs }
type Texts<T> = { readonly [K in keyof T]: T[K] extends Pair ? Saying<T[K]['id']> : Texts<T[K]> }

/** The words of one place in every language, with equal keys: `useWords(words)` in a view gives the reader's own. */
export type Words<T> = { readonly [language in Locale]: T }
/** One text in every language. */
export type Localized = Words<string>

/**
 * Indonesian says which words there are and what goes into them; a missing or an extra English one is a type error. `name` is where they
 * stand, such as `evaluation.cycles`: with the path it is the key under which a translator finds each.
 *
 * @throws Error when the name is taken
 */
export function words<const T extends Dictionary>(name: string, all: { id: T; en: Same<T> }): Words<Compiled<T>> {
  const made = inAnyLanguage<Compiled<T>>()
  register(
    name,
    pairsOf(name, all.id, all.en as Dictionary),
    language => {
      made[language.tag] = compiled(name, language.tag === 'en' ? (all.en as Dictionary) : all.id, language) as Compiled<T>
    },
    tag => delete (made as Partial<typeof made>)[tag],
  )
  return made
}

/** Words that are said in every language at once, such as refusals: `texts('x', { late: { id: 'Sudah lewat.', en: 'It is over.' } })`. */
export function texts<const T extends Pairs>(name: string, all: T): Texts<T> {
  const [pairs, made] = [new Map<string, Pair>(), {} as Record<string, unknown>]
  const fixed: [key: string, said: Record<string, string>][] = []
  const visit = (path: string, from: Pairs, into: Record<string, unknown>): void => {
    for (const [key, entry] of Object.entries(from)) {
      const at = `${path}.${key}`
      const plain: Record<string, string> = {}
      into[key] = isPair(entry) && isPattern(entry.id) ? saying(at, entry) : plain
      if (!isPair(entry)) visit(at, entry, plain)
      else {
        pairs.set(at, entry)
        if (!isPattern(entry.id)) fixed.push([at, plain])
      }
    }
  }
  visit(name, all, made)
  register(
    name,
    pairs,
    language => {
      for (const [key, said] of fixed) said[language.tag] = textOf(language, key, pairs.get(key)!)
    },
    tag => {
      for (const [, said] of fixed) delete said[tag]
    },
  )
  return made as Texts<T>
}

/** Something said in every language, computed: `inWords(words, w => w.saved)`. */
export const inWords = <T>(all: Words<T>, pick: (w: T, locale: Locale) => string): Localized => inEach(locale => pick(all[locale], locale))
export const inEach = (say: (locale: Locale) => string): Localized =>
  Object.fromEntries([...languages.keys()].map(tag => [tag, say(tag)])) as Localized

/** Several dictionaries as one, for a page that speaks of all. */
export function together<T extends Words<object>[]>(...all: T): Words<Merged<T>> {
  const made = inAnyLanguage<Merged<T>>()
  register(
    undefined,
    new Map(),
    ({ tag }) => {
      made[tag] = Object.assign({}, ...all.map(each => each[tag])) as Merged<T>
    },
    tag => delete (made as Partial<typeof made>)[tag],
  )
  return made
}

type Merged<T extends unknown[]> = T extends [Words<infer First>, ...infer Rest] ? First & Merged<Rest> : unknown

type Two = { readonly id: string; readonly en: string }
/** A text that is kept in the languages that there were; in any other it is read in Indonesian. */
export function textIn(text: Two, locale: Locale): string
export function textIn(text: Two | undefined, locale: Locale): string | undefined
export function textIn(text: Two | undefined, locale: Locale): string | undefined {
  return text && ((text as Record<string, string>)[locale] ?? text.id)
}

/** The language that a request prefers: `?bahasa=` or cookie first, then the browser's list, then Indonesian or what else is named. */
export function localeOf(chosen: string | undefined, accepted: string | undefined, otherwise: Locale = 'id'): Locale {
  if (chosen && languages.has(chosen as Locale)) return chosen as Locale
  const wanted = accepted?.slice(0, 500).split(',') ?? []
  for (const part of wanted) {
    const tag = part.split(';')[0]!.trim()
    const found = [tag, tag.split('-')[0]!.toLowerCase()].find(each => languages.has(each as Locale))
    if (found) return found as Locale
  }
  return otherwise
}

/** A language that was kept for somebody, as long as there is one of that name. */
export const asLocale = (tag: string): Locale => (languages.has(tag as Locale) ? (tag as Locale) : 'id')

/** A language that another process has added a moment ago is spoken in Indonesian until this one knows it too. */
function inAnyLanguage<T>(): Record<Locale, T> {
  const made = {} as Record<Locale, T>
  return Object.setPrototypeOf(made, new Proxy({}, { get: (_, key) => (isTag(key) ? made.id : undefined) }))
}
const isTag = (key: string | symbol): boolean => typeof key === 'string' && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(key)

const isPair = (entry: Pair | Pairs): entry is Pair => typeof entry.id === 'string' && typeof entry.en === 'string'
const isPattern = (text: string): boolean => text.includes('{')
const textOf = ({ tag, texts: own }: Language, key: string, pair: Pair): string => own.get(key) ?? (tag === 'en' ? pair.en : pair.id)

function pairsOf(path: string, id: Dictionary, en: Dictionary, into = new Map<string, Pair>()): Map<string, Pair> {
  for (const [key, entry] of Object.entries(id)) {
    const [at, other] = [`${path}.${key}`, en[key]]
    if (typeof entry === 'string') into.set(at, { id: entry, en: other as string })
    else pairsOf(at, entry, other as Dictionary, into)
  }
  return into
}

function compiled(path: string, from: Dictionary, language: Language): Record<string, unknown> {
  const one = (key: string, entry: string | Dictionary): unknown => {
    if (typeof entry !== 'string') return compiled(key, entry, language)
    const text = language.texts.get(key) ?? entry
    return isPattern(entry) ? once(() => compile(text, language.tag)) : text
  }
  return Object.fromEntries(Object.entries(from).map(([key, entry]) => [key, one(`${path}.${key}`, entry)]))
}

/** Patterns are read when they are first said: a start does not wait for those of pages nobody opens. */
function once(make: () => Say): Say {
  let made: Say | undefined
  return given => {
    made ??= make()
    return made(given)
  }
}

function saying(key: string, pair: Pair): (given: Given) => Localized {
  const made = new Map<Language, Say>()
  return given =>
    inEach(tag => {
      const language = languages.get(tag)!
      const say = made.get(language) ?? compile(textOf(language, key, pair), tag)
      made.set(language, say)
      return say(given)
    })
}

export const locales = ['id', 'en'] as const
export type Locale = (typeof locales)[number]

type Entry = string | ((...values: never[]) => string)
type Dictionary = { readonly [key: string]: Entry | Dictionary }
type Same<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...values: infer A) => string
      ? (...values: A) => string
      : Same<T[K]>
}

/** The words of one module in both languages, with equal keys: `useWords(words)` in a view gives the reader's own. */
export type Words<T> = { readonly id: T; readonly en: Same<T> }

/** Indonesian says which words there are; a missing or an extra English one is a type error. */
export const words = <const T extends Dictionary>(all: { id: T; en: Same<T> }): Words<T> => all

/** The language that a request prefers: `?bahasa=` or cookie first, then the browser's list, then Indonesian. */
export function localeOf(chosen: string | undefined, accepted: string | undefined): Locale {
  if (chosen === 'id' || chosen === 'en') return chosen
  const first = accepted
    ?.split(',')
    .map(part => part.trim().slice(0, 2).toLowerCase())
    .find(language => language === 'id' || language === 'en')
  return first === 'en' ? 'en' : 'id'
}

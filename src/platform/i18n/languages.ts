import type { Locale } from './words.ts'

/** A language that people can choose. `texts` are translations by key; what is not among them is said in Indonesian. */
export type Language = { tag: Locale; name: string; texts: ReadonlyMap<string, string> }
type Pair = { readonly id: string; readonly en: string }
type Group = { pairs: ReadonlyMap<string, Pair>; add(language: Language): void; drop(tag: Locale): unknown }

/** The languages of this process: the two it was written in, then those that were added. */
export const languages = new Map<Locale, Language>([
  ['id', { tag: 'id', name: 'Indonesia', texts: new Map() }],
  ['en', { tag: 'en', name: 'English', texts: new Map() }],
])

const groups: Group[] = []
const names = new Set<string>()

/** Keeps words that were declared, and says them in every language there is and that will be. @throws Error when the name is taken */
export function register(name: string | undefined, pairs: Group['pairs'], add: Group['add'], drop: Group['drop']): void {
  if (name !== undefined && names.has(name)) throw new Error(`words are declared twice under ${name}`)
  if (name !== undefined) names.add(name)
  const group = { pairs, add, drop }
  groups.push(group)
  for (const language of languages.values()) add(language)
}

/** Every message by its key, in both languages, in the order of the keys. */
export const messages = (): Map<string, Pair> => new Map(groups.flatMap(({ pairs }) => [...pairs]).sort(([a], [b]) => (a < b ? -1 : 1)))

/** From now on people can read this language; one of the same tag is replaced. Its texts were checked before. */
export function addLanguage(tag: string, name: string, texts: ReadonlyMap<string, string>): void {
  const language = { tag: tag as Locale, name, texts }
  languages.set(language.tag, language)
  for (const { add } of groups) add(language)
}

export function dropLanguage(tag: string): void {
  if (!languages.delete(tag as Locale)) return
  for (const { drop } of groups) drop(tag as Locale)
}

type Names = Readonly<Record<string, string>>
/** What a language is called: in the words of the reader, else by itself. */
export const languageName = (tag: string, names: Names): string => names[tag] ?? languages.get(tag as Locale)?.name ?? tag
export const languageOptions = (names: Names): { value: Locale; label: string }[] =>
  [...languages.keys()].map(value => ({ value, label: languageName(value, names) }))

import type { Power } from '../authority/roles.ts'
import type { Locale, Words } from '../i18n/words.ts'

/**
 * Something that people do, step by step. It begins on the page at `href`, called `page`; the steps name buttons and pages as these
 * name themselves, within “…”. Whoever holds the power anywhere can do it; without one, everybody can.
 */
export type Task = { key: string; href: string; power?: Power; say(locale: Locale): Instructions }
export type Instructions = { title: string; page: string; steps: string[] }

type Steps = { readonly title: string; readonly steps: Readonly<Record<string, string | ((labels: never) => string)>> }
type Where = { href: string; power?: Power }

/**
 * The tasks of a module out of its words: their sentences have places for what buttons and pages are called, which `labels` takes from the
 * words of these, so that a button that is called another thing is called so here too.
 */
export function tasksOf<Name extends string>(
  kind: string,
  words: Words<Readonly<Record<Name, Steps>>>,
  labels: (locale: Locale) => Readonly<Record<string, string>> & { page: string },
  where: Readonly<Record<NoInfer<Name>, Where>>,
): Task[] {
  return (Object.keys(where) as Name[]).map(name => ({
    key: `${kind}-${name}`,
    ...where[name],
    say: locale => {
      const { title, steps } = words[locale][name]
      const named = labels(locale)
      return { title, page: named.page, steps: Object.values(steps).map(step => (typeof step === 'string' ? step : step(named as never))) }
    },
  }))
}

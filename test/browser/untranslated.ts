import type { Page } from 'playwright-core'
import { importWords } from '../../src/modules/languages/operations/import.ts'
import { operations } from '../../src/modules.ts'
import type { Actor } from '../../src/platform/authority/actor.ts'
import { messages } from '../../src/platform/i18n/languages.ts'
import type { Locale } from '../../src/platform/i18n/words.ts'
import { national, provinces } from '../../src/web/ui/charts/provinces.ts'
import { pseudo } from '../pseudo.ts'
import { as, kernel } from '../world.ts'

/** The tag of the language of longer words. */
export const qps = 'qps' as Locale

/** Brings the language in as a translator does, whole. @returns what the import complains of, and what is left untranslated */
export async function importPseudo(admin: Actor): Promise<{ problems: unknown[]; missing: number }> {
  const texts = Object.fromEntries([...messages()].map(([key, { id }]) => [key, { text: pseudo(id) }]))
  const bytes = Buffer.from(JSON.stringify({ language: qps, name: '⟦Pséúdó⟧', messages: texts }))
  const { problems, total, translated } = await as(admin)(importWords, { file: { name: 'kata-qps.json', bytes } })
  return { problems, missing: total - translated }
}

/** Everything that a page says in its own language and not in code: its texts and title, what attributes say, and what scripts are given to say. */
export const everythingSaid = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found = new Set<string>([document.title])
    const spoken = 'title aria-label aria-description aria-valuetext aria-roledescription placeholder alt label abbr'.split(' ')
    const say = (value: unknown): void => {
      if (typeof value === 'string') found.add(value)
      else if (value && typeof value === 'object') Object.values(value).forEach(say)
    }
    /** What a script is given is text, or texts as JSON; a key, a state or an address is neither. */
    const given = (value: string): void => {
      if (/^[[{]/.test(value)) say(JSON.parse(value))
      else if (!/^[\w:./?=&%,+@-]*$/.test(value)) say(value)
    }
    const visit = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        const { lang } = element.closest<HTMLElement>('[lang]') ?? {}
        if ((lang && lang !== document.documentElement.lang) || element.closest('pre, code, noscript')) continue
        if (element instanceof HTMLTemplateElement) visit(element.content)
        for (const { name, value } of element.attributes) {
          if (spoken.includes(name)) say(value)
          if (name.startsWith('data-') && name !== 'data-show-if' && name !== 'data-later') given(value)
        }
        if (element instanceof HTMLInputElement && /^(submit|button|reset)$/.test(element.type)) say(element.value)
        if (/^(SCRIPT|STYLE)$/.test(element.tagName)) continue
        const inParts = element.querySelector(':scope > wbr, :scope > tspan, :scope > mark')
        if (inParts) say(element.textContent)
        else if (!/^(tspan|MARK)$/.test(element.tagName))
          for (const { nodeType, nodeValue } of element.childNodes) if (nodeType === Node.TEXT_NODE) say(nodeValue)
      }
    }
    visit(document)
    return [...found]
  })

/**
 * What of a text is neither ours nor known: words with a vowel without an accent, so that no message in the language of longer words said
 * them, that are no value of the data, whole or cut by "…".
 */
export function unknownIn(text: string, data: Data): string[] {
  const words = wordsOf(text.replace(formats, ' '), /[\p{L}\p{N}]+|…/gu)
  const known = words.map(word => !/[aeiou]/i.test(word) || /[áéíóú]/i.test(word) || /\d/.test(word) || word.length === 1)
  if (known.every(Boolean) || data.has(words.join(' '))) return []
  for (let from = 0; from < words.length; from++)
    for (let to = Math.min(words.length, from + 60); to > from; to--) {
      if (known.slice(from, to).every(Boolean)) continue
      const piece = words.slice(from, to).join(' ')
      if (data.has(piece) || (words[to] === '…' && data.begins(piece))) known.fill(true, from, to)
    }
  const pieces: string[][] = [[]]
  for (const [at, word] of words.entries())
    if (known[at]) pieces.push([])
    else pieces.at(-1)!.push(word)
  return pieces.map(piece => piece.join(' ')).filter(piece => piece && !/^(dan|atau)$/.test(piece)) // of lists, which the world's rules write
}

const months = Array.from({ length: 12 }, (_, at) => new Date(Date.UTC(2026, at, 9)))
  .flatMap(day => (['long', 'short'] as const).map(month => new Intl.DateTimeFormat('id-ID', { month, timeZone: 'UTC' }).format(day)))
  .join('|')
const weekdaysIn = (weekday: 'long' | 'short') =>
  Array.from({ length: 7 }, (_, at) =>
    new Intl.DateTimeFormat('id-ID', { weekday, timeZone: 'UTC' }).format(new Date(Date.UTC(2026, 0, at + 1))),
  ).join('|')
/** What formats write and no message: days and addresses; what is left of a token; and places within the texts of scripts. */
const formats = new RegExp(
  String.raw`(?:\b(?:${weekdaysIn('long')}), )?(?:\b\d{1,2} )?\b(?:${months})\b(?: \d{4})?|https?://\S+|\S+@\S+\.\w+|\{\w+\}|…sng_\S+|^(?:${weekdaysIn('short')})(?: \d{1,2})?$`,
  'g',
)

export type Data = {
  /** The words are a value, whole. */
  has(words: string): boolean
  /** A value begins with these words. */
  begins(words: string): boolean
}

/**
 * What people wrote and what came with the regions: every value of the database but what we said when it was written. A value that one of
 * our messages says as well hides no word of ours: it counts only on pages of which `written` names its table.
 */
export async function dataOf(written: readonly (readonly [table: string, on: RegExp])[]): Promise<(path: string) => Data> {
  const { rows } = await kernel.store.pool.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  )
  const ours = new Set([...messages()].flatMap(([, { id, en }]) => [plain(id), plain(en)]))
  const found = new Set(names)
  const alsoOurs = new Map<string, Set<string>>()
  const visit = (table: string, value: unknown): void => {
    if (value && typeof value === 'object') for (const each of Object.values(value)) visit(table, each)
    if (typeof value !== 'string') return
    for (const each of [value, ...value.split('\n')].map(plain)) {
      if (!ours.has(each) && !/^[a-z_:-]*$/.test(value))
        found.add(each) // a code may be a word of ours, too
      else alsoOurs.set(each, (alsoOurs.get(each) ?? new Set()).add(table))
    }
  }
  for (const { name } of rows.filter(({ name }) => !saidByUs.includes(name))) {
    const columns = peoplesIn[name] ?? 'to_jsonb(t)'
    const rest = name === 'revision' ? "where table_name <> 'language'" : ''
    visit(name, (await kernel.store.pool.query(`select ${columns} as row from "${name}" t ${rest}`)).rows)
  }
  const sorted = [...found].sort()
  return path => ({
    has: words =>
      found.has(words) || typedIn(path).has(words) || written.some(([table, on]) => on.test(path) && alsoOurs.get(words)?.has(table)),
    begins: words => sorted.some(each => each.startsWith(words)),
  })
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', '/api/openapi.json']
/** What somebody looked for comes back from the address; the titles of the programs' manual are what programs call operations. */
const typedIn = (path: string): Set<string> => {
  const { pathname, searchParams } = new URL(path, 'http://sinergi.test')
  const called = pathname === '/api' ? [...operations.flatMap(({ name }) => [name, name.split('.')[0]!]), ...methods] : []
  return new Set([...searchParams.values(), ...called].map(plain))
}

const wordsOf = (text: string, pattern = /[\p{L}\p{N}]+/gu): string[] => [...text.matchAll(pattern)].map(([word]) => word)
const plain = (text: string): string => wordsOf(text).join(' ')
/** Names, which are nobody's to translate. */
const names = [
  ...['Indonesia', 'English', 'Sinergi', 'KPU', 'KPU RI', 'Word', 'WITA', 'WIB', 'WIT', 'JSON', 'docx', 'Tab', 'Enter'],
  ...[...Object.values(provinces), national.place].flatMap(([short, , , shorter]) => [short, ...(shorter ? [shorter] : [])]),
]
/** Of what we said when it was written, the names that people gave. */
const peoplesIn: Record<string, string> = {
  report: "jsonb_build_array(number, title, data -> 'offices')",
  audit_event: "jsonb_build_array(person_name, changes -> 'name')",
}
const saidByUs = ['language', 'mail', 'notice']

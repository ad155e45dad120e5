import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import '../src/server.tsx'
import { termWords } from '../src/modules/help/words/terms.ts'
import { cooperationInstrument } from '../src/modules/questionnaires/instrument/cooperation.ts'
import { messages } from '../src/platform/i18n/languages.ts'
import type { Localized } from '../src/platform/i18n/words.ts'
import { root } from '../src/platform/process/root.ts'

/** The table of docs/concepts.md: words that people do not read here, and where they may. */
const table = readFileSync(join(root, 'docs/concepts.md'), 'utf8')
const banned = [...table.matchAll(/^\| (id|en) +\| (.+?) +\| (.+?) +\| (.*?) *\|$/gm)].map(([, locale, not, but, except]) => ({
  locale: locale!,
  but: but!,
  words: wordsIn(not!),
  except: wordsIn(except!.replace(/\(.*?\)/g, '')),
}))

test('one word for one thing: what docs/concepts.md rules out, no page, letter, message or document says', () => {
  expect(banned.length).toBeGreaterThan(10)
  const all = everyWord()
  expect(all.id.length).toBeGreaterThan(1000)
  expect(all.en.length).toBeGreaterThan(1000)
  const found = banned.flatMap(({ locale, words, except, but }) => {
    const wrong = new RegExp(`(?<![\\p{L}\\w-])(${words.map(escaped).join('|')})(?![\\p{L}\\w-])`, 'iu')
    const allowed = except.length ? new RegExp(except.map(escaped).join('|'), 'giu') : null
    return all[locale as 'id' | 'en']
      .map(text => (allowed ? text.replace(allowed, '') : text))
      .filter(text => wrong.test(text))
      .map(text => `${locale}: "${text.match(wrong)![0]}" for "${but}" in: ${text.slice(0, 200)}`)
  })
  expect(found).toEqual([])
})

test('what people read is quoted with “ and ”, never with straight marks', () => {
  const { id, en } = everyWord()
  expect([...id, ...en].filter(text => text.includes('"'))).toEqual([])
})

test('an isian is the evaluation form of one side; a field is a kolom: only what is about evaluations says isian', () => {
  const elsewhere = globSync('src/{web,platform,modules/{agreements,findings,followups,imports,partners}}/**/*.{ts,tsx}', { cwd: root })
    .filter(path => !/\.test\.|\/platform\/audit\//.test(path))
    .flatMap(path =>
      (readFileSync(join(root, path), 'utf8').match(/^.*(?<!evaluasi\/)\bisian\b.*$/gim) ?? []).map(line => `${path}:${line}`),
    )
  expect(elsewhere).toEqual([])
})

test('the glossary of the help (help/words/terms.ts) has every word of docs/concepts.md that stands on a screen, by that word', () => {
  const rows = readFileSync(join(root, 'docs/concepts.md'), 'utf8').split('\nWords that are not used')[0]!
  const concepts = [...rows.matchAll(/^\| *(.+?) *\| *(.+?) *\|/gm)].map(([, code, word]) => [code!, word!] as const).slice(2)
  const onScreen = concepts.flatMap(([, word]) => (word === '–' ? [] : word.split(';').map(part => part.replace(/^.*: /, '').trim())))
  const terms = Object.values(termWords.id).flatMap(({ term }) => [term.toLowerCase(), ...term.toLowerCase().split(/ \(|\)/)])
  const missing = onScreen.flatMap(word => (word.split(', ').every(part => terms.includes(part.toLowerCase())) ? [] : [word]))
  expect(onScreen.length).toBeGreaterThan(40)
  expect(missing).toEqual([])
})

/** Every message in each language, and every question; the headings that imports understand are what others write. */
function everyWord(): Record<'id' | 'en', string[]> {
  const all = [...messages()].filter(([key]) => !key.startsWith('test.')).map(([, said]) => said)
  const said = (pattern: string) => pattern.replace(/\{\w+(?=[,}])/g, '{') // the name of a place is nobody's word
  const asked = textsOf(cooperationInstrument)
  return {
    id: [...all.map(({ id }) => said(id)), ...asked.map(({ id }) => id)],
    en: [...all.map(({ en }) => said(en)), ...asked.map(({ en }) => en)],
  }
}

/** What the built-in questionnaire says, wherever in it. */
function textsOf(value: unknown): Localized[] {
  if (typeof value !== 'object' || value === null) return []
  if ('id' in value && 'en' in value && typeof value.en === 'string') return [value as Localized]
  return Object.values(value).flatMap(textsOf)
}

function wordsIn(cell: string): string[] {
  return cell
    .split(',')
    .map(word => word.trim())
    .filter(Boolean)
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}

import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../src/platform/process/root.ts'

/** The table of docs/concepts.md: words that people do not read here, and where they may. */
const table = readFileSync(join(root, 'docs/concepts.md'), 'utf8')
const banned = [...table.matchAll(/^\| (id|en) +\| (.+?) +\| (.+?) +\| (.*?) *\|$/gm)].map(([, locale, not, but, except]) => ({
  locale: locale!,
  but: but!,
  words: wordsIn(not!),
  except: wordsIn(except!.replace(/\(.*?\)/g, '')),
}))

test('one word for one thing: what docs/concepts.md rules out, no page, letter, message or document says', async () => {
  expect(banned.length).toBeGreaterThan(10)
  const all = await everyWord()
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

test('an isian is the evaluation form of one side; a field is a kolom: only what is about evaluations says isian', () => {
  const elsewhere = globSync('src/{web,platform,modules/{agreements,findings,followups,imports,partners}}/**/*.{ts,tsx}', { cwd: root })
    .filter(path => !/\.test\.|\/platform\/audit\//.test(path))
    .flatMap(path =>
      (readFileSync(join(root, path), 'utf8').match(/^.*(?<!evaluasi\/)\bisian\b.*$/gim) ?? []).map(line => `${path}:${line}`),
    )
  expect(elsewhere).toEqual([])
})

/** What stands under `id` and `en` in every file of words, and in the Indonesian sentences of the report, with their places too. */
async function everyWord(): Promise<Record<'id' | 'en', string[]>> {
  const all = { id: new Set<string>(), en: new Set<string>() }
  for (const path of globSync('src/**/*.{ts,tsx}', { cwd: root }).filter(
    each => /words/.test(each) && !/\.test\.|\/imports\/rules\//.test(each),
  ))
    for (const exported of Object.values((await import(join(root, path))) as Record<string, unknown>))
      for (const locale of ['id', 'en'] as const)
        if (exported && typeof exported === 'object' && locale in exported)
          collect((exported as Record<string, unknown>)[locale], all[locale])
  for (const path of globSync('src/**/*-id.ts', { cwd: root }))
    inQuotes(readFileSync(join(root, path), 'utf8').replace(/\/\*.*?\*\/|\/\/.*$/gms, ''), all.id)
  return { id: [...all.id], en: [...all.en] }
}

function collect(words: unknown, into: Set<string>): void {
  if (typeof words === 'string') into.add(words)
  else if (typeof words === 'function') inQuotes(words.toString(), into)
  else if (words && typeof words === 'object') for (const each of Object.values(words)) collect(each, into)
}

function inQuotes(source: string, into: Set<string>): void {
  for (const [, , text] of source.matchAll(/(['"`])((?:\\.|(?!\1).)*)\1/gs)) into.add(text!.replace(/\$\{.*?\}/gs, '…'))
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

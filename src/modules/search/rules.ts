import type { Alternative, Sought } from '../../platform/search/sought.ts'
import type { Marks } from './schema.ts'

/** Characters of one thing that are looked through for a piece to show: what it is found by farther on is marked on its own page. */
const mostLookedThrough = 50_000

/** What shows where the words stand that were looked for. Each word that a text has is judged once, however often it comes. */
export function markerOf({ words }: Sought) {
  const judged = words.map(some => judgeOf(some))
  const known = new Map<string, boolean>()
  const isMeant = (token: string): boolean => {
    let is = known.get(token)
    if (is === undefined) {
      const said = plain(token)
      is = judged.some(judge => judge(said))
      known.set(token, is)
    }
    return is
  }
  return { marksIn, pieceOf, nearnessOf }

  /** Where words of a text are those that were looked for: begun with one of them, or of the same stem. */
  function marksIn(text: string): Marks {
    return [...text.matchAll(tokens)].flatMap(({ 0: token, index }) =>
      isMeant(token) ? [[index, index + token.length] as [number, number]] : [],
    )
  }

  /** The piece of the first text that has one of the words, around it; null where none has. */
  function pieceOf(texts: readonly string[]): string | null {
    let left = mostLookedThrough
    for (const text of texts) {
      for (const { 0: token, index } of text.slice(0, left).matchAll(tokens)) if (isMeant(token)) return pieceAround(text, index)
      left -= text.length
      if (left <= 0) break
    }
    return null
  }

  /**
   * How near a thing is to what was looked for: how many of the words its title has, which counts twice, and what else is shown of it; all
   * of them in the title is nearest, and among those each that stands there just so ("data" before "perdata", which has its stem).
   */
  function nearnessOf({ title, rest }: { title: string; rest: string }): number {
    const share = (some: readonly unknown[]) => some.length / (words.length || 1)
    const meantIn = (text: string) => [...text.matchAll(tokens)].flatMap(({ 0: token }) => (isMeant(token) ? [plain(token)] : []))
    const has = (all: readonly string[]) => share(judged.filter(judge => all.some(judge)))
    const inTitle = meantIn(title)
    const named = has(inTitle)
    const justSo = share(words.filter(some => some.some(({ word }) => inTitle.includes(word))))
    return named * 2 + has(meantIn(rest)) + (named === 1 ? 1 : 0) + justSo
  }
}

/** A piece of at most `most` characters around a place of a text, cut between words. */
export function pieceAround(text: string, at: number, most = 240): string {
  if (text.length <= most) return text
  const wanted = Math.max(0, Math.min(at - 80, text.length - most))
  const from = wanted === 0 ? 0 : text.indexOf(' ', wanted) + 1 || wanted
  const end = from + most >= text.length ? text.length : Math.max(text.lastIndexOf(' ', from + most), from + most / 2)
  return `${from ? '… ' : ''}${text.slice(from, end).toWellFormed()}${end < text.length ? ' …' : ''}`
}

const tokens = /[\p{L}\p{N}'’`´]+/gu
const plain = (token: string): string =>
  token
    .normalize('NFKD')
    .replace(/[\p{M}'’`´]/gu, '')
    .toLowerCase()

/** Whether a word, as it is compared, is one of these. */
function judgeOf(some: readonly Alternative[]): (said: string) => boolean {
  const all = some.map(({ word, query }) => ({ word, stem: /^'([^']+)'/.exec(query)?.[1] ?? word }))
  return said =>
    all.some(({ word, stem }) => (word.length > 2 ? said.startsWith(word) : said === word) || (stem.length > 3 && said.includes(stem)))
}

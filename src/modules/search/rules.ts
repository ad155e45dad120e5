import type { Alternative, Sought } from '../../platform/search/sought.ts'
import type { Marks } from './schema.ts'

/** Where words of a text are those that were looked for: begun with one of them, or of the same stem. */
export function marksIn(text: string, { words }: Sought): Marks {
  const alternatives = words.flat()
  return [...text.matchAll(tokens)].flatMap(({ 0: token, index }) =>
    alternatives.some(each => isMeant(plain(token), each)) ? [[index, index + token.length] as [number, number]] : [],
  )
}

/** A piece of at most `most` characters around the first mark, cut between words. */
export function pieceAround(text: string, [first]: Marks, most = 240): string {
  if (text.length <= most) return text
  const wanted = Math.max(0, Math.min((first?.[0] ?? 0) - 80, text.length - most))
  const from = wanted === 0 ? 0 : text.indexOf(' ', wanted) + 1 || wanted
  const end = from + most >= text.length ? text.length : Math.max(text.lastIndexOf(' ', from + most), from + most / 2)
  return `${from ? '… ' : ''}${text.slice(from, end).toWellFormed()}${end < text.length ? ' …' : ''}`
}

/**
 * How near a thing is to what was looked for: how many of the words its title has, which counts twice, and what else is shown of it; all of
 * them in the title is nearest.
 */
export function nearnessOf({ title, rest }: { title: string; rest: string }, { words }: Sought): number {
  const has = (text: string) => {
    const all = [...text.matchAll(tokens)].map(({ 0: token }) => plain(token))
    return words.filter(some => some.some(each => all.some(token => isMeant(token, each)))).length / (words.length || 1)
  }
  const named = has(title)
  return named * 2 + has(rest) + (named === 1 ? 1 : 0)
}

const tokens = /[\p{L}\p{N}'’`´]+/gu
const plain = (token: string): string =>
  token
    .normalize('NFKD')
    .replace(/[\p{M}'’`´]/gu, '')
    .toLowerCase()

const isMeant = (token: string, { word, query }: Alternative): boolean => {
  if (word.length > 2 ? token.startsWith(word) : token === word) return true
  const stem = /^'([^']+)'/.exec(query)?.[1] ?? word
  return stem.length > 3 && token.includes(stem)
}

import { editDistance } from './text.ts'

/** Names that somebody may have meant, nearest first. Names are folded. */
export type NearNames = { add(name: string): void; near(name: string): string[] }

/**
 * Finds names that differ by a slip of the pen, by spaces, by the order of words, by a word more or less, or by the legal form,
 * without comparing each with each: only names that share a key are compared, and a key that very many share tells nothing.
 */
export function nearNames(): NearNames {
  const byKey = new Map<string, string[]>()
  return {
    add(name) {
      for (const key of keysOf(name)) {
        const sharing = byKey.get(key)
        if (!sharing) byKey.set(key, [name])
        else if (sharing.length < 40) sharing.push(name)
      }
    },
    near(name) {
      const found = new Map<string, number>()
      for (const key of keysOf(name)) {
        for (const other of byKey.get(key) ?? []) {
          if (other !== name && !found.has(other) && found.size < 40) found.set(other, difference(name, other))
        }
      }
      return [...found]
        .filter(([, far]) => far <= 2)
        .sort(([a, far], [b, further]) => far - further || (a < b ? -1 : 1))
        .slice(0, 3)
        .map(([other]) => other)
    },
  }
}

/** 0 to 2 for near names; 3 is another name. */
function difference(a: string, b: string): number {
  const [first, second] = [coreOf(a), coreOf(b)]
  if (tight(first) === tight(second)) return 0
  if ([...first].sort().join(' ') === [...second].sort().join(' ')) return 1
  const [shorter, longer] = first.length < second.length ? [first, second] : [second, first]
  if (longer.length === shorter.length + 1 && shorter.length >= 2 && shorter.every(word => longer.includes(word))) return 2
  const length = Math.min(tight(first).length, tight(second).length)
  return editDistance(tight(first), tight(second), length < 8 ? 1 : 2)
}

/** The words without the legal form and without *dan*. */
const coreOf = (name: string) => {
  const words = name.split(' ').filter(word => !forms.has(word))
  return words.length > 0 ? words : name.split(' ')
}
const forms = new Set(['pt', 'cv', 'ud', 'tbk', 'persero', 'dan', 'republik', 'indonesia', 'perum'])
const tight = (words: string[]) => words.join('')

/** What near names share: all letters, all words, all words but one, or the start and the end of the letters. */
function keysOf(name: string): Set<string> {
  const words = coreOf(name).slice(0, 20)
  const letters = tight(words)
  const sorted = [...words].sort()
  const keys = new Set([`=${letters}`, `w${sorted.join(' ')}`])
  if (words.length > 2) for (let i = 0; i < sorted.length; i++) keys.add(`w${sorted.toSpliced(i, 1).join(' ')}`)
  if (letters.length >= 5)
    for (const size of [-1, 0, 1])
      keys
        .add(`<${letters.slice(0, half(letters))}${letters.length + size}`)
        .add(`>${letters.slice(-half(letters))}${letters.length + size}`)
  return keys
}
const half = (letters: string) => Math.max(3, Math.floor(letters.length / 2) - 1)

import { editDistance } from '../../../platform/reading/text.ts'

/** Names that somebody may have meant, nearest first, at most three. Names are folded. */
export type NearNames = { add(name: string): void; near(name: string): string[] }

/**
 * Finds names that differ by a slip of the pen, by spaces, by the order of words, by a word more or less, or by the legal form,
 * without comparing each with each: only names that share a key are compared, and a key that very many share tells nothing.
 */
export function nearNames(): NearNames {
  const byKey = new Map<string, Core[]>()
  return {
    add(name) {
      const core = coreOf(name)
      for (const key of keysOf(core)) {
        const sharing = byKey.get(key)
        if (!sharing) byKey.set(key, [core])
        else if (sharing.length < 20) sharing.push(core)
      }
    },
    near(name) {
      const core = coreOf(name)
      const found = new Map<string, number>()
      for (const key of keysOf(core)) {
        for (const other of byKey.get(key) ?? []) {
          if (other.name !== name && !found.has(other.name) && found.size < 20) found.set(other.name, difference(core, other))
        }
      }
      const near = [...found].filter(([, far]) => far <= 2)
      return near
        .sort(([a, far], [b, further]) => far - further || (a < b ? -1 : 1))
        .slice(0, 3)
        .map(([other]) => other)
    },
  }
}

/** A name without its legal form, *dan* and *Indonesia*: its words in their order and sorted, and its letters. */
type Core = { name: string; words: string[]; sorted: string[]; letters: string }

function coreOf(name: string): Core {
  const all = name.split(' ').slice(0, 20)
  const telling = all.filter(word => !forms.has(word))
  const words = telling.length > 0 ? telling : all
  return { name, words, sorted: [...words].sort(), letters: words.join('') }
}

const forms = new Set(['pt', 'cv', 'ud', 'tbk', 'persero', 'dan', 'republik', 'indonesia', 'perum'])

/** 0 to 2 for near names; 3 is another name. */
function difference(a: Core, b: Core): number {
  if (a.letters === b.letters) return 0
  if (a.words.length === b.words.length && a.sorted.every((word, i) => word === b.sorted[i])) return 1
  const [shorter, longer] = a.words.length < b.words.length ? [a.words, b.words] : [b.words, a.words]
  if (longer.length === shorter.length + 1 && shorter.length >= 2 && shorter.every(word => longer.includes(word))) return 2
  return editDistance(a.letters, b.letters, Math.min(a.letters.length, b.letters.length) < 8 ? 1 : 2)
}

/** What near names share: all letters, all words, all words but one, or the start or the end of about as many letters. */
function keysOf({ words, sorted, letters }: Core): Set<string> {
  if (letters.length > 200) return new Set()
  const keys = new Set([`=${letters}`, `w${sorted.join(' ')}`])
  if (words.length > 2) for (let i = 0; i < sorted.length; i++) keys.add(`w${sorted.toSpliced(i, 1).join(' ')}`)
  const half = Math.max(3, Math.floor(letters.length / 2) - 1)
  for (const length of letters.length < 5 ? [] : [letters.length - 1, letters.length, letters.length + 1]) {
    keys.add(`<${length}${letters.slice(0, half)}`)
    keys.add(`>${length}${letters.slice(-half)}`)
  }
  return keys
}

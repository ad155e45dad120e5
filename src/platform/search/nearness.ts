/** How many slips (a letter left out, added, changed, or two of them swapped) lie between a word and another, at most `most` + 1. */
export function slipsBetween(typed: string, word: string, most: number): number {
  if (Math.abs(typed.length - word.length) > most) return most + 1
  let before: number[] = []
  let row = Array.from({ length: word.length + 1 }, (_, at) => at)
  for (let i = 1; i <= typed.length; i++) {
    const next = [i]
    for (let j = 1; j <= word.length; j++) {
      const same = typed[i - 1] === word[j - 1]
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]) next[j] = Math.min(next[j]!, before[j - 2]! + 1)
    }
    ;[before, row] = [row, next]
  }
  return Math.min(row[word.length]!, most + 1)
}

/** Slips that a word of this length may have: one in a short word, three in a long one. */
export const slipsIn = (word: string): number => (word.length < 6 ? 1 : word.length < 10 ? 2 : 3)

/** Every word one slip away from a word of Latin letters, at most 40 of them; a shorter one than three has none: nearly all would be near. */
export function slipsOf(word: string): string[] {
  if (word.length < 3 || word.length > 40) return []
  const all = new Set<string>()
  for (let at = 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)]
    if (after) all.add(before + after.slice(1))
    if (after.length > 1) all.add(before + after[1] + after[0] + after.slice(2))
    for (const letter of letters) {
      all.add(before + letter + after)
      if (after) all.add(before + letter + after.slice(1))
    }
  }
  all.delete(word)
  return [...all]
}

const letters = 'abcdefghijklmnopqrstuvwxyz'

/** One line as people mean it: compatibility forms unified, no invisible characters, one space, plain dashes and apostrophes. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g, '')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/[‘’‚`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
}

/** For comparing what two texts say: letters and digits of `plain`, in lower case, words apart by one space. */
export function folded(text: string): string {
  return plain(text)
    .toLowerCase()
    .replace(/'/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Single letters that follow one another are an abbreviation spelled out: `p k s` is `pks`. For folded text. */
export const joined = (words: string): string => words.replace(/\b[a-z](?: [a-z])+\b/g, letters => letters.replaceAll(' ', ''))

/** Nothing, only dashes, dots and the like, or words that say that there is nothing. */
export function isBlank(text: string): boolean {
  const words = folded(text)
  return words === '' || nothing.test(words)
}

const nothing = /^(tidak|tdk|belum|blm) (ada|tersedia)( nomor)?$|^tanpa nomor$|^(nihil|kosong|n a|null|nil)$/

/** The number of single-character edits, two neighbours swapped counting as one; stops counting above `most`. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1)
      row.push(least)
    }
    if (Math.min(...row) > most) return most + 1
    ;[before, last] = [last, row]
  }
  return last[b.length]!
}

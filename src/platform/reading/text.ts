/** One line as people mean it: compatibility forms unified, no invisible characters, one space, plain dashes and apostrophes. */
export function plain(text: string): string {
  // Most cells are plain already, and this is asked of every one of them.
  if (/^[!-~]+(?: [!-~]+)*$/.test(text) && !text.includes('`')) return text
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
export const joined = (words: string): string =>
  words.replace(/(?<![\p{L}\p{N}])[a-z](?: [a-z])+(?![\p{L}\p{N}])/gu, letters => letters.replaceAll(' ', ''))

/** Nothing, only dashes, dots and the like, or words that say that there is nothing. */
export function isBlank(text: string): boolean {
  const words = folded(text)
  return words === '' || nothing.test(words)
}

const nothing = /^(tidak|tdk|belum|blm) (ada|tersedia)( nomor)?$|^tanpa nomor$|^(nihil|kosong|n a|null|nil)$/

/**
 * The number of single-character edits between two short texts, two neighbours swapped counting as one; `most + 1` stands for all
 * that is further. Only the cells near the diagonal can be within `most`, so only those are filled.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  const far = most + 1
  let before = new Uint8Array(b.length + 1).fill(far)
  let last = new Uint8Array(b.length + 1).fill(far)
  let row = new Uint8Array(b.length + 1)
  for (let j = 0; j <= Math.min(b.length, most); j++) last[j] = j
  for (let i = 1; i <= a.length; i++) {
    row.fill(far)
    let nearest = far
    for (let j = Math.max(0, i - most); j <= Math.min(b.length, i + most); j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = j === 0 ? i : Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1)
      row[j] = Math.min(least, far)
      nearest = Math.min(nearest, row[j]!)
    }
    if (nearest === far) return far
    ;[before, last, row] = [last, row, before]
  }
  return last[b.length]!
}

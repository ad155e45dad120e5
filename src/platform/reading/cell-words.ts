import { joined, plain } from './text.ts'

/**
 * What the words of a cell are, for comparing: NFKC, lower case, invisible characters gone, everything but letters and digits a space,
 * one space between words, and single letters in a row joined (`N.I.P.` is `nip`).
 */
export const wordsOf = (text: string): string => joined(separateWords(text))

/** The same, with single letters as they stand: `n i p`. */
export const separateWords = (text: string): string =>
  plain(text.replace(invisible, ''))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** A cell on one line: every white space one space, none at the ends, else as typed. */
export const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** A cell that says nothing: no letter or digit at all, or one of the words for that. */
export function isBlankCell(text: string): boolean {
  const words = wordsOf(text)
  return words === '' || nothing.has(words)
}

const invisible = /\p{Cf}/gu
/** `n a` and `n/a` arrive joined. */
const nothing = new Set(['nihil', 'kosong', 'tidak ada', 'tdk ada', 'belum ada', 'na', 'null'])

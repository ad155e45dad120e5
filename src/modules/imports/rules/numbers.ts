import { isBlank, plain } from '../../partners/rules/text.ts'

/** A document number as it was typed, on one line; null when the cell holds nothing but spaces, dashes or "belum ada". */
export function readNumber(text: string): string | null {
  return isBlank(text) ? null : plain(text).slice(0, 300).toWellFormed()
}

/** For comparing numbers: `Nomor : 001 / PR.07-NK/01/2022.` is `1/pr.07-nk/01/2022`. */
export function foldNumber(number: string): string {
  return plain(number)
    .toLowerCase()
    .replace(/^(?:nomor|nomer|number|nmr|no)\b[\s.:]*/, '')
    .replace(/[\s'"]+/g, '')
    .replace(/[⁄∕\\]/g, '/')
    .replace(/^0+(?=\d)|[.,;:]+$/g, '')
}

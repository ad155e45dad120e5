import { isBlank, plain } from '../../../platform/reading/text.ts'

/** A document number as it was typed, on one line; null when the cell holds nothing but spaces, dashes or "belum ada". */
export function readNumber(text: string): string | null {
  return isBlank(text) ? null : plain(text).slice(0, 300).toWellFormed()
}

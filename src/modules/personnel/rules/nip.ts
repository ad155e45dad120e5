/**
 * The 18 digits of a civil servant's number (NIP); spaces, dots, an apostrophe and the word do not matter. Anything else is null, as a
 * numeric cell is, which arrives as `1.99309222008061E+17` and has lost its last digits.
 */
export function readNip(text: string): string | null {
  const digits = text
    .normalize('NFKC')
    .replace(/[\s.'’‘`:\p{Cf}]/gu, '')
    .replace(/^nip/i, '')
  return /^\d{18}$/.test(digits) ? digits : null
}

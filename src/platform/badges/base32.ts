/**
 * Bytes as digits and capital letters, five bits a sign, in Crockford's alphabet: what a QR code holds in its dense mode, and what a
 * scanner that types as a keyboard sends alike on every layout.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** What people and printers take for one another. */
const meant: Record<string, string> = { O: '0', I: '1', L: '1' }
const values = new Map([...alphabet].map((sign, value) => [sign, value]))

export function toBase32(bytes: Uint8Array): string {
  let [text, held, bits] = ['', 0, 0]
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff
    bits += 8
    for (; bits >= 5; bits -= 5) text += alphabet[(held >> (bits - 5)) & 31]
  }
  return bits ? text + alphabet[(held << (5 - bits)) & 31] : text
}

/** In any case; null where a sign is none of the alphabet, or where something is left over that no bytes were written as. */
export function fromBase32(text: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8))
  let [held, bits, at] = [0, 0, 0]
  for (const letter of text) {
    const sign = letter.toUpperCase()
    const value = values.get(meant[sign] ?? sign)
    if (value === undefined) return null
    held = ((held << 5) | value) & 0xfff
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = (held >> bits) & 255
  }
  return bits < 5 && (held & ((1 << bits) - 1)) === 0 ? bytes : null
}

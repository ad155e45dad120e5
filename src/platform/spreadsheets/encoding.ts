import { isUtf8 } from 'node:buffer'
import { UnreadableSpreadsheet } from './unreadable.ts'

/**
 * The text of a file, decided by the whole of it: UTF-8 or UTF-16 by their marks, UTF-16 without one by its zero bytes, else UTF-8
 * as far as it is valid. A byte that is not stands for its Windows-1252 letter and garbles nothing else; where such bytes are by far
 * the most, the file is Windows-1252. Refuses bytes that are no text at all. Linear.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = decode(bytes)
  if (/[\p{Cc}--[\t\n\v\f\r\u0085]]/v.test(text.slice(0, 100_000)) || text.startsWith('%PDF'))
    throw new UnreadableSpreadsheet('not_a_spreadsheet', 'The file is not text')
  return text
}

function decode(bytes: Uint8Array): string {
  const wide = utf16Of(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  if (isUtf8(bytes)) return new TextDecoder('utf-8').decode(bytes)
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const { strays, sequences } = survey(bytes)
  if (!marked && sequences * 4 < strays) return new TextDecoder('windows-1252').decode(bytes)
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
  const parts: string[] = []
  let from = marked ? 3 : 0
  for (let at = from; at < bytes.length; ) {
    const length = sequenceAt(bytes, at)
    if (length === 0) {
      parts.push(utf8.decode(bytes.subarray(from, at)), westernLetter(bytes[at]!))
      from = at + 1
    }
    at += length || 1
  }
  parts.push(utf8.decode(bytes.subarray(from)))
  return parts.join('')
}

/** By its mark; without one, text in Latin letters has zeros in every second byte. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 4000)
  let [even, odd] = [0, 0]
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) at % 2 ? odd++ : even++
  const most = sample.length * 0.3
  return odd > most && even * 10 < odd ? 'utf-16le' : even > most && odd * 10 < even ? 'utf-16be' : null
}

/** How many bytes are no part of valid UTF-8 (RFC 3629, table 3-7 of the Unicode standard), and how many letters take several. */
function survey(bytes: Uint8Array): { strays: number; sequences: number } {
  let [strays, sequences] = [0, 0]
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceAt(bytes, at)
    if (length === 0) strays++
    if (length > 1) sequences++
    at += length || 1
  }
  return { strays, sequences }
}

function sequenceAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!
  if (first < 0x80) return 1
  const length = first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0
  for (let i = 1; i < length; i++) {
    const next = bytes[at + i] ?? 0
    if (next < (i > 1 ? 0x80 : lowest(first)) || next > (i > 1 ? 0xbf : highest(first))) return 0
  }
  return length
}

/** The second byte: no overlong forms, no halves of surrogate pairs, nothing beyond U+10FFFF. */
const lowest = (first: number) => (first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80)
const highest = (first: number) => (first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf)

const western = new TextDecoder('windows-1252')
/** Five bytes of Windows-1252 stand for nothing. */
const westernLetter = (byte: number) => western.decode(Uint8Array.of(byte)).replace(/[\u0080-\u009f]/, '\ufffd')

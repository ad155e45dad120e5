/**
 * Text that people wrote, made safe to print in any document: line ends become `\n`; characters that no document can hold (control
 * characters, lone surrogates, non-characters) and combining marks with no letter to stand on become `�`; marks that turn the direction
 * of the text around them are left out, because with them a cell could be made to read differently from what it holds.
 */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/(?!\n|\t)\p{Cc}|[\ufdd0-\ufdef]|[\ufffe\uffff]|[\u{1fffe}-\u{1ffff}\u{10fffe}-\u{10ffff}]/gu, '�')
    .replaceAll('\t', ' ')
    .replace(/(?<=^|[\s\u00ad\u200b\u2060])\p{M}+/gmu, '�')
    .normalize('NFC')
}

/** The same value with every string in it, however deep, made `printable`; without functions, such as words with a number in them. */
export function printableAll<T>(value: T): T {
  if (typeof value === 'string') return printable(value) as T
  if (Array.isArray(value)) return value.map(printableAll) as T
  if (typeof value !== 'object' || value === null) return value
  const plain = Object.entries(value).filter(([, held]) => typeof held !== 'function')
  return Object.fromEntries(plain.map(([key, held]) => [key, printableAll(held)])) as T
}

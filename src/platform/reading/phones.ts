import { isBlankCell } from './cell-words.ts'
import { plain } from './text.ts'

/** The numbers of a cell in their order, each once, such as `+6284961951918`; `invalid` when a part of it is none. */
export type Phones = { phones: string[]; invalid: boolean }

/**
 * Reads the telephone numbers of a cell. A mobile number may lack its zero, as spreadsheets lose it; a landline may not, since its
 * digits could be anything else. `+62`, `62`, `0062` and `0` in front go, also one after another.
 */
export function readPhones(text: string): Phones {
  if (isBlankCell(text)) return { phones: [], invalid: false }
  const parts = text
    .normalize('NFKC')
    .split(/[/;,&\n\r\v\f\u0085\u2028\u2029]|(?<!\p{L})(?:atau|dan)(?!\p{L})/iu)
    .map(withoutWords)
    .filter(part => /[\p{L}\p{N}]/u.test(part))
  const numbers = parts.map(numberOf)
  return { phones: [...new Set(numbers.filter(number => number !== null))], invalid: numbers.includes(null) }
}

const withoutWords = (part: string): string =>
  plain(part.replace(/\p{Cf}/gu, ''))
    .replace(/(?<!\p{L})(?:hp|whatsapp|wa|telp|tlp|tel|nomor|no)(?!\p{L})/giu, '')
    .replace(/[\s.()[\]{}:'-]/g, '')

function numberOf(part: string): string | null {
  const [, prefix = '', rest = ''] = /^((?:\+62|62|0)*)(.*)$/s.exec(part)!
  const isNumber = /^8\d{8,11}$/.test(rest) || (prefix !== '' && /^[2-79]\d{7,10}$/.test(rest))
  return isNumber ? `+62${rest}` : null
}

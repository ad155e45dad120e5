import { detectDelimiter, streamCsvRows } from 'hucre/csv'
import { type Caps, type Sheet, type SheetRow, spending } from './cells.ts'
import { UnreadableSpreadsheet } from './unreadable.ts'

/**
 * The rows of a delimited text: `,`, `;` or tab, found in its first lines or stated by a line `sep=;`. All cells are text or
 * null. The apostrophe that `writeCsv` puts before a formula is taken off again.
 */
export function readDelimited(text: string, caps: Caps): Sheet {
  const stated = /^sep=(.)\r?\n/i.exec(text)
  const delimiter = stated ? stated[1]! : detectDelimiter(text.slice(0, 50_000))
  const rows: SheetRow[] = []
  const spend = spending(caps)
  let number = stated ? 1 : 0
  for (const values of streamCsvRows(stated ? text.slice(stated[0].length) : text, { delimiter })) {
    number++
    const row = values.map(value => (value === '' || value === null ? null : unguarded(String(value))))
    if (row.every(value => value === null)) continue
    spend(row.length)
    for (const value of row) spend(0, value?.length)
    rows.push({ number, cells: row })
  }
  return { name: '', rows }
}

/** UTF-8 or UTF-16 by their marks, then UTF-8 if it is valid, else Windows-1252; refuses bytes that are no text at all. */
export function decodeText(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  const text = encoding ? new TextDecoder(encoding).decode(bytes) : (decodeUtf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes))
  if (/[\p{Cc}--[\t\n\v\f\r\u0085]]/v.test(text.slice(0, 100_000)) || text.startsWith('%PDF')) {
    throw new UnreadableSpreadsheet('not_a_spreadsheet', 'The file is not text')
  }
  return text
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const unguarded = (value: string) => (/^'+(\s*[=+\-@＝＋－＠]|[\t\r\n])/.test(value) ? value.slice(1) : value)

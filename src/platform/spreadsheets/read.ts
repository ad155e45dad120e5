import type { Caps, Sheet } from './cells.ts'
import { usualCaps } from './cells.ts'
import { readDelimited } from './delimited.ts'
import { decodeText } from './encoding.ts'
import { UnreadableSpreadsheet } from './unreadable.ts'
import { readWorkbook } from './workbook.ts'

/**
 * Reads the sheets of an .xlsx or .csv file; rows without any value are left out. What the file is, its bytes say, not its
 * name. Text is text: a formula arrives as its last result. Throws `UnreadableSpreadsheet`, whatever is wrong with the file.
 */
export async function readRows(bytes: Uint8Array, caps: Partial<Caps> = {}): Promise<{ sheets: Sheet[] }> {
  const limits = { ...usualCaps, ...caps }
  if (bytes.length === 0) throw new UnreadableSpreadsheet('empty', 'The file has no content')
  if (bytes.length > limits.unzippedBytes) throw new UnreadableSpreadsheet('too_large', `The file has ${bytes.length} bytes`)
  const sheets = await readByKind(bytes, limits)
  if (sheets.every(sheet => sheet.rows.length === 0)) throw new UnreadableSpreadsheet('empty', 'The file has no rows')
  return { sheets }
}

async function readByKind(bytes: Uint8Array, caps: Caps): Promise<Sheet[]> {
  if (startsWith(bytes, zipMark)) return readWorkbook(bytes, caps)
  if (startsWith(bytes, compoundMark)) throw refuseCompound(bytes)
  const text = decodeText(bytes)
  if (/^\s*(<!doctype html|<html|<table|<\?xml|<workbook)/i.test(text.slice(0, 1000))) {
    throw new UnreadableSpreadsheet('other_format', 'The file is a web page or XML with the name of a spreadsheet')
  }
  return [readDelimited(text, caps)]
}

const zipMark = [0x50, 0x4b, 0x03, 0x04]
const compoundMark = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const startsWith = (bytes: Uint8Array, mark: number[]) => mark.every((byte, i) => bytes[i] === byte)

/** The compound format of Office holds either an .xls or an .xlsx that a password locks; the latter names its stream so. */
function refuseCompound(bytes: Uint8Array): UnreadableSpreadsheet {
  const locked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'))
  if (locked) return new UnreadableSpreadsheet('encrypted', 'The workbook is locked by a password')
  return new UnreadableSpreadsheet('other_format', 'The file is an old .xls workbook')
}

import { crc32, inflateRawSync } from 'node:zlib'
import { UnreadableSpreadsheet } from './unreadable.ts'

type Part = { name: string; method: number; checksum: number; packed: number; unpacked: number; offset: number }

/**
 * The parts of a ZIP archive by name, read from its directory without unpacking anything. Refuses more than `unzippedBytes` by
 * the sizes stated there, which `unpack` then holds the parts to, and more than 10,000 parts. No workbook of that size is ZIP64.
 */
export function listParts(bytes: Uint8Array, unzippedBytes: number): Map<string, Part> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = view.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + 22 > view.length) throw notASpreadsheet('the archive has no directory')
  const parts = new Map<string, Part>()
  let at = view.readUInt32LE(end + 16)
  let total = 0
  for (let left = view.readUInt16LE(end + 10); left > 0; left--) {
    const isEntry = at + 46 <= view.length && view.readUInt32LE(at) === 0x02014b50
    if (!isEntry || parts.size > 10_000) throw notASpreadsheet('the directory is damaged')
    const part = readEntry(view, at)
    if (view.readUInt16LE(at + 8) & 1) throw new UnreadableSpreadsheet('encrypted', 'The archive is locked by a password')
    total += Math.max(part.unpacked, part.packed)
    if (total > unzippedBytes) throw new UnreadableSpreadsheet('too_large', `The file unpacks to more than ${unzippedBytes} bytes`)
    parts.set(part.name, part)
    at += 46 + view.readUInt16LE(at + 28) + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32)
  }
  return parts
}

/** The bytes of a part, never more than its directory entry said, and the very ones that it has the checksum of. */
export function unpack(bytes: Uint8Array, part: Part): Uint8Array {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (part.offset + 30 > view.length) throw notASpreadsheet(`${part.name} lies outside the file`)
  const start = part.offset + 30 + view.readUInt16LE(part.offset + 26) + view.readUInt16LE(part.offset + 28)
  const packed = view.subarray(start, start + part.packed)
  const unpacked = part.method === 0 ? packed : inflate(packed, part)
  if (crc32(unpacked) !== part.checksum) throw notASpreadsheet(`${part.name} is damaged`)
  return unpacked
}

function inflate(packed: Uint8Array, part: Part): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(part.unpacked, 1) })
  } catch (cause) {
    throw notASpreadsheet(`${part.name} cannot be unpacked`, cause)
  }
}

function readEntry(view: Buffer, at: number): Part {
  return {
    name: view.toString('utf8', at + 46, at + 46 + view.readUInt16LE(at + 28)),
    method: view.readUInt16LE(at + 10),
    checksum: view.readUInt32LE(at + 16),
    packed: view.readUInt32LE(at + 20),
    unpacked: view.readUInt32LE(at + 24),
    offset: view.readUInt32LE(at + 42),
  }
}

const notASpreadsheet = (what: string, cause?: unknown) =>
  new UnreadableSpreadsheet('not_a_spreadsheet', `Not a workbook: ${what}`, { cause })

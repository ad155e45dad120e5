import { crc32 } from 'node:zlib'

type Entry = { name: string; bytes: Uint8Array }

/**
 * A ZIP archive of files that are compressed already: they are kept as they are, one after the other, so that no more than one is in
 * memory. Names are UTF-8. At most 65,535 files and 4 GB, beyond which the format would need its 64-bit extension.
 */
export async function* zipOf(entries: AsyncIterable<Entry>): AsyncGenerator<Uint8Array, void> {
  const directory: Buffer[] = []
  let offset = 0
  for await (const { name, bytes } of entries) {
    const facts = factsOf(name, bytes)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, Buffer.from(name)])
    directory.push(centralOf(name, facts, offset))
    offset += local.length + bytes.byteLength
    if (directory.length > 65_535 || offset > 0xffff_ffff) throw new Error('A ZIP archive of this kind holds no more')
    yield local
    yield bytes
  }
  yield Buffer.concat([...directory, endOf(directory, offset)])
}

/** What stands both before a file and in the directory: how it is packed, its checksum and sizes. Dated 1 January 1980, the first day. */
function factsOf(name: string, bytes: Uint8Array): Buffer {
  const facts = Buffer.alloc(26)
  facts.writeUInt16LE(20, 0)
  facts.writeUInt16LE(0x0800, 2)
  facts.writeUInt16LE(0x21, 8)
  facts.writeUInt32LE(crc32(bytes), 10)
  facts.writeUInt32LE(bytes.byteLength, 14)
  facts.writeUInt32LE(bytes.byteLength, 18)
  facts.writeUInt16LE(Buffer.byteLength(name), 22)
  return facts
}

function centralOf(name: string, facts: Buffer, offset: number): Buffer {
  const place = Buffer.alloc(14)
  place.writeUInt32LE(offset, 10)
  return Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, place, Buffer.from(name)])
}

function endOf(directory: readonly Buffer[], offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    12,
  )
  end.writeUInt32LE(offset, 16)
  return end
}

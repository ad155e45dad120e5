import { crc32 } from 'node:zlib'
import { extractText, getDocumentProxy } from 'unpdf'
import { listParts, unpack } from '../src/platform/spreadsheets/archive.ts'

/** The text of a PDF as a reader would extract it, page by page, without spaces and break marks: those depend on the lines. */
export async function pdfPages(bytes: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false })
  return text.map(bare)
}

/** Text without spaces and zero-width breaks. */
export const bare = (text: string): string => text.replace(/[\s\u200b\u00ad]+/g, '')

/** What a PDF says of itself: language, title, author, whether it is tagged, and its XMP metadata. */
export async function pdfFacts(
  bytes: Uint8Array,
): Promise<{ language: string; title: string; author: string; tagged: boolean; metadata: string }> {
  const document = await getDocumentProxy(new Uint8Array(bytes))
  const { info, metadata } = await document.getMetadata()
  const { Language = '', Title = '', Author = '' } = info as Record<string, string>
  const marks = await document.getMarkInfo()
  return { language: Language, title: Title, author: Author, tagged: marks?.Marked === true, metadata: metadata?.getRaw() ?? '' }
}

/** The tables of a Word document in order, as rows of the text in their cells. */
export function wordTables(bytes: Uint8Array): string[][][] {
  return parts(wordPart(bytes, 'word/document.xml'), 'w:tbl').map(table => parts(table, 'w:tr').map(row => parts(row, 'w:tc').map(textOf)))
}

/** All text of a part of a Word document, a line for each paragraph. */
export const wordText = (bytes: Uint8Array, part = 'word/document.xml'): string =>
  parts(wordPart(bytes, part), 'w:p').map(textOf).join('\n')

/** A part of a Word document as XML. */
export function wordPart(bytes: Uint8Array, name: string): string {
  const part = listParts(bytes, 500_000_000).get(name)
  if (!part) throw new Error(`The document has no ${name}`)
  return Buffer.from(unpack(bytes, part)).toString('utf8')
}

/** The names of the parts of a Word document. */
export const wordParts = (bytes: Uint8Array): string[] => [...listParts(bytes, 500_000_000).keys()]

/** The document with some parts changed or added; `undefined` takes one away. */
export function withParts(bytes: Uint8Array, changes: Record<string, string | undefined>): Uint8Array {
  const kept = wordParts(bytes).map(name => [name, Buffer.from(unpack(bytes, listParts(bytes, 500_000_000).get(name)!))] as const)
  const all = new Map<string, Buffer>(kept)
  for (const [name, text] of Object.entries(changes)) text === undefined ? all.delete(name) : all.set(name, Buffer.from(text))
  return zip([...all])
}

/** An archive of uncompressed parts. */
function zip(files: [string, Buffer][]): Uint8Array {
  const local: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, body] of files) {
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt32LE(crc32(body), 10)
    shared.writeUInt32LE(body.length, 14)
    shared.writeUInt32LE(body.length, 18)
    shared.writeUInt16LE(Buffer.byteLength(name), 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    const entry = Buffer.concat([Buffer.from('PK\x03\x04'), shared, Buffer.from(name), body])
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), shared, place, Buffer.from(name)]))
    local.push(entry)
    offset += entry.length
  }
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, ...directory, end])
}

const parts = (xml: string, tag: string): string[] => xml.match(new RegExp(`<${tag}[ >][\\s\\S]*?</${tag}>`, 'g')) ?? []

/** What is read: a space that keeps a day on one line is a space. */
function textOf(xml: string): string {
  const runs = [...xml.matchAll(/<(?:w|a):t(?: [^>]*)?>([^<]*)<\/(?:w|a):t>|<w:br\/>/g)].map(([, text]) => text ?? '\n')
  return runs
    .join('')
    .replaceAll('\u00a0', ' ')
    .replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => entities[name] ?? '')
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

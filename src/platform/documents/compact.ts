import { deflateSync } from 'node:zlib'

/**
 * The same PDF at about a quarter of its size: objects that are no streams go, compressed, into object streams, and the table of objects
 * becomes a stream too (ISO 32000-1, 7.5.7 and 7.5.8). The typesetter writes them out plainly, and the tags for screen readers are
 * nearly all of a document with large tables. A file that is not laid out as the typesetter does it comes back as it is.
 */
export function compactPdf(pdf: Uint8Array): Uint8Array {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const layout = readLayout(file)
  if (!layout) return pdf
  const { objects, trailer, header } = layout
  const out: Buffer[] = [header]
  const entries: Entry[] = [{ kind: 0, at: 0, index: 65_535 }]
  let length = header.length
  const write = (number: number, body: Buffer): void => {
    entries[number] = { kind: 1, at: length, index: 0 }
    const whole = Buffer.concat([Buffer.from(`${number} 0 obj\n`), body, Buffer.from('\nendobj\n')])
    out.push(whole)
    length += whole.length
  }
  for (const { number, body } of objects) if (isStream(body)) write(number, body)
  const packed = objects.filter(({ body }) => !isStream(body))
  let next = objects.length + 1
  for (let at = 0; at < packed.length; at += perStream) {
    const group = packed.slice(at, at + perStream)
    group.forEach(({ number }, index) => {
      entries[number] = { kind: 2, at: next, index }
    })
    write(next++, objectStream(group))
  }
  entries[next] = { kind: 1, at: length, index: 0 }
  out.push(Buffer.from(`${next} 0 obj\n`), crossReferences(entries, trailer), Buffer.from(`\nendobj\nstartxref\n${length}\n%%EOF\n`))
  return Buffer.concat(out)
}

type PdfObject = { number: number; body: Buffer }
/** Of the table of objects: 0 free, 1 at a byte, 2 in the object stream numbered `at` at place `index`. */
type Entry = { kind: 0 | 1 | 2; at: number; index: number }

const perStream = 200
const isStream = (body: Buffer): boolean => body.subarray(-9).equals(Buffer.from('endstream'))

/** The objects in order of their numbers, which run from 1 without gaps, and the trailer's entries that stay. */
function readLayout(file: Buffer): { objects: PdfObject[]; trailer: string; header: Buffer } | undefined {
  const table = /startxref\n(\d+)\n%%EOF\s*$/.exec(file.subarray(-64).toString('latin1'))
  const start = Number(table?.[1])
  const head = /^xref\n0 (\d+)\n/.exec(file.subarray(start, start + 32).toString('latin1'))
  const tail = file.subarray(start).toString('latin1')
  const kept = [/\/Root \d+ 0 R/, /\/Info \d+ 0 R/, /\/ID \[[^\]]*\]/].map(entry => entry.exec(tail.slice(tail.indexOf('trailer')))?.[0])
  if (!head || kept.includes(undefined)) return undefined
  const rows = start + head[0].length
  const places = Array.from({ length: Number(head[1]) - 1 }, (_, at) => {
    const from = rows + (at + 1) * 20
    return { number: at + 1, offset: Number(file.subarray(from, from + 10).toString('latin1')) }
  }).toSorted((one, other) => one.offset - other.offset)
  const objects = places.map(({ number, offset }, at) => ({
    number,
    body: bodyOf(file.subarray(offset, places[at + 1]?.offset ?? start), number),
  }))
  if (objects.some(({ body }) => !body)) return undefined
  return { objects: objects as PdfObject[], trailer: kept.join(' '), header: file.subarray(0, places[0]?.offset) }
}

function bodyOf(slice: Buffer, number: number): Buffer | undefined {
  const head = Buffer.from(`${number} 0 obj\n`)
  const end = slice.lastIndexOf('\nendobj')
  return slice.subarray(0, head.length).equals(head) && end > 0 ? slice.subarray(head.length, end) : undefined
}

function objectStream(group: readonly PdfObject[]): Buffer {
  let offset = 0
  const index = group.map(({ number, body }) => {
    const entry = `${number} ${offset}`
    offset += body.length + 1
    return entry
  })
  const head = `${index.join(' ')}\n`
  const data = deflateSync(Buffer.concat([Buffer.from(head), ...group.flatMap(({ body }) => [body, Buffer.from('\n')])]), { level: 9 })
  return stream(`/Type /ObjStm /N ${group.length} /First ${head.length}`, data)
}

function crossReferences(entries: readonly Entry[], trailer: string): Buffer {
  const rows = Buffer.alloc(entries.length * 7)
  entries.forEach(({ kind, at, index }, number) => {
    rows.writeUInt8(kind, number * 7)
    rows.writeUInt32BE(at, number * 7 + 1)
    rows.writeUInt16BE(index, number * 7 + 5)
  })
  return stream(`/Type /XRef /Size ${entries.length} /W [1 4 2] ${trailer}`, deflateSync(rows, { level: 9 }))
}

const stream = (dictionary: string, data: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`<< ${dictionary} /Filter /FlateDecode /Length ${data.length} >>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ])

import { type Readable, Readable as Stream } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy } from '@fastify/busboy'
import { Refusal } from '../refusals/refusal.ts'
import { broken, most, tooLarge } from './limits.ts'

type Parts = {
  text(name: string, value: string): void
  /** Reads the stream to its end, whatever becomes of it. Without it no file is taken. */
  file?: ((name: string, fileName: string, stream: Readable) => Promise<void>) | undefined
}

/** Takes a multipart body apart as it comes; resolves when its last byte has been seen to. Refuses `invalid` or `too_large`. */
export async function readMultipart(type: string, body: AsyncIterable<Uint8Array>, { text, file }: Parts): Promise<void> {
  const parser = parserFor(type)
  const streams: Readable[] = []
  const files: Promise<void>[] = []
  let bytes = 0
  const refuse = () => void parser.destroy(tooLarge())
  parser.on('field', (name, value) => {
    bytes += Buffer.byteLength(value)
    if (bytes > most.bytes || String(name).length > most.name) return refuse()
    if (name !== undefined) text(name, value)
  })
  parser.on('file', (name, stream, fileName) => {
    streams.push(stream)
    stream.on('error', () => {}) // told to whoever reads it; nobody may by then
    if (!file || name === undefined || !fileName) return void stream.resume()
    if (name.length > most.name) return refuse()
    const kept = file(name, fileName, stream)
    kept.catch(() => {}) // told below, when the whole form was read
    files.push(kept)
  })
  for (const event of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) parser.on(event, refuse)
  try {
    await pipeline(Stream.from(body), parser)
  } catch (error) {
    for (const stream of streams) stream.destroy(error as Error)
    await Promise.allSettled(files)
    throw error instanceof Refusal ? error : broken()
  }
  await Promise.all(files)
}

function parserFor(type: string) {
  try {
    return new Busboy({
      headers: { 'content-type': type },
      preservePath: true,
      limits: {
        fields: most.fields,
        files: most.files,
        parts: most.fields + most.files,
        fieldSize: most.bytes + 1,
        headerPairs: 20,
        headerSize: 8192,
      },
    })
  } catch {
    throw broken() // no boundary
  }
}

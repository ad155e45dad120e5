/**
 * What an operation answers with when it answers with a file. Its bytes flow, once: `chunks` has begun, so that what could not be read at
 * all was refused, and whoever does not read it to the end ends it (`discard`), or what it holds is given back only when its time is over.
 * `size` in bytes where it is known beforehand. An error on the way means that the file is not whole.
 */
export type FileAnswer = { name: string; type: string; size: number | null; chunks: AsyncIterableIterator<Uint8Array> }

export const isFile = (answer: unknown): answer is FileAnswer =>
  typeof answer === 'object' && answer !== null && 'chunks' in answer && isIterator(answer.chunks)
export const isIterator = (value: unknown): value is AsyncIterableIterator<Uint8Array> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value && 'next' in value

/** A file whose bytes are all there. */
export const fileOf = (name: string, type: string, bytes: Uint8Array): FileAnswer => ({
  name,
  type,
  size: bytes.byteLength,
  chunks: (async function* () {
    yield bytes
  })(),
})

/** All bytes of a file together, for what cannot work on a part of them. */
export async function bytesOf({ chunks }: Pick<FileAnswer, 'chunks'>): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  for await (const part of chunks) parts.push(part)
  return new Uint8Array(Buffer.concat(parts))
}

export const discard = async ({ chunks }: Pick<FileAnswer, 'chunks'>): Promise<void> => {
  await chunks.return?.()
}

/**
 * The same, begun: resolves when there is a first chunk, and rejects with what kept it from coming. A generator that has not begun would
 * not even notice that it is ended.
 */
export async function begun<T>(source: AsyncIterable<T>): Promise<AsyncIterableIterator<T>> {
  const inner = source[Symbol.asyncIterator]()
  let first: IteratorResult<T> | null = await inner.next()
  const iterator: AsyncIterableIterator<T> = {
    [Symbol.asyncIterator]: () => iterator,
    async next() {
      const result = first ?? (await inner.next())
      first = null
      return result
    },
    async return() {
      first = null
      await inner.return?.()
      return { done: true, value: undefined }
    },
  }
  return iterator
}

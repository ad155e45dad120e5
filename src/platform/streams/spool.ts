import type { FileHandle } from 'node:fs/promises'
import { nameless } from '../intake/nameless.ts'
import type { Place } from '../intake/shelf.ts'
import { unread } from './limits.ts'

export type Spool = {
  /** What has come and what is still to come, in turn, once. */
  chunks: AsyncIterableIterator<Uint8Array>
  /** Resolves when the source has ended, however it ended. */
  made: Promise<void>
  /** Ends both; whoever still reads gets the error. */
  fail(error: Error): void
}

/** Bytes that wait in memory, of all files of this process: whoever has many made and reads none of them fills disk, not memory. */
let heldOfAll = 0

/**
 * Takes from `source` as fast as it gives, and gives as slowly as it is read: a slow reader holds nothing that the source needs. What is
 * not read yet waits in memory, beyond `memory` bytes in a file in `folder` without a name. Each byte on disk is taken of the `place`.
 */
export function spool(source: AsyncIterable<Uint8Array>, folder: string, memory: number, place: Place): Spool {
  const inMemory: Uint8Array[] = []
  let [held, written, read] = [0, 0, 0]
  let file: FileHandle | undefined
  let [ended, left, failure] = [false, false, null as Error | null]
  let wake = () => {}

  async function make() {
    try {
      for await (const chunk of source) {
        if (left || failure) break
        await put(chunk)
        wake()
      }
    } catch (error) {
      failure ??= error as Error
    }
    ended = true
    wake()
    if (left) await letGo()
  }

  /** While the file has bytes that nobody has read, all that comes goes behind them, so that the order stays. */
  async function put(chunk: Uint8Array) {
    if (read === written && held + chunk.byteLength <= memory && heldOfAll + chunk.byteLength <= unread.memoryOfAll) {
      hold(chunk.byteLength)
      inMemory.push(chunk)
      return
    }
    place.take(chunk.byteLength)
    file ??= await nameless(folder)
    for (let at = 0; at < chunk.byteLength; ) at += (await file.write(chunk, at, chunk.byteLength - at, written + at)).bytesWritten
    written += chunk.byteLength
  }

  function hold(bytes: number) {
    held += bytes
    heldOfAll += bytes
  }

  async function take(): Promise<Uint8Array | null> {
    const chunk = inMemory.shift()
    if (chunk) hold(-chunk.byteLength)
    if (chunk || read === written) return chunk ?? null
    const buffer = new Uint8Array(Math.min(partBytes, written - read))
    const { bytesRead } = await file!.read(buffer, 0, buffer.byteLength, read)
    if (!bytesRead) throw new Error('What waits to be read is shorter than what was written')
    read += bytesRead
    return buffer.subarray(0, bytesRead)
  }

  async function leave() {
    if (left) return
    left = true
    if (ended) await letGo()
  }

  async function letGo() {
    inMemory.length = 0
    hold(-held)
    place.leave()
    await file?.close()
  }

  const chunks: Spool['chunks'] = {
    [Symbol.asyncIterator]: () => chunks,
    async next() {
      while (!left || failure) {
        if (failure) {
          await leave()
          throw failure
        }
        const isLast = ended // looked at before: what comes between is not overlooked
        const more = new Promise<void>(resolve => {
          wake = resolve
        })
        const chunk = await take()
        if (chunk) return { done: false, value: chunk }
        if (isLast && !failure) await leave()
        else if (!isLast) await more
      }
      return { done: true, value: undefined }
    },
    async return() {
      await leave()
      return { done: true, value: undefined }
    },
  }
  return {
    chunks,
    made: make(),
    fail(error) {
      failure ??= error
      wake()
      void leave()
    },
  }
}

const partBytes = 65_536

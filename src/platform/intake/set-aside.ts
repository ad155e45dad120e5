import type { FileHandle } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { waiting } from './limits.ts'
import { nameless } from './nameless.ts'
import type { Place } from './shelf.ts'

/** A file that waits on disk while the rest of its form comes. */
export type SetAside = { size: number; bytes(): Promise<Uint8Array>; close(): Promise<void> }

/**
 * Writes what comes to a file in `folder` that has no name any more from the moment it is open: however this process ends, nothing stays.
 * Beyond `most` bytes the file is let go and the rest of the stream read past; the answer is null. A disk, or a `place` on it, that takes
 * nothing more is thrown on when the stream has ended, since what comes behind the file is read over the same connection.
 */
export async function setAside(folder: string, stream: Readable, most: number, place: Place): Promise<SetAside | null> {
  const handle = await room(folder, most, place).catch(async error => {
    place.leave()
    await finished(stream.resume())
    throw error
  })
  const letGo = async () => {
    await handle.truncate().catch(() => {}) // of a disk that fails, what failed first is told
    place.leave()
  }
  const close = async () => {
    await handle.close()
    place.leave()
  }
  let [size, failure] = [0, null as unknown]
  const write = async (chunk: Uint8Array) => {
    const fitted = size <= most
    size += chunk.byteLength
    if (size <= most) {
      if (size > most * waiting.least) place.take(chunk.byteLength)
      await handle.appendFile(chunk)
    } else if (fitted) await letGo()
  }
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>)
      if (failure === null)
        await write(chunk).catch(async error => {
          failure = error
          await letGo()
        })
    if (failure !== null) throw failure
  } catch (error) {
    await close()
    throw error
  }
  if (size > most) {
    await close()
    return null
  }
  return { size, bytes: () => whole(handle, size), close }
}

async function room(folder: string, most: number, place: Place): Promise<FileHandle> {
  place.take(Math.ceil(most * waiting.least))
  return nameless(folder)
}

async function whole(handle: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size)
  for (let at = 0; at < size; ) {
    const { bytesRead } = await handle.read(bytes, at, size - at, at)
    if (!bytesRead) throw new Error('A file that was set aside is shorter than what was written')
    at += bytesRead
  }
  return bytes
}

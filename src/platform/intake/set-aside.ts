import { randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'

/** A file that waits on disk while the rest of its form comes. */
export type SetAside = { size: number; bytes(): Promise<Uint8Array>; close(): Promise<void> }

/**
 * Writes what comes to a file in `folder` that has no name any more from the moment it is open: however this process ends, nothing stays.
 * Beyond `most` bytes the file is let go and the rest of the stream read past; the answer is null. A disk that takes nothing more is thrown
 * on when the stream has ended, since what comes behind the file is read over the same connection.
 */
export async function setAside(folder: string, stream: Readable, most: number): Promise<SetAside | null> {
  const handle = await nameless(folder).catch(async error => {
    await finished(stream.resume())
    throw error
  })
  let [size, failure] = [0, null as unknown]
  const write = async (chunk: Uint8Array) => {
    const fitted = size <= most
    size += chunk.byteLength
    if (size <= most) await handle.appendFile(chunk)
    else if (fitted) await handle.truncate()
  }
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>)
      if (failure === null)
        await write(chunk).catch(error => {
          failure = error
        })
    if (failure !== null) throw failure
  } catch (error) {
    await handle.close()
    throw error
  }
  if (size > most) {
    await handle.close()
    return null
  }
  return { size, bytes: () => whole(handle, size), close: () => handle.close() }
}

async function nameless(folder: string): Promise<FileHandle> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, randomUUID())
  const handle = await open(path, 'wx+', 0o600)
  await rm(path)
  return handle
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

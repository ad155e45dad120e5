import type { Dir } from 'node:fs'
import { opendir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Disk } from 'flydrive'

/** A file that lies in the store, whether or not anything knows of it. */
export type Lying = { key: string; writtenAt: Date }

/** Where a file lies: what has no such address was put there by somebody else, and is let alone. */
export const keyOf = (id: string): string => `${id.slice(0, 2)}/${id}`
const ours = /^[0-9a-f]{2}\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Our files below a folder, one after the other, however many there are. */
export async function* listFolder(location: string): AsyncGenerator<Lying, void> {
  for await (const folder of entries(location)) {
    if (!folder.isDirectory()) continue
    for await (const { name } of entries(join(location, folder.name))) {
      const key = `${folder.name}/${name}`
      if (!ours.test(key)) continue
      const found = await stat(join(location, key)).catch(unlessGone)
      if (found?.isFile()) yield { key, writtenAt: found.mtime }
    }
  }
}

/** Our files in a bucket, a thousand at a time as the service tells them. */
export async function* listBucket(disk: Disk): AsyncGenerator<Lying, void> {
  for (let next: string | undefined; ; ) {
    const { objects, paginationToken } = await disk.listAll('/', { recursive: true, ...(next ? { paginationToken: next } : {}) })
    for (const object of objects) {
      if (object.isDirectory || !('key' in object) || !ours.test(object.key)) continue
      yield { key: object.key, writtenAt: (await object.getMetaData()).lastModified } // it came with the list; the size did not
    }
    if (!paginationToken) return
    next = paginationToken
  }
}

/** A folder that is not there yet holds nothing. */
async function* entries(path: string): AsyncGenerator<import('node:fs').Dirent, void> {
  const folder: Dir | undefined = await opendir(path).catch(unlessGone)
  if (folder) yield* folder
}

/** Nothing for what is not there; anything else is trouble. */
function unlessGone(error: unknown): undefined {
  if (!isGone(error)) throw error
}

/** Whether an error of a store says that there is no such file. */
export function isGone(error: unknown): boolean {
  const { code, cause, $metadata } = (error ?? {}) as { code?: string; cause?: unknown; $metadata?: { httpStatusCode?: number } }
  return code === 'ENOENT' || $metadata?.httpStatusCode === 404 || (cause !== undefined && isGone(cause))
}

import type { Dir } from 'node:fs'
import { opendir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Disk } from 'flydrive'

/** A file that lies in the store, whether or not anything knows of it; `writtenAt` is nothing once somebody has taken it away. */
export type Lying = { key: string; writtenAt(): Promise<Date | undefined> }
/** So many of those after a key, in the order of keys; how many lie there altogether, and how many of them up to that key. */
export type Part = { found: Lying[]; stored: number; before: number }

/** Where a file lies: what has no such address was put there by somebody else, and is let alone. */
export const keyOf = (id: string): string => `${id.slice(0, 2)}/${id}`
const ours = /^[0-9a-f]{2}\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Our files below a folder, one after the other, however many there are. */
export async function* listFolder(location: string): AsyncGenerator<Lying, void> {
  for await (const folder of entries(location)) {
    if (!folder.isDirectory()) continue
    for await (const file of entries(join(location, folder.name))) {
      const key = `${folder.name}/${file.name}`
      if (!file.isFile() || !ours.test(key)) continue
      yield { key, writtenAt: async () => (await stat(join(location, key)).catch(unlessGone))?.mtime }
    }
  }
}

/** Our files in a bucket, a thousand at a time as the service tells them. */
export async function* listBucket(disk: Disk): AsyncGenerator<Lying, void> {
  for (let next: string | undefined; ; ) {
    const { objects, paginationToken } = await disk.listAll('/', { recursive: true, ...(next ? { paginationToken: next } : {}) })
    for (const object of objects) {
      if (object.isDirectory || !('key' in object) || !ours.test(object.key)) continue
      yield { key: object.key, writtenAt: async () => (await object.getMetaData()).lastModified } // it came with the list; the size did not
    }
    if (!paginationToken) return
    next = paginationToken
  }
}

/** Goes through all of them, since no folder tells them in an order or from a place, and keeps at most twice as many as it is asked for. */
export async function partAfter(all: AsyncIterable<Lying>, after: string | null, most: number): Promise<Part> {
  let found: Lying[] = []
  let [stored, before] = [0, 0]
  for await (const file of all) {
    stored++
    if (after !== null && file.key <= after) before++
    else found.push(file)
    if (found.length === 2 * most) found = firstOf(found, most)
  }
  return { found: firstOf(found, most), stored, before }
}

const firstOf = (files: Lying[], most: number): Lying[] => files.sort((a, b) => (a.key < b.key ? -1 : 1)).slice(0, most)

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

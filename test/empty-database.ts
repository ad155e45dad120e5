import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { openEmbedded } from '../src/platform/database.ts'
import { root } from '../src/platform/root.ts'

/** The usual 128 MB of buffers, cleared at each start, take longer than all else that opening a copy does. */
export const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB']

/**
 * An embedded database in memory without a single table. Making one from nothing takes eight seconds of processor: the first is kept
 * under `build/`, and all after it are its copies.
 */
export async function openEmpty(): ReturnType<typeof openEmbedded> {
  const { version } = JSON.parse(await readFile(join(root, 'node_modules/@electric-sql/pglite/package.json'), 'utf8'))
  const folder = join(root, 'build', 'empty-database')
  const kept = join(folder, `${version}.tar`)
  if (existsSync(kept)) return openEmbedded({ loadDataDir: new Blob([await readFile(kept)]), startParams })
  const store = await openEmbedded({ startParams })
  const dump = new Uint8Array(await (await store.dump()).arrayBuffer())
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${kept}.${process.pid}`, dump)
  renameSync(`${kept}.${process.pid}`, kept)
  return store
}

import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { openEmbedded } from '../src/platform/database/database.ts'
import { root } from '../src/platform/process/root.ts'

/**
 * The usual 128 MB of buffers, cleared at each start, take longer than all else that opening a copy does; and of the log no more is kept
 * than what the next start needs.
 */
export const startParams = [
  ...PGlite.defaultStartParams,
  ...['shared_buffers=16MB', 'min_wal_size=2MB', 'wal_recycle=off'].flatMap(each => ['-c', each]),
]

/**
 * An embedded database in memory without a single table. Making one from nothing takes eight seconds of processor: the first is kept
 * under `build/`, and all after it are its copies.
 */
export async function openEmpty(): ReturnType<typeof openEmbedded> {
  const { version } = JSON.parse(await readFile(join(root, 'node_modules/@electric-sql/pglite/package.json'), 'utf8'))
  const folder = join(root, 'build', 'empty-database')
  const kept = join(folder, `${version}.tar`)
  if (existsSync(kept)) return openEmbedded({ loadDataDir: new Blob([await readFile(kept)]), startParams })
  const store = await openEmbedded({ startParams, initDbStartParams: ['--wal-segsize=1'] }) // a log of 1 MB, not 16, goes into each copy
  const dump = new Uint8Array(await (await store.dump()).arrayBuffer())
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${kept}.${process.pid}`, dump)
  renameSync(`${kept}.${process.pid}`, kept)
  return store
}

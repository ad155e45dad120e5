import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { openEmbedded, openStore, type Store } from '../src/platform/database/database.ts'
import { root } from '../src/platform/process/root.ts'
import { openEmpty, startParams } from './empty-database.ts'

/**
 * A database of its own for a test file, copied from the template (`test/template.ts`) with its migrations, offices and queues: on the
 * server of DATABASE_URL, else embedded in memory. It is gone once its store is closed.
 */
export async function freshDatabase(): Promise<{ store: Store; DATABASE_URL?: string }> {
  const server = process.env.DATABASE_URL
  if (server) return copyOnServer(server, inject('template'))
  shared ??= Promise.all([
    readFile(inject('template')).then(dump => new Blob([dump])),
    readFile(join(root, 'node_modules/@electric-sql/pglite/dist/pglite.wasm')).then(bytes => WebAssembly.compile(bytes)),
  ])
  const [loadDataDir, pgliteWasmModule] = await shared
  return { store: await openEmbedded({ loadDataDir, pgliteWasmModule, startParams }) }
}

/** One without a single table. */
export async function emptyDatabase(): Promise<{ store: Store; DATABASE_URL?: string }> {
  const server = process.env.DATABASE_URL
  return server ? copyOnServer(server, 'template1') : { store: await openEmpty() }
}

/** The dump and the engine, read and compiled once a process. */
let shared: Promise<[Blob, WebAssembly.Module]> | undefined

async function copyOnServer(server: string, template: string): Promise<{ store: Store; DATABASE_URL: string }> {
  const name = `sinergi_test_${randomBytes(6).toString('hex')}`
  await command(server, `create database ${name} template ${template}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const store = await openStore({ DATABASE_URL: url.href, DATABASE_POOL: 10, DATA_DIR: '' })
  const close = async () => {
    await store.close()
    await command(server, `drop database if exists ${name} with (force)`)
  }
  return { store: { ...store, close }, DATABASE_URL: url.href }
}

async function command(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openKernel } from '../src/kernel.ts'
import { loadOffices } from '../src/modules/organisation/operations/loading.ts'
import { system } from '../src/platform/authority/actor.ts'
import { openStore, type Store } from '../src/platform/database/database.ts'
import { call } from '../src/platform/operation/operation.ts'
import { readConfig } from '../src/platform/process/config.ts'
import { root } from '../src/platform/process/root.ts'
import { clockAt } from '../src/platform/values/clock.ts'
import { openEmpty } from './empty-database.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where a test file copies its database from: a dump of the embedded one, or the name of a database of DATABASE_URL. */
    template: string
  }
}

/**
 * Before all tests: makes the migrated database with its offices and queues that every test file copies, unless the sources of the last one
 * are unchanged.
 */
export default async function prepare({ provide }: TestProject): Promise<void> {
  provide('template', await (process.env.DATABASE_URL ? onServer(process.env.DATABASE_URL) : asDump()))
}

const stamp = async (): Promise<string> => (await import(join(root, 'bin/build.js'))).stampOf().slice(0, 16)

/** The path of a dump of the embedded database, made unless it is there. */
export async function asDump(): Promise<string> {
  const folder = join(root, 'build', 'test-template')
  const path = join(folder, `${await stamp()}.tar`)
  if (existsSync(path)) return path
  const store = await openEmpty()
  await fill(store)
  for (const statement of lighter) await store.pool.query(statement)
  const dump = await store.dump()
  await store.close()
  mkdirSync(folder, { recursive: true })
  for (const older of readdirSync(folder)) rmSync(join(folder, older))
  writeFileSync(path, new Uint8Array(await dump.arrayBuffer()))
  return path
}

/** A copy needs no databases to make others from, and nothing to recover at its start. */
const lighter = ['update pg_database set datistemplate = false', 'drop database template1', 'drop database template0', 'checkpoint']

async function onServer(server: string): Promise<string> {
  const name = `sinergi_template_${await stamp()}`
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(7301554)') // two runs at once
    if ((await client.query('select 1 from pg_database where datname = $1', [name])).rowCount) return name
    const making = `${name}_making`
    await client.query(`drop database if exists ${making}`)
    await client.query(`create database ${making}`)
    const url = new URL(server)
    url.pathname = `/${making}`
    const store = await openStore({ DATABASE_URL: url.href, DATABASE_POOL: 2, DATA_DIR: '' })
    await fill(store)
    await store.close()
    await client.query(`alter database ${making} rename to ${name}`)
    return name
  } finally {
    await client.end()
  }
}

/** What every server has after its first start. */
async function fill(store: Store): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'sinergi-template-'))
  const config = readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent', SECRET: 'a-secret-of-the-tests-that-is-long-enough' })
  const kernel = await openKernel(config, { store, clock: clockAt(() => new Date('2025-11-20T03:00:00Z')) })
  await call(kernel, system(), loadOffices, {}, 'setup')
  await kernel.jobs.stop()
  rmSync(folder, { recursive: true })
}

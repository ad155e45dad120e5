import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { PGliteOptions } from '@electric-sql/pglite'
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { Config } from './config.ts'
import { claimFolder } from './folder-lock.ts'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>
/** Inside an operation that writes, a transaction; inside one that reads, the pool. */
export type Queryable = Kysely<Tables> | Transaction<Tables>
export type Engine = 'postgres' | 'pglite'
export type Store = { engine: Engine; db: Database; pool: pg.Pool; close(): Promise<void> }

/** PostgreSQL by DATABASE_URL, else PGlite in the data folder, behind the same `pg.Pool`. */
export async function openStore(config: Pick<Config, 'DATABASE_URL' | 'DATABASE_POOL' | 'DATA_DIR'>): Promise<Store> {
  if (config.DATABASE_URL) {
    // Our statements are short: to compile one would take longer than to run it. Said here since poolers do not pass on start-up options.
    const onConnect = (client: pg.ClientBase) => client.query('set jit = off')
    return storeOf(
      'postgres',
      new pg.Pool({ connectionString: config.DATABASE_URL, max: config.DATABASE_POOL, types, application_name: 'sinergi', onConnect }),
    )
  }
  await mkdir(config.DATA_DIR, { recursive: true })
  const release = await claimFolder(config.DATA_DIR)
  return openEmbedded({ dataDir: join(config.DATA_DIR, 'database') }, release)
}

/** PGlite with what our migrations need: in a folder, or without one in memory for as long as the process lives; `after` runs once it is closed. */
export async function openEmbedded(
  options: Pick<PGliteOptions, 'dataDir' | 'loadDataDir' | 'pgliteWasmModule'> = {},
  after: () => Promise<void> = async () => {},
): Promise<Store & { dump(): Promise<Blob> }> {
  const { PGlite } = await import('@electric-sql/pglite')
  const { createPgConfig } = await import('@electric-sql/pglite/node-postgres')
  const [{ ltree }, { pg_trgm }, { unaccent }] = await Promise.all([
    import('@electric-sql/pglite/contrib/ltree'),
    import('@electric-sql/pglite/contrib/pg_trgm'),
    import('@electric-sql/pglite/contrib/unaccent'),
  ])
  const pglite = new PGlite({ ...options, extensions: { ltree, pg_trgm, unaccent } })
  await pglite.waitReady
  const store = storeOf('pglite', new pg.Pool({ ...createPgConfig(pglite), max: 1, types } as pg.PoolConfig), async () => {
    await pglite.close()
    await after()
  })
  return { ...store, dump: () => pglite.dumpDataDir('none') }
}

function storeOf(engine: Engine, pool: pg.Pool, after: () => Promise<void> = async () => {}): Store {
  pool.on('error', () => {}) // an idle connection that the server closed; the next query opens another
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  let closed: Promise<void> | undefined
  const close = () => (closed ??= db.destroy().then(after))
  return { engine, db, pool, close }
}

/** Days stay text (`2023-07-20` has no zone), counts and scores are numbers: ours fit in 53 bits. */
const parsers = new Map<number, (value: string) => unknown>([
  [pg.types.builtins.DATE, value => value],
  [pg.types.builtins.INT8, Number],
  [pg.types.builtins.NUMERIC, Number],
])
const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    parsers.get(oid) ?? pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
}

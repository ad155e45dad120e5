import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { PGliteOptions } from '@electric-sql/pglite'
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { Config } from '../process/config.ts'
import { claimFolder } from '../process/folder-lock.ts'
import { type Listen, listenIn, listenOn } from './notifications.ts'
import type { Tables } from './tables.ts'
import { impatientClient, sessionLimits, timeLimits } from './time-limits.ts'

export type Database = Kysely<Tables>
/** Inside an operation that writes, a transaction; inside one that reads, the pool. */
export type Queryable = Kysely<Tables> | Transaction<Tables>
export type Engine = 'postgres' | 'pglite'
type Limits = { [kind in 'short' | 'long' | 'readiness']: { answer: number; acquire: number } }
export type Store = {
  engine: Engine
  /** For pages, programs and whatever is short. */
  db: Database
  pool: pg.Pool
  /** Connections apart for what takes long, so that it never keeps a page waiting; on PGlite the same one. */
  long: { db: Database; pool: pg.Pool }
  /** Connections apart for looking after jobs. */
  jobs: pg.Pool
  /** Hears what is said on a channel of the database, by whichever process. */
  listen: Listen
  /** Resolves when the database answers, within two seconds; else rejects with why not. */
  ready(): Promise<void>
  close(): Promise<void>
}

/** PostgreSQL by DATABASE_URL, else PGlite in the data folder, behind the same `pg.Pool`. */
export async function openStore(config: Pick<Config, 'DATABASE_URL' | 'DATABASE_POOL' | 'DATA_DIR'>): Promise<Store> {
  if (config.DATABASE_URL) return openPostgres(config.DATABASE_URL, config.DATABASE_POOL)
  await mkdir(config.DATA_DIR, { recursive: true })
  const release = await claimFolder(config.DATA_DIR)
  return openEmbedded({ dataDir: join(config.DATA_DIR, 'database') }, release)
}

/** At most so many connections for what is short, and six more; other limits than the usual ones are for tests. */
export function openPostgres(connectionString: string, most: number, limits: Limits = timeLimits): Store {
  const open = ({ answer, acquire }: Limits['short'], max: number, first = sessionLimits) =>
    lasting(
      new pg.Pool({
        connectionString,
        max,
        types,
        application_name: 'sinergi',
        connectionTimeoutMillis: acquire,
        keepAlive: true,
        keepAliveInitialDelayMillis: 10_000,
        Client: impatientClient(answer),
        onConnect: client => first && client.query(first), // said here since poolers do not pass on start-up options
      } as pg.PoolConfig),
    )
  const [pool, long, jobs] = [open(limits.short, most), open(limits.long, 3), open(limits.short, 2)]
  const readiness = open(limits.readiness, 1, '')
  const [db, longDb] = [over(pool), over(long)]
  const close = once(async () => {
    await Promise.all([db.destroy(), longDb.destroy(), jobs.end(), readiness.end()])
  })
  return {
    engine: 'postgres',
    db,
    pool,
    long: { db: longDb, pool: long },
    jobs,
    listen: listenOn(connectionString),
    ready: together(() => readiness.query('select 1')),
    close,
  }
}

/**
 * PGlite with what our migrations need: in a folder, or without one in memory for as long as the process lives; `after` runs once it is
 * closed. One connection in this process, whose statements nothing can interrupt: what applies of the limits is how long one waits for it.
 */
export async function openEmbedded(
  options: Pick<PGliteOptions, 'dataDir' | 'loadDataDir' | 'pgliteWasmModule' | 'startParams' | 'initDbStartParams'> = {},
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
  const connectionTimeoutMillis = timeLimits.long.acquire
  const pool = lasting(new pg.Pool({ ...createPgConfig(pglite), max: 1, types, connectionTimeoutMillis } as pg.PoolConfig))
  const db = over(pool)
  const close = once(async () => {
    await db.destroy()
    await pglite.close()
    await after()
  })
  const ready = together(() => within(pool.query('select 1'), timeLimits.readiness.acquire + timeLimits.readiness.answer))
  return {
    engine: 'pglite',
    db,
    pool,
    long: { db, pool },
    jobs: pool,
    listen: listenIn(pglite),
    ready,
    close,
    dump: () => pglite.dumpDataDir('none'),
  }
}

const over = (pool: pg.Pool): Database => new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })

/** A connection that the server closes, idle or in use, ends what waits on it and not the process; the next statement opens another. */
function lasting(pool: pg.Pool): pg.Pool {
  pool.on('error', () => {})
  pool.on('connect', client => void client.on('error', () => {}))
  return pool
}

/** However many ask at once, the database is asked once. */
function together(ask: () => Promise<unknown>): () => Promise<void> {
  let asking: Promise<void> | undefined
  return () =>
    (asking ??= ask()
      .then(() => {})
      .finally(() => {
        asking = undefined
      }))
}

const within = <T>(answer: Promise<T>, milliseconds: number): Promise<T> =>
  Promise.race([
    answer,
    new Promise<never>((_, reject) => {
      const late = () => reject(Object.assign(new Error('The embedded database is busy'), { code: 'ETIMEDOUT' }))
      setTimeout(late, milliseconds).unref()
    }),
  ])

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => (done ??= work())
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

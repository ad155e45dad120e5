import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../process/root.ts'
import type { Queryable, Store } from './database.ts'

const folder = join(root, 'database', 'migrations')
const lock = 7_301_553 // any fixed number: two servers that start at once take turns

/**
 * Runs what is new, in the order of the numbers, each file in a transaction of its own, under a lock.
 * Forward only: a file that was changed after it ran is an error.
 * @returns the names that ran now
 */
export async function migrate(store: Store): Promise<string[]> {
  const client = await store.long.pool.connect()
  const ran: string[] = []
  try {
    // one server waits for the other; this connection is closed afterwards
    await client.query('set statement_timeout = 0; set lock_timeout = 0')
    await client.query('select pg_advisory_lock($1)', [lock])
    await client.query(
      'create table if not exists migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
    )
    const applied = new Map(
      (await client.query('select name, checksum from migration')).rows.map(row => [row.name as string, row.checksum as string]),
    )
    for (const { name, sql, checksum } of await migrations()) {
      const before = applied.get(name)
      if (before && before !== checksum) throw new Error(`Migration ${name} was changed after it had run; add a new one instead`)
      if (before) continue
      await client.query('begin')
      try {
        await client.query(sql)
        await client.query('insert into migration (name, checksum) values ($1, $2)', [name, checksum])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error })
      }
      ran.push(name)
    }
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lock]).catch(() => {})
    client.release(true)
  }
  return ran
}

async function migrations() {
  const names = (await readdir(folder)).filter(name => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async name => {
      const sql = await readFile(join(folder, name), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/** When the first migration ran: nothing of this database is older. */
export async function bornAt(db: Queryable): Promise<Date> {
  const { born } = await db
    .selectFrom('migration')
    .select(eb => eb.fn.min('applied_at').as('born'))
    .executeTakeFirstOrThrow()
  return born
}

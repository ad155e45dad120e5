import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyDatabase } from '../../test/database.ts'
import { openStore, type Store } from './database.ts'
import { migrate } from './migrate.ts'
import { root } from './root.ts'

const names = readdirSync(join(root, 'database/migrations'))
  .filter(name => name.endsWith('.sql'))
  .sort()
let stores: Store[]
const first = names[0]!
/** The last that makes tables: it cannot run twice. */
const once = names.findLast(name => readFileSync(join(root, 'database/migrations', name), 'utf8').includes('create table'))!

/** Two servers on one database; the embedded one has a single process, which then asks twice. */
beforeAll(async () => {
  const { store, DATABASE_URL } = await emptyDatabase()
  stores = [DATABASE_URL ? await openStore({ DATABASE_URL, DATABASE_POOL: 2, DATA_DIR: '' }) : store, store]
})
afterAll(async () => {
  for (const store of stores) await store.close()
})

test('two servers that start at once: one migrates, the other waits and finds nothing to do', async () => {
  const ran = await Promise.all(stores.map(store => migrate(store)))
  expect(ran.flat()).toEqual(names)
  expect(ran.map(({ length }) => length).sort((a, b) => a - b)).toEqual([0, names.length])
})

test('a file that was changed after it ran is refused, and whoever comes next is not kept waiting', async () => {
  const { pool } = stores[0]!
  const { rows } = await pool.query('select checksum from migration where name = $1', [first])
  await pool.query("update migration set checksum = 'another' where name = $1", [first])
  await expect(migrate(stores[0]!)).rejects.toThrow(`Migration ${first} was changed after it had run; add a new one instead`)
  await pool.query('update migration set checksum = $2 where name = $1', [first, rows[0].checksum])
  expect(await migrate(stores[1]!)).toEqual([])
})

test('a migration that fails is undone as a whole, and says which one it was', async () => {
  const { pool } = stores[0]!
  await pool.query('delete from migration where name = $1', [once])
  await expect(migrate(stores[0]!)).rejects.toThrow(new RegExp(`^Migration ${once} failed: .*already exists`))
  const { rows } = await pool.query('select name from migration order by name')
  expect(rows.map(({ name }) => name)).toEqual(names.filter(name => name !== once))
})

// pg_restore sets no search path: an expression that finds its functions by that path would lose its table there.
test('what the database computes itself it can also compute while a backup is restored', async () => {
  const client = await stores[0]!.pool.connect()
  try {
    await client.query('begin')
    await client.query("set local search_path = ''")
    const { rows } = await client.query(`
      select adrelid::regclass::text as place, pg_get_expr(adbin, adrelid) as formula from pg_attrdef join pg_attribute a on a.attrelid = adrelid and attnum = adnum
        where attgenerated = 's' and adrelid::regclass::text like 'public.%'
      union all select indrelid::regclass::text, pg_get_expr(indexprs, indrelid) from pg_index where indexprs is not null and indrelid::regclass::text like 'public.%'
      union all select conrelid::regclass::text, pg_get_expr(conbin, conrelid) from pg_constraint where contype = 'c' and conrelid::regclass::text like 'public.%'`)
    expect(rows.length).toBeGreaterThan(10)
    for (const { place, formula } of rows) await client.query(`select ${formula} from ${place} limit 1`)
  } finally {
    await client.query('rollback')
    client.release()
  }
})

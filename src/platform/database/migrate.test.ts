import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyDatabase } from '../../../test/database.ts'
import { root } from '../process/root.ts'
import { openStore, type Store } from './database.ts'
import { migrate } from './migrate.ts'

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

/** Everything before the file, as a server of that time left it. */
async function before(file: string): Promise<Store> {
  const { store } = await emptyDatabase()
  await store.pool.query(
    'create table migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
  )
  for (const name of names.filter(each => each < file)) {
    const sql = readFileSync(join(root, 'database/migrations', name), 'utf8')
    await store.pool.query(sql)
    await store.pool.query('insert into migration (name, checksum) values ($1, $2)', [name, createHash('sha256').update(sql).digest('hex')])
  }
  return store
}

test('a register that is filled is sorted, found and compared anew, and no word in it is another', async () => {
  const store = await before('0065')
  await store.pool.query(`
    insert into office (id, code, name, kind, path, zone, opened_on)
      values ('00000000-0000-7000-8000-000000000001', '00', 'KPU Républik', 'national', 'id', 'Asia/Jakarta', '2020-01-01');
    insert into partner (id, name, folded, class, office_id, created_at)
      select '00000000-0000-7000-8000-000000000002', 'Universitas Jum’at', 'universitas jumat', 'university', id, now() from office where code = '00';
    insert into agreement (id, kind, title, office_id, stage, created_at)
      select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'mou', 'Pásal ' || n || ' Jum’at', o.id, 'signed', now() from generate_series(10, 1300) n, office o where o.code = '00';
    insert into agreement_party (id, agreement_id, seq, side, office_id, partner_id, number)
      select gen_random_uuid(), a.id, 1, 'kpu', a.office_id, null::uuid, 'Nomor: 00' || right(a.title, 9) from agreement a
      union all select gen_random_uuid(), a.id, 2, 'partner', null, p.id, null from agreement a, partner p;
    insert into agreement_scope (id, agreement_id, seq, text) select gen_random_uuid(), id, 1, 'Lingkup' from agreement;
    update agreement set openness = 'on_request' where title like '%1%';
    select refresh_agreements(array(select id from agreement));`)
  const said = async () =>
    (await store.pool.query('select md5(string_agg(title || search_text, id::text order by id)) as said from agreement')).rows[0].said
  const words = await said()
  expect((await migrate(store))[0]).toBe('0065_words_and_numbers.sql')
  expect(await said()).toBe(words)
  const { rows } = await store.pool.query(
    `select title from agreement where search @@ search_beginnings('pasal jumat univ') order by sort_key(title) collate "C" limit 3`,
  )
  expect(rows.map(({ title }) => title)).toEqual(['Pásal 10 Jum’at', 'Pásal 11 Jum’at', 'Pásal 12 Jum’at'])
  const { rows: known } = await store.pool.query(`select word from search_word where word in ('jumat', 'pasal', 'pásal') order by word`)
  expect(known.map(({ word }) => word)).toEqual(['jumat', 'pasal'])
  const { rows: everybodys } = await store.pool.query(`
    select openness, count(*)::int as all, count(*) filter (where public_search @@ search_beginnings('lingkup'))::int as scope,
      count(*) filter (where public_search @@ search_beginnings('nomor pasal universitas'))::int as shown
    from agreement group by openness order by openness`)
  expect(everybodys.length).toBe(2)
  for (const { openness, all, scope, shown } of everybodys)
    expect([openness, scope, shown]).toEqual([openness, openness === 'public' ? all : 0, all])
  await store.close()
})

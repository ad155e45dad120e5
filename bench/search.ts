/**
 * Search over everything among 100,000 agreements, 100,000 findings, 20,000 comments and the text of 10,000 documents: by words that stand everywhere, that
 * some have, that one has, that none has, by a misspelt word, a place and a number; by somebody who reads everything, by a regency, and by
 * somebody with thirty provinces, each granted by itself; each beside the same statements sent bare, in alternating runs.
 * `npm run bench -- search [agreements] [runs]`
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { openKernel } from '../src/kernel.ts'
import { search } from '../src/modules/search/operations/list.ts'
import type { SearchAnswer } from '../src/modules/search/schema.ts'
import type { Actor } from '../src/platform/authority/actor.ts'
import { actorOfPerson } from '../src/platform/authority/load-actor.ts'
import type { Database } from '../src/platform/database/database.ts'
import { call, type Kernel, newId } from '../src/platform/operation/operation.ts'
import { readConfig } from '../src/platform/process/config.ts'
import type { Statement } from './setup/bare.ts'
import { median } from './setup/load.ts'
import { newOfficer } from './setup/people.ts'
import { register } from './setup/register.ts'

const [rows, runs] = [Number(process.argv[2]) || 100_000, Number(process.argv[3]) || 20]
const wanted = { exact: 60, near: 120 }
const searches = {
  everywhere: 'sosialisasi',
  both: 'data tahapan',
  some: 'anggaran logistik',
  partner: 'mitra kerja 7',
  one: `nomor ${rows - 1}`,
  document: 'narasumber pelatihan',
  comment: 'narahubung menjawab',
  comments: 'rapat berikutnya',
  place: 'banyuwangi',
  province: 'jawa barat',
  number: 'TM-2025-000777',
  misspelt: 'sosialisaci',
  misspeltTwice: 'pertukran tahpan',
  misspeltRare: 'angaran lojistik',
  none: 'qqwwzzxxyy',
}

const folder = mkdtempSync(join(tmpdir(), 'sinergi-search-'))
const kernel = await openKernel(readConfig({ ...process.env, DATA_DIR: folder, LOG_LEVEL: 'silent' }))
let isQuick = true
try {
  await register(kernel, rows)
  await findings(kernel)
  await documents(kernel)
  const people = {
    national: await grantedTo(kernel, []),
    regency: await grantedTo(kernel, ['35.10']),
    thirty: await grantedTo(kernel, await provinces(kernel)),
  }
  await comments(kernel)
  await sql`vacuum analyze`.execute(kernel.store.long.db)
  for (const [who, actor] of Object.entries(people)) for (const [name, q] of Object.entries(searches)) await measure(who, actor, name, q)
} finally {
  await kernel.close()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(isQuick ? 0 : 1)

async function measure(who: string, actor: Actor, name: string, q: string): Promise<void> {
  const ask = () => call(kernel, actor, search, { q }) as Promise<SearchAnswer>
  const { answer, statements } = await recorded(ask)
  const [ours, bare]: [number[], number[]] = [[], []]
  for (let run = 0; run <= runs; run++) {
    const began = performance.now()
    await ask()
    const between = performance.now()
    for (const statement of statements) await kernel.store.pool.query(statement)
    if (run) [ours.push(between - began), bare.push(performance.now() - between)]
  }
  const p95 = (times: number[]) => times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1]!
  const limit = answer.outcome === 'similar' || answer.outcome === 'nothing' ? wanted.near : wanted.exact
  isQuick &&= p95(ours) <= limit
  const found = answer.groups.map(({ kind, total, more }) => `${kind} ${total}${more ? '+' : ''}`).join(', ') || answer.outcome
  console.log(
    `${who}, ${name} "${q}": ${found}; ${statements.length} statements, median ${median(ours).toFixed(1)} ms, p95 ${p95(ours).toFixed(1)} ms, ` +
      `${(median(ours) / median(bare)).toFixed(2)} times its bare statements${p95(ours) > limit ? ` (at most ${limit} ms is wanted)` : ''}`,
  )
}

async function recorded(ask: () => Promise<SearchAnswer>): Promise<{ answer: SearchAnswer; statements: Statement[] }> {
  await ask()
  const statements: Statement[] = []
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function (this: pg.Client, first: Statement | string, values?: unknown[]) {
    statements.push(typeof first === 'string' ? { text: first, values: values ?? [] } : { ...first, values: first.values ?? values ?? [] })
    return query.apply(this, [first, values] as never)
  } as typeof query
  const answer = await ask()
  pg.Client.prototype.query = query
  return { answer, statements: statements.filter(({ text }) => text.includes('$1')) }
}

/** Somebody who reads at these offices and below, each a grant of its own; at all without any. */
async function grantedTo(kernel: Kernel, codes: string[]): Promise<Actor> {
  const { db } = kernel.store
  const id = await newOfficer(kernel)
  if (codes.length) await db.deleteFrom('role_grant').where('person_id', '=', id).execute()
  for (const code of codes) {
    const { office } = await db.selectFrom('office').select('id as office').where('code', '=', code).executeTakeFirstOrThrow()
    const grant = { id: newId(), person_id: id, role: 'auditor', office_id: office, with_descendants: true }
    await db
      .insertInto('role_grant')
      .values({ ...grant, from_on: '2020-01-01', granted_at: kernel.clock.now() })
      .execute()
  }
  return (await actorOfPerson(db, id, kernel.clock.today()))!
}

async function provinces({ store: { db } }: Kernel): Promise<string[]> {
  const all = await db.selectFrom('office').select('code').where('kind', '=', 'province').orderBy('code').limit(30).execute()
  return all.map(({ code }) => code)
}

/** Of a database that is measured once more. */
async function isThere(db: Database, table: 'finding' | 'file_text' | 'comment'): Promise<boolean> {
  const found = await db.selectFrom(table).select(sql`1`.as('one')).limit(1).executeTakeFirst()
  return found !== undefined
}

/** As many findings as agreements, of which one in fifty is about the budget for logistics. */
async function findings({ store: { db } }: Kernel): Promise<void> {
  if (await isThere(db, 'finding')) return
  for (let at = 0; at < rows; at += 2500)
    await sql`
      with offices as (select id, row_number() over (order by code) - 1 as place, count(*) over () as places from office where kind in ('province', 'regency'))
      insert into finding (id, number, kind, text, office_id, source_kind, created_at)
      select gen_random_uuid(), 'TM-2025-' || lpad(n::text, 6, '0'), 'obstacle',
        case when n % 50 = 0 then 'Anggaran logistik terlambat turun pada triwulan ' else 'Jadwal sosialisasi berubah setelah koordinasi ' end || n, o.id, 'hand',
        now() - n * interval '1 minute'
      from generate_series(${at + 1}::int, ${Math.min(at + 2500, rows)}::int) n join offices o on o.place = n % o.places`.execute(db)
}

/** A document with about 3,000 characters on each tenth agreement. */
async function documents({ store: { db } }: Kernel): Promise<void> {
  if (await isThere(db, 'file_text')) return
  const text = 'Para pihak sepakat bekerja sama dalam pendidikan pemilih, pertukaran data, dan pelaksanaan kegiatan bersama. '.repeat(26)
  for (let at = 0; at < rows / 10; at += 500)
    await sql`
      with step as (select id, row_number() over (order by id) as n from (select id from agreement order by id offset ${at} limit 500) a),
      files as (insert into stored_file (id, name, type, size, sha256, key, created_at)
        select gen_random_uuid(), 'naskah ' || (${at} + n) || '.pdf', 'application/pdf', 1, '', 'bench/' || (${at} + n), now() from step returning id, name),
      texts as (insert into file_text (file_id, name, state, text, at)
        select id, name, 'read', ${text} || case when hashtext(name) % 20 = 0 then 'narasumber pelatihan ' else '' end || name, now() from files)
      insert into agreement_document (id, agreement_id, file_id, label, added_at)
      select gen_random_uuid(), s.id, f.id, 'Naskah perjanjian', now() from step s join files f on f.name = 'naskah ' || (${at} + s.n) || '.pdf'`.execute(
      db,
    )
}

/** A comment on each tenth agreement and each tenth finding. */
async function comments({ store: { db } }: Kernel): Promise<void> {
  if (await isThere(db, 'comment')) return
  for (const table of ['agreement', 'finding'])
    await sql`
      insert into comment (id, subject_kind, subject_id, audience, text, author_id, office_id, created_at)
      select gen_random_uuid(), ${table}, every.id, case when n % 3 = 0 then 'both' else 'internal' end,
        case when n % 100 = 0 then 'Narahubung belum menjawab surat ' else 'Mohon dilengkapi sebelum rapat berikutnya ' end || n, p.id, every.office_id, now() - n * interval '1 minute'
      from (select id, office_id, row_number() over (order by id) as n from ${sql.table(table)}) every cross join (select id from person order by id limit 1) p
      where n % 10 = 0`.execute(db)
}

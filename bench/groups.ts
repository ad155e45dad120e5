/**
 * What the findings by sentence cost: the first page of 100,000 findings, of which a third say what others say too and a fifth are followed
 * up, of the whole country and of one office, beside the page of the findings one by one.
 * `npm run bench -- groups [runs]`
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openKernel } from '../src/kernel.ts'
import { listFindings, listGroups } from '../src/modules/findings/operations/read.ts'
import { system } from '../src/platform/authority/actor.ts'
import { call, type Kernel } from '../src/platform/operation/operation.ts'
import { readConfig } from '../src/platform/process/config.ts'
import { median } from './setup/load.ts'
import { register } from './setup/register.ts'

const rows = 100_000
const step = 5000
const asked = [{}, { status: 'open' as const }, { office: '35.10' }]

const folder = mkdtempSync(join(tmpdir(), 'sinergi-groups-'))
const kernel = await openKernel(readConfig({ ...process.env, DATA_DIR: folder, LOG_LEVEL: 'silent' }))
try {
  await register(kernel, 100)
  await fill(kernel)
  for (const filter of asked) await measure(kernel, filter, Number(process.argv[2]) || 15)
} finally {
  await kernel.close()
  rmSync(folder, { recursive: true, force: true })
}

async function fill({ store: { db } }: Kernel): Promise<void> {
  for (let from = 1; from <= rows; from += step)
    await sql`
      with offices as (select id, row_number() over (order by code) - 1 as place, count(*) over () as places from office
          where kind in ('national', 'province', 'regency')),
        partners as (select id, row_number() over (order by name) - 1 as place, count(*) over () as places from partner)
      insert into finding (id, number, kind, category, text, office_id, partner_id, source_kind, created_at)
      select gen_random_uuid(), 'TM-1999-' || n, (array['obstacle', 'obstacle', 'suggestion', 'criticism', 'solution'])[1 + n % 5], 'coordination',
        case when n % 3 = 0 then 'Narahubung mitra sering berganti tanpa pemberitahuan ke-' || n % 2000
          else 'Data pemilih pada kecamatan ' || n || ' belum sama dengan data mitra, sehingga pencocokan tertunda' end,
        o.id, p.id, 'manual', now() - n * interval '1 minute'
      from generate_series(${from}::int, ${from + step - 1}::int) n join offices o on o.place = n % o.places join partners p on p.place = n % p.places`.execute(
      db,
    )
  await sql`insert into person (id, name, created_at) select gen_random_uuid(), 'Penanggung Jawab', now()`.execute(db)
  await sql`insert into follow_up (id, number, action, office_id, owner_id, due_on, state, created_at)
    select gen_random_uuid(), 'TL-1999-' || n, 'Menyepakati narahubung', (select id from office order by code limit 1),
      (select id from person limit 1), '2099-01-01', (array['open', 'reported', 'verified', 'cancelled'])[1 + n % 4], now()
    from generate_series(1, 20000) n`.execute(db)
  await sql`insert into finding_follow_up (finding_id, follow_up_id)
    select f.id, u.id from (select id, row_number() over (order by number) as n from finding limit 20000) f
      join (select id, row_number() over (order by number) as n from follow_up) u on u.n = f.n`.execute(db)
  await sql`analyze finding, follow_up, finding_follow_up`.execute(db)
}
async function measure(kernel: Kernel, filter: (typeof asked)[number], runs: number): Promise<void> {
  const ways = {
    groups: () => call(kernel, system(), listGroups, filter),
    findings: () => call(kernel, system(), listFindings, filter),
  }
  const times: Record<string, number[]> = { groups: [], findings: [] }
  let total = 0
  for (let run = 0; run <= runs; run++)
    for (const [name, way] of Object.entries(ways)) {
      const began = performance.now()
      const answer = await way()
      if (name === 'groups') total = answer.total
      if (run) times[name]!.push(performance.now() - began)
    }
  const said = Object.entries(times).map(([name, each]) => `${name} ${Math.round(median(each))} ms`)
  console.log(`${JSON.stringify(filter)}: ${total} sentences, ${said.join(', ')}`)
}

/**
 * What an exact total of a list would cost: the page of agreements as it is (50 rows and a total that is counted up to 1,000) on a register
 * of 100,000, beside two exact counts of the same filter in bare SQL, one left to the planner and one that is kept off the index by day, so
 * that it goes by the facets; in alternating runs.
 * `npm run bench -- totals [runs]`
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RawBuilder, sql } from 'kysely'
import { openKernel } from '../src/kernel.ts'
import { listAgreements } from '../src/modules/agreements/operations/read.ts'
import { system } from '../src/platform/authority/actor.ts'
import { call, type Kernel } from '../src/platform/operation/operation.ts'
import { readConfig } from '../src/platform/process/config.ts'
import { median } from './setup/load.ts'
import { register } from './setup/register.ts'

const rows = 100_000
/** As the list is asked, and as facets. */
const filters = [
  { asks: { status: ['in_force' as const], class: 'university' as const }, facets: ['class.university'] },
  { asks: { status: ['in_force' as const], class: 'university' as const, kind: 'mou' as const }, facets: ['class.university', 'kind.mou'] },
  { asks: { status: ['in_force' as const], kind: 'pks' as const }, facets: ['kind.pks'] },
]

const folder = mkdtempSync(join(tmpdir(), 'sinergi-totals-'))
const kernel = await openKernel(readConfig({ ...process.env, DATA_DIR: folder, LOG_LEVEL: 'silent' }))
try {
  await register(kernel, rows)
  for (const filter of filters) await compare(kernel, filter, Number(process.argv[2]) || 15)
} finally {
  await kernel.close()
  rmSync(folder, { recursive: true, force: true })
}

async function compare(kernel: Kernel, { asks, facets }: (typeof filters)[number], runs: number): Promise<void> {
  const ways = {
    page: async () => (await call(kernel, system(), listAgreements, asks)).total,
    planned: () => counted(kernel, facets, sql``),
    byFacets: () => counted(kernel, facets, sql`+ 0`),
  }
  const times: Record<string, number[]> = { page: [], planned: [], byFacets: [] }
  const totals: Record<string, number> = {}
  for (let run = 0; run <= runs; run++)
    for (const [name, way] of Object.entries(ways)) {
      const began = performance.now()
      totals[name] = await way()
      if (run) times[name]!.push(performance.now() - began)
    }
  const ms = (name: string) => median(times[name]!)
  console.log(
    `${JSON.stringify(asks)}: ${totals.byFacets} match; page with a total up to 1,000 ${ms('page').toFixed(1)} ms; exact count as planned ` +
      `${ms('planned').toFixed(1)} ms, by facets ${ms('byFacets').toFixed(1)} ms, ${(ms('byFacets') / ms('page')).toFixed(2)} times the page`,
  )
}

/** A day with something added to it is none that the index knows. */
async function counted(kernel: Kernel, facets: string[], off: RawBuilder<unknown>): Promise<number> {
  const today = kernel.clock.today()
  const { rows } = await sql<{
    count: number
  }>`select count(*) as count from agreement a where a.facets @> ${facets}::text[] and a.stage = 'signed'
    and coalesce(a.ends_on, '9999-12-31'::date) ${off} >= ${today}::date and coalesce(a.ended_on, '9999-12-31'::date) ${off} > ${today}::date
    and coalesce(a.starts_on, '0001-01-01'::date) <= ${today}::date`.execute(kernel.store.db)
  return Number(rows[0]!.count)
}

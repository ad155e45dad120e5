/**
 * `acting-process.ts FOLDER SEED COUNT HELPERS [HELPER]`: takes the acts of a plan from where it stands and fires what is due after each,
 * until it is killed or through; with a number as HELPER it only fires. The database is that of DATABASE_URL, else embedded in the folder.
 */
import { sql } from 'kysely'
import { openStore } from '../../src/platform/database/database.ts'
import { planKernel, stateOf, take } from './acting.ts'
import { planOf } from './plan.ts'

const [folder, seed, count, helpers, helper] = process.argv.slice(2)
const acts = planOf(Number(seed), Number(count))
const store = await openStore({ DATABASE_URL: process.env.DATABASE_URL || undefined, DATABASE_POOL: 3, DATA_DIR: folder! })
const { kernel, timers, hour } = planKernel(store)
console.log('ready')
await (helper ? help() : act())
await store.close()

async function act(): Promise<void> {
  for (let state = await stateOf(store.db); ; state = await stateOf(store.db)) {
    hour.at = state.clock
    await until(async () => (await behind(state.version)) === 0)
    await timers.drain(kernel)
    await until(async () => (await open()) === 0) // what a helper holds is not done yet
    if (state.act >= acts.length) return
    await take(store.db, kernel.clock, acts[state.act]!)
  }
}

/** Fires by the hour that it has said to have seen, so that the plan goes on only with those who know it. */
async function help(): Promise<void> {
  for (;;) {
    const { clock, version, act } = await stateOf(store.db)
    hour.at = clock
    await sql`insert into plan_seen values (${Number(helper)}, ${version}) on conflict (helper) do update set version = excluded.version`.execute(
      store.db,
    )
    await timers.drain(kernel)
    if (act >= acts.length && (await open()) === 0) return
  }
}

async function behind(version: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from plan_seen where version = ${version}`.execute(store.db)
  return Number(helpers) - rows[0]!.count
}

async function open(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from timer where state = 'open' and next_at <= ${new Date(hour.at)}`.execute(store.db)
  return rows[0]!.count
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise(resolve => setTimeout(resolve, 2))
}

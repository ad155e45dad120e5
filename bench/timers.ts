/**
 * Timers and how late they are. First a plan of three years (moved and cancelled timers, a clock that goes back now and then and once
 * stands still for months) is carried out by two processes (embedded: one) while one after the other is killed with -9; what fired must be
 * exactly what a plain computation says. Then so many open timers are spread around now and two servers' tickers fire them as they become
 * due.
 * `npm run bench -- timers [kills] [open timers] [--embedded]`
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { openStore } from '../src/platform/database/database.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { foundIn, makeRoom } from '../test/timers/acting.ts'
import { runThroughKills } from '../test/timers/kills.ts'
import { expectedOf, planOf } from '../test/timers/plan.ts'
import { lateness } from './setup/lateness.ts'

const [kills = 50, many = 20_000] = process.argv
  .slice(2)
  .filter(each => /^\d+$/.test(each))
  .map(Number)
const isEmbedded = process.argv.includes('--embedded')
const DATABASE_URL = isEmbedded ? undefined : process.env.DATABASE_URL
const folder = mkdtempSync(join(tmpdir(), 'sinergi-timers-'))
const open = () => openStore({ DATABASE_URL, DATABASE_POOL: 10, DATA_DIR: folder })

const before = await open()
await migrate(before)
await makeRoom(before.db)
await before.close()

const [seed, acts, helpers] = [2026, kills * (isEmbedded ? 40 : 60), isEmbedded ? 0 : 1]
const killed = await runThroughKills({ folder, DATABASE_URL, seed, acts, kills, helpers })
const after = await open()
const [found, expected] = [await foundIn(after.db), expectedOf(planOf(seed, acts))]
const isEqual = isDeepStrictEqual(found, expected)
console.log(
  `${after.engine}: ${acts} acts over three years by ${helpers + 1} process${helpers ? 'es' : ''}, ${killed} killed in the middle: ${found.firings.length} firings, ${expected.firings.length} expected, ${isEqual ? 'exactly equal' : 'NOT EQUAL'}`,
)
const late = await lateness(after, many, helpers + 1)
console.log(
  `${many} open timers, ${late.fired} became due within ${late.seconds} s: late p50 ${late.p50} ms, p99 ${late.p99} ms, most ${late.most} ms; once each: ${late.isOnce}`,
)
await after.close()
rmSync(folder, { recursive: true, force: true })
process.exit(isEqual && killed === kills && late.p99 <= 10_000 && late.isOnce ? 0 : 1)

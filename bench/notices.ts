/**
 * What people are told over so many days: notices of three ways by mail, asked for again and again, by people in three zones with hours of
 * their own, while the clock goes on, stands still and goes back. The ledger, the summaries and the letters must be exactly those of a
 * plain computation: nothing told twice, nothing lost, one summary a day at most.
 * `npm run bench -- notices [days] [--embedded]`
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { openKernel } from '../src/kernel.ts'
import { readConfig } from '../src/platform/process/config.ts'
import { clockAt } from '../src/platform/values/clock.ts'
import { runNotices } from '../test/notices/acting.ts'
import { expectedLetters } from '../test/notices/plan.ts'
import { environmentOf } from './setup/server.ts'

const days = Number(process.argv.find(each => /^\d+$/.test(each))) || 1096
const folder = mkdtempSync(join(tmpdir(), 'sinergi-notices-'))
const hour = { at: 0 }
const config = readConfig({ ...environmentOf(folder, 0), PORT: '3000', LOG_LEVEL: 'silent' })
const kernel = await openKernel(config, { clock: clockAt(() => new Date(hour.at)) })
const found = await runNotices(kernel, hour, 2026, days)
const expected = expectedLetters(2026, days)
const isEqual = isDeepStrictEqual(found, expected)
const perDay = Map.groupBy(
  found.filter(({ lines }) => lines.length && lines[0]!.startsWith('*')),
  ({ to, day }) => `${to} ${day}`,
)
const most = Math.max(...[...perDay.values()].map(some => some.length))
console.log(
  `${kernel.store.engine}: ${days} days, ${found.length} letters, ${expected.length} expected, ${isEqual ? 'exactly equal' : 'NOT EQUAL'}; at most ${most} summary a person and day`,
)
await kernel.close()
rmSync(folder, { recursive: true, force: true })
process.exit(isEqual && most === 1 ? 0 : 1)

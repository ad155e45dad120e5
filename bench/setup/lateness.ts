import { sql } from 'kysely'
import { z } from 'zod'
import { titles } from '../../src/modules/timers/words/titles.ts'
import type { Store } from '../../src/platform/database/database.ts'
import { openTimers } from '../../src/platform/timers/ticker.ts'
import { timer } from '../../src/platform/timers/timer.ts'
import { systemClock } from '../../src/platform/values/clock.ts'
import { planKernel } from '../../test/timers/acting.ts'

const seconds = 120
const timed = timer({
  kind: 'bench.late',
  names: titles.timedAction,
  deed: 'bench.late',
  payload: z.object({}),
  async run({ db, clock }, { subject, dueAt }) {
    await sql`insert into late_firing values (${subject.id}, ${clock.now().getTime() - dueAt.getTime()})`.execute(db)
    return undefined
  },
})

/**
 * Milliseconds by which they fire late, of those that become due while `tickers` of them are at work; the others are due earlier or later.
 */
export async function lateness(store: Store, many: number, tickers: number) {
  await sql`create table late_firing (subject text, late double precision)`.execute(store.db)
  await sql`delete from timer`.execute(store.db)
  const [done, within] = [Math.floor(many / 4), Math.floor(many / 2)]
  const spread = async (count: number, from: string, over: string, state: string) =>
    sql`insert into timer (id, kind, subject_kind, subject_id, state, asked_for, due_at, next_at, created_at)
      select gen_random_uuid(), 'bench.late', 'bench', ${from} || n, ${state}, d, d, d, now()
      from generate_series(1, ${count}::int) n, lateral (select now() + ${from}::interval + ${over}::interval * (n::float8 / ${count}::float8) as d) x`.execute(
      store.db,
    )
  await spread(within, '3 seconds', `${seconds} seconds`, 'open')
  await spread(many - within, '1 hour', '60 days', 'open')
  await spread(done, '-60 days', '59 days', 'done')
  const running = Array.from({ length: tickers }, () => ({ ...planKernel(store), timers: openTimers(new Map([[timed.kind, timed]])) }))
  for (const { kernel, timers } of running) timers.work({ ...kernel, clock: systemClock })
  await new Promise(resolve => setTimeout(resolve, (seconds + 3 + 6) * 1000))
  await Promise.all(running.map(({ timers }) => timers.stop()))
  const { rows } = await sql<{ fired: number; once: number; p50: number; p99: number; most: number }>`
    select count(*) as fired, count(distinct subject) as once, percentile_disc(0.5) within group (order by late) as p50,
      percentile_disc(0.99) within group (order by late) as p99, max(late) as most from late_firing`.execute(store.db)
  const { fired, once, p50, p99, most } = rows[0]!
  return { seconds, fired, p50: Math.round(p50), p99: Math.round(p99), most: Math.round(most), isOnce: fired === once && fired === within }
}

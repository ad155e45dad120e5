import { sql } from 'kysely'
import { z } from 'zod'
import { titles } from '../../src/modules/timers/words/titles.ts'
import type { Database, Store } from '../../src/platform/database/database.ts'
import type { Kernel } from '../../src/platform/operation/operation.ts'
import { logTo } from '../../src/platform/process/log.ts'
import { cancel, schedule } from '../../src/platform/timers/schedule.ts'
import { openTimers, type Timers } from '../../src/platform/timers/ticker.ts'
import { timer } from '../../src/platform/timers/timer.ts'
import { clockAt } from '../../src/platform/values/clock.ts'
import { type Act, type Firing, inOrder, start, stepAfter } from './plan.ts'

const of = (key: string) => ({ kind: 'test.plan', subject: { kind: 'test', id: key } })

/** Notes that it fired, fails as often as it is told to, and goes on for so many steps. */
const planned = timer({
  kind: 'test.plan',
  names: titles.timedAction,
  deed: 'test.plan',
  payload: z.object({ steps: z.int(), fails: z.int() }),
  async run({ db, clock }, { subject, payload, dueAt, step }) {
    const note = { key: subject.id, due: dueAt.getTime(), step, at: clock.now().getTime() }
    await sql`insert into plan_firing (key, due, step, at) values (${note.key}, ${note.due}, ${note.step}, ${note.at})`.execute(db)
    const { rows } = await sql<{ tries: number }>`select tries from timer where kind = 'test.plan' and subject_id = ${subject.id}`.execute(
      db,
    )
    if (rows[0]!.tries < payload.fails) throw new Error('not yet')
    return step < payload.steps ? { dueAt: new Date(dueAt.getTime() + stepAfter) } : undefined
  },
})

/** What the plan and its firings are kept in, beside the real timers. */
export async function makeRoom(db: Database): Promise<void> {
  await sql`create table plan_firing (id bigint generated always as identity, key text, due bigint, step integer, at bigint)`.execute(db)
  await sql`create table plan_state (act integer, clock bigint, version integer)`.execute(db)
  await sql`insert into plan_state values (0, ${start}, 0)`.execute(db)
  await sql`create table plan_seen (helper integer primary key, version integer)`.execute(db)
}

type State = { act: number; clock: number; version: number }
export const stateOf = async (db: Database): Promise<State> => (await sql<State>`select * from plan_state`.execute(db)).rows[0]!

/** A kernel of no more than what timers need, at the hour of the plan, and its timers. */
export function planKernel(store: Store): { kernel: Kernel; timers: Timers; hour: { at: number } } {
  const hour = { at: start }
  const quiet = { log: logTo(() => {}, 'silent'), outages: { note: () => null }, jobs: { wake() {} }, subjects: {}, baseUrl: '' }
  const kernel = { store, clock: clockAt(() => new Date(hour.at)), ...quiet } as unknown as Kernel
  return { kernel, timers: openTimers(new Map([[planned.kind, planned]])), hour }
}

/** Takes one act, together with the note that it is taken. */
export const take = (db: Database, clock: Kernel['clock'], act: Act): Promise<void> =>
  db.transaction().execute(async inside => {
    const context = { db: inside, clock }
    if (act.do === 'cancel') await cancel(context, of(act.key))
    if (act.do === 'schedule') {
      const { key, dueAt, steps, fails } = act
      await schedule(context, { ...of(key), dueAt: new Date(dueAt), payload: { steps, fails } })
    }
    if (act.do === 'clock') await sql`update plan_state set clock = ${act.to}, version = version + 1`.execute(inside)
    await sql`update plan_state set act = act + 1`.execute(inside)
  })

export async function foundIn(db: Database): Promise<{ firings: Firing[]; states: Record<string, string> }> {
  const firings = await sql<Firing>`select key, due, step, at from plan_firing order by id`.execute(db)
  const states = await sql<{ key: string; state: string }>`select subject_id as key, state from timer where kind = 'test.plan'`.execute(db)
  return { firings: inOrder(firings.rows), states: Object.fromEntries(states.rows.map(({ key, state }) => [key, state]).sort()) }
}

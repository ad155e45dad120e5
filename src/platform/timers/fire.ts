import { sql } from 'kysely'
import { z } from 'zod'
import { system } from '../authority/actor.ts'
import { timeLimits } from '../database/time-limits.ts'
import { type Context, call, internalOperation, type Kernel } from '../operation/operation.ts'
import { Refusal } from '../refusals/refusal.ts'
import { firstOf } from '../values/cut.ts'
import type { Again, TimerKinds } from './timer.ts'

/**
 * How many fire in one transaction at most, and for how many milliseconds it takes further ones: the head of the audit trail waits for its
 * end.
 */
const most = 50
const longest = 1000
/** A handler gives way to somebody who holds what it needs and may wait for its timer; it is tried again a moment later. */
const patience = '500ms'
/** After so many failures, a good five hours, it is left to a person. */
const mostTries = 16

type Claimed = { id: string; kind: string; subject: { kind: string; id: string }; key: string; payload: unknown; dueAt: Date; step: number }
type Running = { id: string; kind: string; tries: number }
const Fired = z.object({ fired: z.int(), next: z.date().nullable() })
export type Fired = z.output<typeof Fired>

/**
 * Fires what is due, earliest first, each exactly once: what it does and that it is done are kept together, and whoever else fires
 * meanwhile passes over it. `next` is when the next one is due. One that fails is undone alone and tried again after 1, 2, 4, … seconds,
 * at most an hour.
 */
export async function fireDue(kernel: Kernel, timers: TimerKinds): Promise<Fired> {
  let running: Running | null = null
  const fire = internalOperation({
    name: 'timers.fire',
    limit: 'short',
    input: z.object({}),
    output: Fired,
    async run(context) {
      let fired = 0
      for (const from = performance.now(); fired < most && performance.now() - from < longest; fired++) {
        const due = await claimNext(context)
        if (!due) return { fired, next: await nextAfter(context) }
        running = due
        const noted = context.lines.length
        try {
          await runOne(context, timers, due)
          await endTurn(context)
        } catch (error) {
          await sql`rollback to savepoint timer`.execute(context.db)
          context.lines.length = noted
          note(kernel, due, error)
          await putOff(context, due, error)
        }
        running = null
      }
      return { fired, next: context.clock.now() }
    },
  })
  try {
    return await call(kernel, system(), fire, {}, 'job')
  } catch (error) {
    // It took the connection down with it: the others must not meet it again at once.
    if (running) await putOff({ db: kernel.store.db, clock: kernel.clock }, running, error).catch(() => {})
    throw error
  }
}

/** Within a savepoint, which a failure goes back to: it gives the claim back with all that was done. */
async function claimNext({ db, clock }: Context): Promise<(Claimed & Running) | undefined> {
  const now = clock.now()
  await sql`savepoint timer`.execute(db)
  await sql`select set_config('lock_timeout', ${patience}, true)`.execute(db)
  const { rows } = await sql<Claimed & Running>`
    update timer set state = 'done', ended_at = ${now}, failure = null
    where id = (select id from timer where state = 'open' and next_at <= ${now} order by next_at, id limit 1 for update skip locked)
    returning id, kind, jsonb_build_object('kind', subject_kind, 'id', subject_id) as subject, key, payload, due_at as "dueAt", step, tries`.execute(
    db,
  )
  return rows[0]
}

const endTurn = async ({ db }: Context): Promise<void> => {
  await sql`select set_config('lock_timeout', ${String(timeLimits.short.lock)}, true)`.execute(db)
  await sql`release savepoint timer`.execute(db)
}

async function runOne(context: Context, timers: TimerKinds, due: Claimed): Promise<void> {
  const known = timers.get(due.kind)
  if (!known) throw new Error(`No module knows timers of the kind ${due.kind}`)
  const noted = context.lines.length
  const again = await known.run(context, { ...due, payload: known.payload.parse(due.payload) })
  for (const line of context.lines.slice(noted)) line.operation = known.deed
  if (again) await goOn(context, due, again)
}

/** Unless the handler has asked for another moment itself. */
const goOn = ({ db }: Context, { id, step }: Claimed, { dueAt }: Again) =>
  db
    .updateTable('timer')
    .set({ state: 'open', due_at: dueAt, next_at: dueAt, step: step + 1, tries: 0, ended_at: null })
    .where('id', '=', id)
    .where('state', '=', 'done')
    .execute()

async function putOff({ db, clock }: Pick<Context, 'db' | 'clock'>, { id, tries }: Running, error: unknown): Promise<void> {
  const isLast = tries + 1 >= mostTries
  const now = clock.now()
  await db
    .updateTable('timer')
    .set({
      tries: tries + 1,
      failure: firstOf(error instanceof Refusal ? error.localized.en : String((error as Error)?.message ?? error), 500),
      next_at: new Date(now.getTime() + pauseAfter(tries + 1)),
      ...(isLast && { state: 'failed', ended_at: now }),
    })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .where('tries', '=', tries)
    .execute()
}

/** Milliseconds until the next try. */
const pauseAfter = (tries: number): number => Math.min(2 ** (tries - 1), 3600) * 1000

function note({ log, outages }: Kernel, { id, kind, tries }: Running, error: unknown): void {
  if ((error as { code?: string }).code === '55P03') return // it gave way
  if (!outages.note(error, { timer: kind })) log.error('timer.failed', { id, timer: kind, tries: tries + 1, error })
  if (tries + 1 >= mostTries) log.error('timer.given_up', { id, timer: kind, tries: tries + 1 })
}

async function nextAfter({ db, clock }: Context): Promise<Date | null> {
  const { rows } = await sql<{ next: Date | null }>`
    select min(next_at) as next from timer where state = 'open' and next_at > ${clock.now()}`.execute(db)
  return rows[0]?.next ?? null
}

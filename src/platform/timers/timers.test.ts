import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { startParams } from '../../../test/empty-database.ts'
import { asDump } from '../../../test/template.ts'
import { foundIn, makeRoom, planKernel, take } from '../../../test/timers/acting.ts'
import { runThroughKills } from '../../../test/timers/kills.ts'
import { type Act, expectedOf, planOf, start } from '../../../test/timers/plan.ts'
import { db, now, kernel as world } from '../../../test/world.ts'
import { titles } from '../../modules/timers/words/titles.ts'
import { record } from '../audit/record.ts'
import { openEmbedded } from '../database/database.ts'
import { logTo } from '../process/log.ts'
import { cancel, schedule } from './schedule.ts'
import { openTimers as openKinds } from './ticker.ts'
import { type AnyTimer, timer } from './timer.ts'

const lines: string[] = []
const kernel = { ...world, log: logTo(line => lines.push(line), 'error') }
const said: string[] = []
const noon = now.at
beforeAll(() => makeRoom(db))
beforeEach(async () => {
  now.at = noon
  said.length = 0
  lines.length = 0
  await db.deleteFrom('timer').execute()
  await sql`delete from plan_firing`.execute(db)
})
afterAll(() => world.close())

const openTimers = (timers: AnyTimer[]) => openKinds(new Map(timers.map(each => [each.kind, each])))
const names = titles.timedAction
const saying = (kind: string, run: AnyTimer['run']): AnyTimer =>
  timer({ kind, names, deed: 'cycles.close', payload: z.object({}).loose(), run })
const named = (kind: string, id: string) => ({ kind, subject: { kind: 'test', id } })
const later = (seconds: number) => new Date(now.at.getTime() + seconds * 1000)
const at = (kind: string, id: string, seconds: number) =>
  schedule({ db, clock: kernel.clock }, { ...named(kind, id), dueAt: later(seconds) })
const row = (id: string) => db.selectFrom('timer').selectAll().where('subject_id', '=', id).executeTakeFirstOrThrow()

test('whatever is asked, moved and cancelled, and however the clock goes, exactly what a plain computation says fires', async () => {
  const key = fc.integer({ min: 0, max: 3 }).map(String)
  const moment = fc.integer({ min: -2, max: 8 }).map(days => start + days * 86_400_000)
  const act: fc.Arbitrary<Act> = fc.oneof(
    fc.record({
      do: fc.constant('schedule' as const),
      key,
      dueAt: moment,
      steps: fc.integer({ min: 0, max: 2 }),
      fails: fc.constantFrom(0, 0, 1, 3, 17),
    }),
    fc.record({ do: fc.constant('cancel' as const), key }),
    fc.record({ do: fc.constant('clock' as const), to: moment }),
  )
  const { kernel: planned, timers, hour } = planKernel(kernel.store)
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 25 }), async acts => {
      await db.deleteFrom('timer').execute()
      await sql`delete from plan_firing`.execute(db)
      hour.at = start
      for (const each of acts) {
        if (each.do === 'clock') hour.at = each.to
        await take(db, planned.clock, each)
        await timers.drain(planned)
      }
      expect(await foundIn(db)).toEqual(expectedOf(acts))
    }),
    { numRuns: 40 },
  )
})

test('killed again and again in the middle, with a second process beside it, everything fires exactly once', {
  timeout: 60_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sinergi-timers-'))
  const isEmbedded = kernel.store.engine === 'pglite'
  const run = { folder, seed: 7, acts: isEmbedded ? 120 : 200, kills: isEmbedded ? 2 : 3, helpers: isEmbedded ? 0 : 1 }
  const open = async () =>
    isEmbedded
      ? openEmbedded({ dataDir: join(folder, 'database'), loadDataDir: new Blob([readFileSync(await asDump())]), startParams })
      : null
  try {
    const own = await open()
    if (own) await makeRoom(own.db)
    await own?.close()
    if (!own) await sql`update plan_state set act = 0, clock = ${start}, version = 0`.execute(db)
    expect(await runThroughKills({ ...run, DATABASE_URL: kernel.config.DATABASE_URL })).toBe(run.kills)
    const after = isEmbedded ? await openEmbedded({ dataDir: join(folder, 'database') }) : null
    const found = await foundIn(after?.db ?? db)
    await after?.close()
    expect(found).toEqual(expectedOf(planOf(run.seed, run.acts)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('after a long pause all that is overdue fires once, in the order in which it was due', async () => {
  const timers = openTimers([saying('say', async (_, { subject }) => void said.push(subject.id))])
  for (const [id, seconds] of [
    ['third', 30],
    ['first', 10],
    ['later', 86_400 * 90],
    ['second', 20],
  ] as const)
    await at('say', id, seconds)
  expect(await timers.drain(kernel)).toBe(0)
  now.at = later(86_400 * 30)
  expect(await timers.drain(kernel)).toBe(3)
  expect([said, await timers.drain(kernel)]).toEqual([['first', 'second', 'third'], 0])
})

test('one that fails is undone alone, waits longer each time, and in the end is left to a person', async () => {
  const timers = openTimers([
    saying('bad', async ({ db }) => {
      await sql`insert into plan_firing (key) values ('lost')`.execute(db)
      await db.selectFrom('timer').select(sql`1 / 0`.as('no')).execute()
      return undefined
    }),
    saying('good', async (_, { subject }) => void said.push(subject.id)),
  ])
  await at('bad', 'bad', 0)
  await at('good', 'good', 1)
  now.at = later(1)
  await timers.drain(kernel)
  expect(said).toEqual(['good'])
  expect(await row('bad')).toMatchObject({ state: 'open', tries: 1, failure: 'division by zero' })
  const pauses: number[] = []
  for (let tries = 2; tries <= 16; tries++) {
    const { next_at } = await row('bad')
    pauses.push((next_at.getTime() - now.at.getTime()) / 1000)
    now.at = next_at
    await timers.drain(kernel)
  }
  expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 3600, 3600, 3600])
  expect(await row('bad')).toMatchObject({ state: 'failed', tries: 16 })
  expect((await sql`select from plan_firing`.execute(db)).rows).toEqual([])
  expect(lines.filter(line => line.includes('"timer.failed"'))).toHaveLength(16)
  expect(lines.filter(line => line.includes('"timer.given_up"'))).toHaveLength(1)
})

test('a timer that takes the connection down with it does not keep the others waiting', async () => {
  if (kernel.store.engine === 'pglite') return
  const timers = openTimers([
    saying('deadly', async ({ db }) => {
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(db)
      return undefined
    }),
    saying('good', async (_, { subject }) => void said.push(subject.id)),
  ])
  await at('deadly', 'deadly', 0) // first: what else came before it in its transaction is undone with it, and done again
  await at('good', 'good', 1)
  now.at = later(1)
  await expect(timers.drain(kernel)).rejects.toThrow()
  await timers.drain(kernel)
  expect([said, (await row('deadly')).tries]).toEqual([['good'], 1])
})

test('whoever cancels or moves one while another of the same moment fires is heard', async () => {
  const context = { db, clock: kernel.clock }
  const timers = openTimers([
    saying('first', async ({ db, clock }) => {
      said.push('first')
      await cancel({ db, clock }, named('second', 'cancelled'))
      await schedule({ db, clock }, { ...named('second', 'moved'), dueAt: later(60) })
      return undefined
    }),
    saying('second', async (_, { subject }) => void said.push(subject.id)),
  ])
  await at('first', 'first', -1)
  for (const id of ['cancelled', 'moved', 'left']) await schedule(context, { ...named('second', id), dueAt: now.at })
  await timers.drain(kernel)
  expect(said).toEqual(['first', 'left'])
  now.at = later(60)
  await timers.drain(kernel)
  expect(said).toEqual(['first', 'left', 'moved'])
})

test('one of an unknown kind or with a payload of another shape never runs, and says why', async () => {
  const timers = openTimers([
    timer({ kind: 'shaped', names, deed: 'cycles.close', payload: z.object({ a: z.int() }), run: async () => undefined }),
  ])
  await at('shaped', 'shaped', 0)
  await at('nobody', 'nobody', 0)
  await timers.drain(kernel)
  expect((await row('shaped')).failure).toContain('invalid_type')
  expect((await row('nobody')).failure).toBe('No module knows timers of the kind nobody')
})

test('its lines in the audit trail say what was done; of one that failed there are none', async () => {
  const before = Number((await db.selectFrom('audit_event').select(sql<number>`count(*)`.as('n')).executeTakeFirstOrThrow()).n)
  const noting = (fails: boolean) => async (context: Parameters<AnyTimer['run']>[0]) => {
    record(context, { kind: 'cycle', id: fails ? 'lost' : 'kept' }, { closedAt: null }, { closedAt: now.at })
    if (fails) throw new Error('no')
    return undefined
  }
  const timers = openTimers([saying('kept', noting(false)), saying('lost', noting(true))])
  await at('lost', 'a', -2)
  await at('kept', 'b', -1)
  await timers.drain(kernel)
  const events = await db.selectFrom('audit_event').select(['operation', 'subject_id', 'door']).orderBy('id').offset(before).execute()
  expect(events).toEqual([{ operation: 'cycles.close', subject_id: 'kept', door: 'job' }])
})

test('a server at work fires what becomes due, without being asked', { timeout: 20_000 }, async () => {
  let fired = () => {}
  const done = new Promise<void>(resolve => {
    fired = resolve
  })
  const timers = openTimers([
    saying('say', async () => {
      fired()
      return undefined
    }),
  ])
  timers.work(kernel)
  await at('say', 'soon', 0)
  await done
  await timers.stop()
  expect((await row('soon')).state).toBe('done')
})

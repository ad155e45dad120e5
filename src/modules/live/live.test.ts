import { afterEach, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { app, as, browser, db, kernel, now, person, program } from '../../../test/world.ts'
import { openKernel } from '../../kernel.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { openStore } from '../../platform/database/database.ts'
import { limits } from '../../platform/live/limits.ts'
import { openLive } from '../../platform/live/live.ts'
import { internalOperation, newId } from '../../platform/operation/operation.ts'
import { advanceRun, startRun } from '../../platform/runs/move.ts'
import { clockAt } from '../../platform/values/clock.ts'
import { createApp } from '../../server.tsx'
import { readAllNotices } from '../notices/operations/inbox.ts'

type Told = { topic: string; [name: string]: unknown }
type Follower = { status: number; type: string | null; encoding: string | null; told: Told[]; ended(): boolean; stop(): Promise<void> }
const open = new Set<Follower>()
let officer: Actor
beforeAll(async () => {
  officer = await person('Pengelola', 'cooperation_officer', '35.10')
})
afterEach(async () => {
  for (const each of open) await each.stop()
  open.clear()
})

async function follow(cookie: string, topics: string, at = app): Promise<Follower> {
  const headers = { cookie, 'accept-encoding': 'gzip, br' }
  const answer = await at.request(`http://sinergi.test/api/v1/live/stream?topics=${topics}`, { headers })
  const told: Told[] = []
  let ended = false
  const reader = answer.body?.getReader()
  const reading = (async () => {
    if (answer.status !== 200) return
    const decoder = new TextDecoder()
    let text = ''
    for (let part = await reader!.read(); !part.done; part = await reader!.read()) {
      text += decoder.decode(part.value, { stream: true })
      for (let at = text.indexOf('\n\n'); at >= 0; at = text.indexOf('\n\n')) {
        const [event, data] = text.slice(0, at).split('\n')
        if (event?.startsWith('data: ')) told.push(JSON.parse(event.slice(6)))
        else if (event?.startsWith('event: ')) told.push({ topic: event.slice(7), ...JSON.parse(data!.slice(6)) })
        text = text.slice(at + 2)
      }
    }
    ended = true
  })().catch(() => {})
  const follower = {
    status: answer.status,
    type: answer.headers.get('content-type'),
    encoding: answer.headers.get('content-encoding'),
    told,
    ended: () => ended,
    async stop() {
      await reader?.cancel().catch(() => {})
      await reading
    },
  }
  open.add(follower)
  return follower
}
const within = <T>(look: () => T, wanted: T) => expect.poll(look, { timeout: 8000, interval: 50 }).toEqual(wanted)

/** A report of an office that is being made, as its row says. */
const begin = internalOperation({
  name: 'test.begin',
  input: z.object({}),
  output: z.string(),
  run: context => startRun(context, 'reports.make', { subjectId: newId(), path: 'id.35.3510', total: 4 }),
})
const advance = internalOperation({
  name: 'test.advance',
  input: z.object({ id: z.string(), by: z.int() }),
  output: z.object({}),
  async run(context, { id, by }) {
    await advanceRun(context, id, { by, phase: 1 })
    return {}
  },
})
const running = () => as(officer)<string>(begin)
const tell = (to: Actor) =>
  db
    .insertInto('notice')
    .values({
      id: newId(),
      person_id: to.personId!,
      kind: 'followup.assigned',
      key: newId(),
      subject_kind: 'follow_up',
      subject_id: newId(),
      params: '{}',
      mail: 'off',
      created_at: now.at,
    })
    .execute()

test('a page is told how far long work is, from how it stands to every change, uncompressed and in numbers alone', async () => {
  const run = await running()
  const page = await follow((await browser(officer)).cookie, `run:${run},inbox`)
  expect([page.status, page.type, page.encoding]).toEqual([200, 'text/event-stream', null])
  await within(
    () => page.told,
    [
      { topic: `run:${run}`, done: 0, total: 4, phase: 0, over: 0 },
      { topic: 'inbox', lines: 0 },
    ],
  )
  await as(officer)(advance, { id: run, by: 2 })
  await within(() => page.told.slice(2), [{ topic: `run:${run}`, done: 2, total: 4, phase: 1, over: 0 }])
  await tell(officer)
  await within(() => page.told.slice(3), [{ topic: 'inbox', lines: 1 }])
  await as(officer)(readAllNotices)
  await within(() => page.told.slice(4), [{ topic: 'inbox', lines: 0 }])
})

test('many changes at once are told once, as they stand at the end', async () => {
  const run = await running()
  const page = await follow((await browser(officer)).cookie, `run:${run}`)
  await within(() => page.told.length, 1)
  for (let by = 0; by < 20; by++) await as(officer)(advance, { id: run, by: 1 })
  await within(() => page.told.at(-1)?.done, 20)
  expect(page.told.length).toBeLessThan(12)
})

test('what somebody may not read is not there, whoever asks: a partner, a neighbour, a stranger, and over REST', async () => {
  const run = await running()
  const partner = await person('Mitra', 'partner_contact')
  const neighbour = await person('Tetangga', 'cooperation_officer', '51')
  for (const each of [partner, neighbour]) {
    expect((await follow((await browser(each)).cookie, `inbox,run:${run}`)).status).toBe(404)
    expect((await (await program(each))('GET', `/live?topics=run:${run}`)).status).toBe(404)
  }
  for (const none of ['run', 'inbox:1', `inbox:${officer.personId}`, 'run:1', 'lain', `run:${newId()}`])
    expect([none, (await follow((await browser(officer)).cookie, none)).status]).toEqual([none, 404])
  expect((await follow((await browser(officer)).cookie, '')).status).toBe(422)
  expect((await follow('', 'inbox')).status).toBe(401)
  expect(await (await (await program(officer))('GET', `/live?topics=run:${run}`)).json()).toEqual({
    topics: [{ topic: `run:${run}`, numbers: { done: 0, total: 4, phase: 0, over: 0 } }],
  })
})

test('whoever loses the role is told nothing more, and the stream ends by itself; so does that of a session that is signed out', async () => {
  const reader = await person('Pembaca', 'auditor', '35.10')
  const run = await running()
  const [page, left] = [await follow((await browser(reader)).cookie, `run:${run}`), await follow((await browser(reader)).cookie, 'inbox')]
  await within(() => [page.told.length, left.told.length], [1, 1])
  await db.updateTable('role_grant').set({ revoked_at: now.at }).where('person_id', '=', reader.personId!).execute()
  await as(officer)(advance, { id: run, by: 1 })
  await within(() => [page.ended(), page.told.slice(1)], [true, [{ topic: 'end' }]])
  // Without any change of what is followed.
  await db.deleteFrom('auth_session').where('userId', '=', reader.personId!).execute()
  await within(() => [left.ended(), left.told.slice(1)], [true, [{ topic: 'end' }]])
})

test('one person keeps so many streams open, and the page of the oldest is told to ask now and then', async () => {
  const { cookie } = await browser(await person('Banyak'))
  const first = await follow(cookie, 'inbox')
  const before = kernel.live.count()
  for (let at = 1; at < limits.ofPerson; at++) await follow(cookie, 'inbox')
  expect([first.ended(), kernel.live.count() - before]).toEqual([false, limits.ofPerson - 1])
  await follow(cookie, 'inbox')
  await within(() => [first.ended(), first.told.slice(1)], [true, [{ topic: 'crowded' }]])
  expect(kernel.live.count() - before).toBe(limits.ofPerson - 1)
})

test('a process that carries as many as it can refuses one more with 429, and takes it once another has gone', async () => {
  const { cookie } = await browser(await person('Terakhir'))
  const page = await follow(cookie, 'inbox')
  const most = limits.ofProcess
  try {
    Object.assign(limits, { ofProcess: kernel.live.count() })
    expect((await follow(cookie, 'inbox')).status).toBe(429)
    await page.stop()
    expect((await follow(cookie, 'inbox')).status).toBe(200)
  } finally {
    Object.assign(limits, { ofProcess: most })
  }
})

test('a page that reads nothing holds the latest numbers alone', async () => {
  const run = await running()
  const { cookie } = await browser(officer)
  const answer = await app.request(`http://sinergi.test/api/v1/live/stream?topics=run:${run}`, { headers: { cookie } })
  for (let by = 0; by < 30; by++) {
    await as(officer)(advance, { id: run, by: 1 })
    await new Promise(resolve => setTimeout(resolve, 40))
  }
  const reader = answer.body!.getReader()
  let lines: string[] = []
  await expect
    .poll(
      async () => {
        lines = lines.concat(
          new TextDecoder()
            .decode((await reader.read()).value)
            .split('\n\n')
            .filter(Boolean),
        )
        return lines.at(-1)
      },
      { timeout: 8000 },
    )
    .toContain('"done":30')
  expect(lines.length).toBeLessThanOrEqual(limits.topics + 1)
  await reader.cancel()
})

/** On the embedded engine, which one process holds alone, what hears apart is a second ear on the same database. */
async function another() {
  const { config, store } = kernel
  if (store.engine === 'postgres') {
    const apart = await openStore({ DATABASE_URL: config.DATABASE_URL!, DATABASE_POOL: 3, DATA_DIR: '' })
    return openKernel({ ...config }, { store: apart, clock: clockAt(() => now.at) })
  }
  const live = openLive()
  return { ...kernel, live, close: () => live.close() }
}

test('two processes hear each other, and go on hearing after the database was gone', async () => {
  const other = await another()
  try {
    const run = await running()
    const page = await follow((await browser(officer)).cookie, `run:${run}`, createApp(other))
    await within(() => page.told.length, 1)
    await as(officer)(advance, { id: run, by: 1 })
    await within(() => page.told.at(-1)?.done, 1)
    const cut = () =>
      kernel.store.jobs.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'sinergi live' and datname = current_database()",
      )
    if (kernel.store.engine === 'postgres') expect((await cut()).rowCount).toBeGreaterThan(0)
    // Said while nobody listens: it is looked at once the connection is back.
    await as(officer)(advance, { id: run, by: 1 })
    await within(() => page.told.at(-1)?.done, 2)
    await as(officer)(advance, { id: run, by: 1 })
    await within(() => page.told.at(-1)?.done, 3)
    expect(page.ended()).toBe(false)
  } finally {
    await other.close()
  }
})

test('every stream is ended at once when the server stops, and none is opened any more', async () => {
  const page = await follow((await browser(officer)).cookie, 'inbox')
  await kernel.live.close()
  await within(() => [page.ended(), page.told.filter(({ topic }) => topic === 'end'), kernel.live.count()], [true, [], 0])
  expect((await follow((await browser(officer)).cookie, 'inbox')).status).toBe(503)
})

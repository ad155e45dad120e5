/**
 * How soon all who follow one presenting round know of a change: 600 people of the offices that present, by a connection of their own each
 * to one of two servers on one database; the change is made in a third process. Also what a stream holds in memory.
 * `npm run bench -- queue [people] [changes]`; on PostgreSQL
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { freePort } from '../bin/free-port.js'
import { openKernel } from '../src/kernel.ts'
import { meetingKindId } from '../src/modules/meetings/schema/meetings.ts'
import { loadOffices } from '../src/modules/organisation/operations/loading.ts'
import { pauseTurn, resumeTurn, startTurn } from '../src/modules/rounds/operations/acts.ts'
import type { Round } from '../src/modules/rounds/schema/rounds.ts'
import { system } from '../src/platform/authority/actor.ts'
import { call, type Kernel, newId } from '../src/platform/operation/operation.ts'
import { readConfig } from '../src/platform/process/config.ts'
import { signedInMany } from './setup/people.ts'
import { environmentOf, startServer, stopServer } from './setup/server.ts'
import { openStream } from './setup/streams.ts'
import { memoryOf } from './setup/usage.ts'

const [count = 600, changes = 20] = process.argv
  .slice(2)
  .filter(each => /^\d+$/.test(each))
  .map(Number)
/** What the last of all is to know a change within, in milliseconds. */
const soon = 1000
const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))

async function measure(): Promise<boolean> {
  const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'sinergi-queue-')))
  const environments = [environmentOf(folders[0]!, await freePort()), environmentOf(folders[1]!, await freePort())]
  const kernel = await openKernel(readConfig({ ...environments[0], LOG_LEVEL: 'silent' }))
  await call(kernel, system(), loadOffices, {}, 'setup')
  const people = await signedInMany(kernel, count)
  const round = await roundOf(
    kernel,
    people.map(({ id }) => id),
  )
  await sql`analyze`.execute(kernel.store.db) // as the database does by itself within a minute
  const servers = [await startServer(environments[0]!), await startServer(environments[1]!)]
  const seen = new Map<number, { rev: number; at: number }>()
  const open = async (some: typeof people, from: number) =>
    Promise.all(
      some.map(({ cookie }, at) =>
        openStream({
          url: `${servers[(from + at) % 2]!.address}/api/v1/live/stream?topics=round:${round}`,
          cookie,
          heard: (_, { rev = 0 }, when) => seen.set(from + at, { rev, at: when }),
          ended: () => {},
        }),
      ),
    )
  for (const each of await openAll(open, people.slice(0, 200))) each.close() // what is made once, and the heap
  await pause(3000)
  const memory = () => servers.reduce((sum, { process: child }) => sum + memoryOf(child.pid!), 0)
  const before = memory()
  const from = performance.now()
  await openAll(open, people)
  const opened = performance.now() - from
  await pause(5000)
  const held = (memory() - before) / people.length
  const lasts: number[] = []
  const all: number[] = []
  let view = await call(kernel, system(), startTurn, { id: round, rev: 0 }, 'setup')
  await until(() => people.every((_, at) => seen.get(at)?.rev === view.rev))
  for (let each = 0; each < changes; each++) {
    await pause(1500)
    const said = performance.now()
    view = (await call(kernel, system(), each % 2 ? resumeTurn : pauseTurn, { id: round, rev: view.rev }, 'setup')) as Round
    await until(() => people.every((_, at) => seen.get(at)?.rev === view.rev))
    const times = people.map((_, at) => seen.get(at)!.at - said)
    lasts.push(Math.max(...times))
    all.push(...times)
  }
  console.log(`${people.length} people follow one queue of ${people.length} entries, on two servers`)
  console.log(`  opened in ${opened.toFixed(0)} ms; memory a stream ${held.toFixed(1)} kB`)
  console.log(`  ${changes} changes: to anybody median ${at(0.5, all)} ms, p99 ${at(0.99, all)} ms`)
  console.log(`  to the last of all: median ${at(0.5, lasts)} ms, at most ${at(1, lasts)} ms`)
  for (const server of servers) await stopServer(server)
  await kernel.close()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  return Math.max(...lasts) < soon
}

/** Twenty at once. */
async function openAll<T>(open: (some: T[], from: number) => Promise<{ close(): void }[]>, people: T[]): Promise<{ close(): void }[]> {
  const opened: { close(): void }[] = []
  for (let from = 0; from < people.length; from += 20) opened.push(...(await open(people.slice(from, from + 20), from)))
  return opened
}

/** A round of the national office in which the office of each of them presents; each may read it by that alone. */
async function roundOf({ store: { db }, clock }: Kernel, people: readonly string[]): Promise<string> {
  const now = clock.now()
  const offices = await db.selectFrom('office').select('id').where('kind', '=', 'regency').orderBy('code').execute()
  const { id: host } = await db.selectFrom('office').select('id').where('code', '=', '00').executeTakeFirstOrThrow()
  const of = (at: number) => offices[at % offices.length]!.id
  for (const [at, person] of people.entries())
    await db
      .updateTable('role_grant')
      .set({ role: 'office_operator', office_id: of(at), with_descendants: false })
      .where('person_id', '=', person)
      .execute()
  const [meeting, session, round] = [newId(), newId(), newId()]
  const plan = { number: 'RP-1', kind_id: meetingKindId('berbagi'), title: 'Rapat pengukuran', office_id: host, mode: 'online' as const }
  await db
    .insertInto('meeting')
    .values({ id: meeting, ...plan, starts_at: now, state: 'running', created_at: now })
    .execute()
  await db.insertInto('meeting_session').values({ id: session, meeting_id: meeting, kind: 'round', title: 'Putaran' }).execute()
  const entries = people.map((_, at) => ({
    id: newId(),
    round_id: round,
    office_id: of(at),
    stage: 'Tahapan',
    topic: 'Topik',
    minutes: 10,
    created_at: now,
  }))
  const queue = JSON.stringify({ order: entries.map(({ id }) => id), used: {}, over: {} })
  await db
    .insertInto('round')
    .values({ id: round, meeting_id: meeting, session_id: session, title: 'Putaran', minutes: 10, queue, created_at: now })
    .execute()
  await db.insertInto('round_entry').values(entries).execute()
  return round
}

async function until(isSo: () => boolean, longest = 60_000): Promise<void> {
  for (const from = Date.now(); !isSo(); await pause(2)) if (Date.now() - from > longest) throw new Error('It did not come')
}

const at = (part: number, times: readonly number[]) =>
  times.toSorted((a, b) => a - b)[Math.min(Math.floor(times.length * part), times.length - 1)]!.toFixed(0)

process.exit((await measure()) ? 0 : 1)

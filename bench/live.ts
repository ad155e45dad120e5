/**
 * How many live streams one process carries: so many real connections of signed-in people (two each) to a server of its own, beside a bare
 * `node:http` that is told the same by the same database. For each number: how long they take to open twenty at once, memory a stream, what an
 * idle server and its database use of a processor, how long a notice takes to its reader and a step of long work to all who follow it, and
 * how long until everybody is back after a restart.
 * `npm run bench -- live [streams] [streams] … [--short]`; on PostgreSQL
 */
import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { freePort } from '../bin/free-port.js'
import { openKernel } from '../src/kernel.ts'
import { loadOffices } from '../src/modules/organisation/operations/loading.ts'
import { system } from '../src/platform/authority/actor.ts'
import { call, type Kernel, newId } from '../src/platform/operation/operation.ts'
import { readConfig } from '../src/platform/process/config.ts'
import { serveBareStreams } from './setup/bare-streams.ts'
import { signedInMany } from './setup/people.ts'
import { answering, environmentOf, type Server, startServer, stopServer } from './setup/server.ts'
import { openStream, waits } from './setup/streams.ts'
import { memoryOf, parentOf, processorOf, processorOfAll } from './setup/usage.ts'

type Person = { id: string; cookie: string }
/** What was measured of one server with so many streams; times in milliseconds, memory in kB. */
type Measured = { opened: number; memory: number; own: number; database: number; notice: number[]; step: number[] }

/** Opens the stream of one of them, the so many-th; whose stream has ended is said to `ends`. */
type Opened = { open(person: Person, at: number): Promise<{ close(): void }>; ends: { of(at: number): Promise<void> } }

const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))
const isShort = process.argv.includes('--short')

async function measure(given: number[]): Promise<boolean> {
  const counts = given.length ? given : [500, 1000, 2000]
  const folder = mkdtempSync(join(tmpdir(), 'sinergi-live-'))
  const environment = environmentOf(folder, await freePort())
  const kernel = await openKernel(readConfig({ ...environment, LOG_LEVEL: 'silent' }))
  await call(kernel, system(), loadOffices, {}, 'setup')
  const people = await signedInMany(kernel, Math.max(...counts) / 2)
  const run = await longWork(kernel)
  await sql`analyze`.execute(kernel.store.db) // as the database does by itself within a minute
  let isComplete = true
  for (const count of counts) {
    const some = Array.from({ length: count }, (_, at) => people[at % (count / 2)]!)
    const server = await startServer(environment)
    const ours = await measured(kernel, server, some, run, true)
    const back = await restarted(ours, server, environment, some)
    const port = await freePort()
    const bare = { process: fork(process.argv[1]!, ['--bare', String(port)]), address: `http://127.0.0.1:${port}` }
    await answering(bare)
    const theirs = await measured(kernel, bare, some, run, false)
    bare.process.kill()
    say(count, ours, theirs, back)
    isComplete &&= back.lost === 0
    await stopServer(back.server)
  }
  await kernel.close()
  rmSync(folder, { recursive: true, force: true })
  return isComplete
}

async function measured(
  kernel: Kernel,
  server: Server,
  people: readonly Person[],
  run: string,
  isOurs: boolean,
): Promise<Measured & Opened> {
  const heard = new Map<string, number[]>()
  const note = (topic: string, at: number) => heard.set(topic, [...(heard.get(topic) ?? []), at])
  const ends: Opened['ends'] = { of: async () => {} }
  const open: Opened['open'] = (person, at) =>
    openStream({
      url: `${server.address}${isOurs ? '/api/v1/live/stream?topics=inbox' : `/?topics=inbox:${person.id}`},run:${run}`,
      cookie: person.cookie,
      heard: (topic, _numbers, when) => note(`${topic.split(':')[0]} ${at}`, when),
      ended: () => void ends.of(at),
    })
  const { pid } = server.process
  // The first ones take what is made once, and grow the heap to where it stays.
  for (const each of await openAll(open, people.slice(0, 500))) each.close()
  await pause(3000)
  const before = memoryOf(pid!)
  const from = performance.now()
  await openAll(open, people)
  const opened = performance.now() - from
  await pause(isShort ? 3000 : 10_000)
  const memory = (memoryOf(pid!) - before) / people.length
  const postmaster = await databasePid()
  const used = [processorOf(pid!), processorOfAll(postmaster)]
  const seconds = isShort ? 9 : 30
  await pause(seconds * 1000)
  const own = (processorOf(pid!) - used[0]!) / seconds
  const database = (processorOfAll(postmaster) - used[1]!) / seconds
  const notice: number[] = []
  for (let each = 0; each < (isShort ? 20 : 200); each++) {
    heard.clear()
    const at = Math.floor(Math.random() * (people.length / 2))
    const said = performance.now()
    await tell(kernel, people[at]!.id)
    const mine = [`inbox ${at}`, `inbox ${at + people.length / 2}`]
    await until(() => mine.every(key => heard.has(key)))
    notice.push(...mine.map(key => heard.get(key)![0]! - said))
    await pause(20)
  }
  const step: number[] = []
  for (let each = 0; each < (isShort ? 2 : 10); each++) {
    heard.clear()
    const said = performance.now()
    await kernel.store.db
      .updateTable('run')
      .set(eb => ({ done: eb('done', '+', 1) }))
      .where('id', '=', run)
      .execute()
    await until(() => people.every((_, at) => heard.has(`run ${at}`)))
    step.push(...people.map((_, at) => heard.get(`run ${at}`)![0]! - said))
    await pause(1000)
  }
  return { opened, memory, own, database, notice, step, open, ends }
}

/** Twenty at once. */
async function openAll(open: Opened['open'], people: readonly Person[]): Promise<{ close(): void }[]> {
  const opened: { close(): void }[] = []
  const left = people.keys()
  const opening = async () => {
    for (const at of left) opened.push(await open(people[at]!, at))
  }
  await Promise.all(Array.from({ length: 20 }, opening))
  return opened
}

/** The server is stopped and started; each that has lost its stream comes again as a browser does. */
async function restarted({ open, ends }: Opened, server: Server, environment: NodeJS.ProcessEnv, people: readonly Person[]) {
  const back = new Map<number, number>()
  let [from, tries] = [0, 0]
  ends.of = async at => {
    for (const wait of waits()) {
      await pause(wait)
      tries++
      const isOpen = await open(people[at]!, at).then(
        () => true,
        () => false,
      )
      if (isOpen) return void back.set(at, performance.now() - from)
    }
  }
  from = performance.now()
  await stopServer(server)
  const stopped = performance.now() - from
  const again = await startServer(environment)
  const started = performance.now() - from
  await until(() => back.size === people.length, 120_000).catch(() => {})
  ends.of = async () => {}
  return { server: again, stopped, started, back: [...back.values()], tries, lost: people.length - back.size }
}

/** Long work of the national office, which all of them may follow; over, so that nobody takes it up. */
async function longWork({ store: { db }, clock }: Kernel): Promise<string> {
  const [id, now] = [newId(), clock.now()]
  const about = { kind: 'reports.make', subject_kind: 'report', subject_id: newId(), path: sql<string>`'id'::ltree` }
  await db
    .insertInto('run')
    .values({ id, ...about, state: 'done', total: 1000, asked_at: now, ended_at: now })
    .execute()
  return id
}

const tell = ({ store: { db }, clock }: Kernel, person_id: string) =>
  db
    .insertInto('notice')
    .values({
      ...{ id: newId(), person_id, kind: 'followup.assigned', key: newId(), subject_kind: 'follow_up', subject_id: newId() },
      ...{ params: '{}', mail: 'off', created_at: clock.now() },
    })
    .execute()

/** The process that has started those of the database. */
async function databasePid(): Promise<number> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  const { rows } = await client.query('select pg_backend_pid() as pid')
  const pid = parentOf(rows[0].pid)
  await client.end()
  return pid
}

async function until(isSo: () => boolean, longest = 60_000): Promise<void> {
  for (const from = Date.now(); !isSo(); await pause(2)) if (Date.now() - from > longest) throw new Error('It did not come')
}

const at = (part: number, times: readonly number[]) =>
  times.toSorted((a, b) => a - b)[Math.min(Math.floor(times.length * part), times.length - 1)]!
const ms = (times: readonly number[]) => `median ${at(0.5, times).toFixed(1)} ms, p99 ${at(0.99, times).toFixed(1)} ms`
const percent = (part: number) => `${(part * 100).toFixed(1)} %`

type Back = Awaited<ReturnType<typeof restarted>>
function say(count: number, ours: Measured, theirs: Measured, { stopped, started, back, tries, lost }: Back): void {
  const ratio = (of: (each: Measured) => number) => (of(ours) / of(theirs)).toFixed(1)
  console.log(`${count} streams of ${count / 2} people (bare node:http in brackets)`)
  console.log(
    `  opened, twenty at once, in ${ours.opened.toFixed(0)} ms [${theirs.opened.toFixed(0)}], ${ratio(each => each.opened)} times`,
  )
  console.log(`  memory a stream ${ours.memory.toFixed(1)} kB [${theirs.memory.toFixed(1)}], ${ratio(each => each.memory)} times`)
  console.log(
    `  idle: ${percent(ours.own)} of a processor, database ${percent(ours.database)} [${percent(theirs.own)}, ${percent(theirs.database)}]`,
  )
  console.log(`  notice to its reader: ${ms(ours.notice)} [${ms(theirs.notice)}], median ${ratio(each => at(0.5, each.notice))} times`)
  console.log(`  step of a run to all: ${ms(ours.step)} [${ms(theirs.step)}], median ${ratio(each => at(0.5, each.step))} times`)
  console.log(
    `  restart: ended within ${stopped.toFixed(0)} ms, answers after ${started.toFixed(0)} ms, all back after ${at(1, back).toFixed(0)} ms (median ${at(0.5, back).toFixed(0)}), ${tries} tries, ${lost} lost`,
  )
}

if (process.argv[2] === '--bare') await serveBareStreams(Number(process.argv[3]))
else
  process.exit(
    (await measure(
      process.argv
        .slice(2)
        .filter(each => /^\d+$/.test(each))
        .map(Number),
    ))
      ? 0
      : 1,
  )

import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { freePort } from '../../bin/free-port.js'
import { startPostgres } from '../../bin/postgres.js'
import { openKernel } from '../../src/kernel.ts'
import { newId } from '../../src/platform/operation/operation.ts'
import { readConfig } from '../../src/platform/process/config.ts'
import { environmentOf, startServer, stopServer } from '../setup/server.ts'
import { prepareWriters } from '../setup/writers.ts'
import { counted, untilWell, verdict } from './verdict.ts'
import { type Seen, watch } from './watch.ts'

type Postgres = Awaited<ReturnType<typeof startPostgres>>
/** Takes something away for a while and gives it back; what is wrong with what was seen meanwhile. */
type Fault = { last: number; begin(): Promise<void> | void; end(): Promise<void> | void; meanwhile?(seen: readonly Seen[]): string[] }
const rest = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))

/** Every process of the database stands still, and its connections stand. Longer than any statement of a page is waited for. */
export const frozen = () =>
  withPostgres(postgres => ({ last: 40_000, begin: postgres.freeze, end: postgres.thaw, meanwhile: nobodyIsReady }))

export const stopped = () =>
  withPostgres(postgres => ({ last: 20_000, begin: postgres.halt, end: postgres.launch, meanwhile: nobodyIsReady }))

const nobodyIsReady = (seen: readonly Seen[]) =>
  seen.some(({ who, status }) => who === 'readyz' && status === 503) ? [] : ['/readyz said nothing of it']

/**
 * Somebody holds a lock on the agreements, as a change of a large table by hand would: who needs them is told soon, nobody else notices.
 */
export const locked = () =>
  withPostgres(postgres => {
    const holder = new pg.Client(postgres.url)
    return {
      last: 20_000,
      async begin() {
        await holder.connect()
        await holder.query('begin; lock table agreement in access exclusive mode')
      },
      async end() {
        await holder.query('commit')
        await holder.end()
      },
      meanwhile: seen => [
        ...(seen.some(({ who, status }) => who === 'reader' && status === 503) ? [] : ['the lock was not noticed: nothing was tried']),
        ...seen
          .filter(({ who, status }) => ['unrelated', 'readyz', 'sign-in'].includes(who) && status === 503)
          .map(({ who }) => `${who} needs no agreement, and was sent away`),
        ...seen.filter(({ who, took }) => who === 'reader' && took > 12_000).map(() => 'a reader waited longer than for a lock'),
      ],
    }
  })

/** Each piece of an answer of the database comes a fifth of a second late: slower, and nothing else. */
export async function delayed(): Promise<string[]> {
  let late = 0
  const proxy = await proxyWith(() => late)
  const wrong = await withPostgres(postgres => {
    proxy.to = Number(new URL(postgres.url).port)
    return {
      last: 30_000,
      begin: () => {
        late = 200
      },
      end: () => {
        late = 0
      },
      meanwhile: seen =>
        seen.filter(({ status }) => status === 503).map(({ who }) => `${who} was sent away by a database that is only slow`),
    }
  }, proxy.port)
  proxy.close()
  return wrong
}

async function proxyWith(delay: () => number) {
  const server = createServer(client => {
    const database = connect(proxy.to, '127.0.0.1')
    client.pipe(database)
    database.on('data', data => void setTimeout(() => client.write(data), delay()))
    for (const socket of [client, database]) socket.on('error', () => {}).on('close', () => [client, database].map(each => each.destroy()))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const proxy = { to: 0, port: typeof address === 'object' && address ? address.port : 0, close: () => void server.close() }
  return proxy
}

/**
 * A database and a server of their own, people at it, and the fault in between. `through`: the port by which the server reaches the
 * database.
 */
async function withPostgres(faultOf: (postgres: Postgres) => Fault, through?: number): Promise<string[]> {
  const postgres = await startPostgres()
  const folder = mkdtempSync(join(tmpdir(), 'sinergi-drill-'))
  const environment = { ...environmentOf(folder, await freePort()), DATABASE_URL: postgres.url, LOG_LEVEL: 'silent' }
  const fault = faultOf(postgres)
  const prepared = await openKernel(readConfig(environment))
  const writers = await prepareWriters(prepared, 400)
  const reached = through ? postgres.url.replace(/:\d+\//, `:${through}/`) : postgres.url
  const server = await startServer({ ...environment, DATABASE_URL: reached })
  const watching = await watch(prepared, server, writers)
  await prepared.close()
  await rest(5_000)
  const from = performance.now()
  await fault.begin()
  await rest(fault.last)
  const meanwhile = watching.seen.filter(({ at }) => at > from)
  await fault.end()
  const wrong = await untilWell(watching)
  const done = await watching.end()
  wrong.push(...verdict(watching.seen), ...(fault.meanwhile?.(meanwhile) ?? []))
  const after = await openKernel(readConfig(environment))
  wrong.push(...(await jobsRun(after)), ...(await counted(after, done)))
  await stopServer(server)
  await after.close()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
  return [...new Set(wrong)]
}

/** A letter that was put in the outbox leaves by the jobs of the server that went through it all. */
async function jobsRun({ store: { db }, jobs }: Awaited<ReturnType<typeof openKernel>>): Promise<string[]> {
  const id = newId()
  const letter = { id, recipient: 'latihan@contoh.go.id', subject: 'Latihan', body: 'Latihan', created_at: new Date() }
  await db.insertInto('mail_message').values(letter).execute()
  await jobs.send(db, 'mail.send', {})
  for (const from = performance.now(); performance.now() - from < 30_000; await rest(200)) {
    const { sent_at } = await db.selectFrom('mail_message').select('sent_at').where('id', '=', id).executeTakeFirstOrThrow()
    if (!sent_at) continue
    console.log(`  jobs run again: a letter left ${((performance.now() - from) / 1000).toFixed(1)} s after it was written`)
    return []
  }
  return ['no job ran within half a minute']
}

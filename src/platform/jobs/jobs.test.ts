import { afterAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { db, kernel as world } from '../../../test/world.ts'
import { logTo } from '../process/log.ts'
import { type AnyJob, type Jobs, job, openJobs } from './jobs.ts'

const done: string[] = []
const lines: string[] = []
const log = logTo(line => lines.push(line), 'error')
const kernel = { ...world, log }
const payload = z.object({ name: z.string() })
const opened: Jobs[] = []
/** Of so many jobs that one at each look would take 100 seconds. */
const names = [...'abcdefghijklmnopqrst']

/** Queues of their own, on the same database: their names begin with `test.`. */
async function queues(...jobs: AnyJob[]): Promise<Jobs> {
  const made = await openJobs(kernel.store, jobs, log, kernel.outages)
  opened.push(made)
  return made
}
const noting = (name: string) =>
  job({
    name,
    payload,
    async run(_, { name }) {
      done.push(name)
    },
  })
const transaction = <T>(work: (trx: typeof db) => Promise<T>): Promise<T> => db.transaction().execute(trx => work(trx as never))
/** What waits for a later time may run now. */
const letTimePass = (name: string) =>
  kernel.store.pool.query("update jobs.job set start_after = now() - interval '1 second' where name = $1", [name])
const states = async (name: string): Promise<string[]> =>
  (await kernel.store.pool.query('select state::text from jobs.job where name = $1 order by created_on', [name])).rows.map(
    ({ state }) => state,
  )

beforeEach(() => {
  done.length = 0
  lines.length = 0
})
afterAll(async () => {
  for (const jobs of opened) await jobs.stop()
  await kernel.close()
})

test('a job goes with the transaction that sent it: both happen or neither', async () => {
  const jobs = await queues(noting('test.together'))
  await transaction(trx => jobs.send(trx, 'test.together', { name: 'kept' }))
  const failed = transaction(async trx => {
    await jobs.send(trx, 'test.together', { name: 'lost' })
    throw new Error('undone')
  })
  await expect(failed).rejects.toThrow('undone')
  expect(await jobs.drain(kernel)).toBe(1)
  expect(done).toEqual(['kept'])
})

// On one connection a queue that is looked up inside the transaction would wait for itself for ever.
test('the first use of a queue may be inside a transaction, on the embedded database too', { timeout: 20_000 }, async () => {
  const jobs = await queues(noting('test.first'), noting('test.second'))
  await transaction(async trx => {
    await jobs.send(trx, 'test.second', { name: 'two' })
    await jobs.send(trx, 'test.first', { name: 'one' })
  })
  await jobs.drain(kernel)
  expect(done.sort()).toEqual(['one', 'two'])
})

test('a job that fails is tried again later, and given up after its last try', async () => {
  let tries = 0
  const jobs = await queues(
    job({
      name: 'test.failing',
      payload,
      retries: 2,
      async run(_, { name }) {
        tries++
        if (name === 'never' || tries < 2) throw new Error('not yet')
        done.push(name)
      },
    }),
  )
  await jobs.send(db, 'test.failing', { name: 'second try' })
  await jobs.drain(kernel)
  expect([tries, await states('test.failing')]).toEqual([1, ['retry']])
  expect(await jobs.drain(kernel)).toBe(0) // not at once: it waits a while
  await letTimePass('test.failing')
  await jobs.drain(kernel)
  expect([tries, done]).toEqual([2, ['second try']])

  tries = 0
  await jobs.send(db, 'test.failing', { name: 'never' })
  for (let turn = 0; turn < 5; turn++) {
    await jobs.drain(kernel)
    await letTimePass('test.failing')
  }
  expect([tries, await states('test.failing')]).toEqual([3, ['completed', 'failed']])
  expect(lines.filter(line => line.includes('job.failed'))).toHaveLength(4)
})

test('whoever may say that it is over does so after the last try, and for a bug after the fifth', async () => {
  let tries = 0
  const over: string[] = []
  const failing = (name: string, retries: number, error: () => Error) =>
    job({
      name,
      payload,
      retries,
      async run() {
        tries++
        throw error()
      },
      async givenUp(_, { name }) {
        over.push(name)
      },
    })
  const gone = () => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
  const jobs = await queues(
    failing('test.bug', 20, () => new Error('a bug')),
    failing('test.gone', 6, gone),
  )
  for (const [queue, expected] of [
    ['test.bug', 5],
    ['test.gone', 7],
  ] as const) {
    tries = 0
    await jobs.send(db, queue, { name: queue })
    for (let turn = 0; turn < 10; turn++) {
      await jobs.drain(kernel)
      await letTimePass(queue)
    }
    expect([tries, over]).toEqual([expected, [queue]])
    over.length = 0
  }
})

test('a job whose payload is not what it should be never runs, and the log says so', async () => {
  const jobs = await queues(noting('test.shape'))
  await jobs.send(db, 'test.shape', { nama: 'wrong' })
  await jobs.drain(kernel)
  expect(done).toEqual([])
  expect(JSON.parse(lines[0]!)).toMatchObject({ event: 'job.failed', job: 'test.shape', error: { name: 'ZodError' } })
})

test('draining goes on until nothing waits, also what the jobs themselves send', async () => {
  const jobs: Jobs = await queues(
    job({
      name: 'test.sending',
      payload,
      async run(_, { name }) {
        done.push(name)
        if (name.length < 3) await jobs.send(db, 'test.sending', { name: `${name}a` })
      },
    }),
  )
  await jobs.send(db, 'test.sending', { name: 'a' })
  expect(await jobs.drain(kernel)).toBe(3)
  expect(done).toEqual(['a', 'aa', 'aaa'])
})

test('what is meant for later waits until then', async () => {
  const jobs = await queues(noting('test.later'))
  await jobs.send(db, 'test.later', { name: 'tomorrow' }, { after: new Date(Date.now() + 86_400_000) })
  await jobs.send(db, 'test.later', { name: 'now' }, { after: new Date(Date.now() - 1000) })
  await jobs.drain(kernel)
  expect(done).toEqual(['now'])
})

// A worker that is not woken looks every 5 seconds: for as many jobs, each sent when the one before has run, that is too late.
test('a worker that is woken looks at once', { timeout: 60_000 }, async () => {
  const waiting = new Map<string, () => void>()
  const jobs = await queues(
    job({
      name: 'test.waking',
      payload,
      async run(_, { name }) {
        waiting.get(name)!()
      },
    }),
  )
  await jobs.work(kernel)
  for (const name of names) {
    const ran = new Promise<void>(resolve => waiting.set(name, resolve))
    await transaction(trx => jobs.send(trx, 'test.waking', { name }))
    jobs.wake('test.waking')
    await ran
    done.push(name)
  }
  expect(done).toEqual(names)
})

// One job at each look would be too slow.
test('a worker goes on until its queue is empty, also past a job that fails', { timeout: 60_000 }, async () => {
  let finished = () => {}
  const last = new Promise<void>(resolve => {
    finished = resolve
  })
  const jobs = await queues(
    job({
      name: 'test.many',
      payload,
      async run(_, { name }) {
        done.push(name)
        if (name === 'c') throw new Error('not this one')
        if (name === names.at(-1)) finished()
      },
    }),
  )
  for (const name of names) await jobs.send(db, 'test.many', { name })
  await jobs.work(kernel)
  await last
  expect([...new Set(done)]).toEqual(names) // the one that fails may have been tried again already
})

test('what an earlier version started by the clock is started no more', async () => {
  const earlier = await queues({ ...noting('test.nightly'), cron: '0 3 * * *' })
  await earlier.work(kernel)
  await earlier.stop()
  const planned = async () => (await kernel.store.pool.query("select name from jobs.schedule where name like 'test.%'")).rows
  expect(await planned()).toEqual([{ name: 'test.nightly' }])
  const later = await queues(noting('test.nightly'))
  await later.work(kernel)
  await later.stop()
  expect(await planned()).toEqual([])
})

test('stopping waits for the job that runs, and begins no other', async () => {
  let started = () => {}
  const running = new Promise<void>(resolve => {
    started = resolve
  })
  const jobs = await openJobs(
    kernel.store,
    [
      job({
        name: 'test.stopping',
        payload,
        async run(_, { name }) {
          started()
          await new Promise(resolve => setTimeout(resolve, 500))
          await kernel.store.pool.query('select 1')
          done.push(name)
        },
      }),
    ],
    log,
    kernel.outages,
  )
  await jobs.send(db, 'test.stopping', { name: 'finished' })
  await jobs.work(kernel)
  jobs.wake('test.stopping')
  await running
  jobs.endSoon()
  await jobs.send(db, 'test.stopping', { name: 'later' })
  jobs.wake('test.stopping')
  await jobs.stop()
  expect(done).toEqual(['finished'])
  expect(await states('test.stopping')).toEqual(['completed', 'created'])
})

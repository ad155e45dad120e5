import { fromKysely, PgBoss } from 'pg-boss'
import type { z } from 'zod'
import type { Queryable, Store } from '../database/database.ts'
import type { Kernel } from '../operation/operation.ts'
import type { Log } from '../process/log.ts'
import type { Outages } from '../refusals/outages.ts'

export type Job<P extends z.ZodType = z.ZodType> = {
  name: string
  payload: P
  /**
   * Tried again after a failure, this many times, waiting longer each time up to ten minutes: long enough for what is gone to come back.
   */
  retries?: number
  /** Longest time that one try may take, in seconds; a server killed in the middle is noticed after it. */
  seconds?: number
  /** Also started by the clock, as a cron line in Jakarta's time. */
  cron?: string
  /** Also once whenever a server starts. */
  atStart?: true
  run(kernel: Kernel, payload: z.output<P>): Promise<unknown>
  /**
   * Tells people that it is over: after the last try has failed or was broken off, and already after the fifth that failed for another
   * reason than that something is gone, since a bug is there at every try. A job itself, tried again like one.
   */
  givenUp?(kernel: Kernel, payload: z.output<P>): Promise<unknown>
}
export const job = <P extends z.ZodType>(definition: Job<P>): Job<P> => definition
export type AnyJob = Job<any>

export type Jobs = {
  send(db: Queryable, name: string, payload: object, options?: { after?: Date }): Promise<void>
  /** Looks at once instead of at the next poll. */
  wake(name: string): void
  /** Starts the workers; `kernel` is what the handlers enter the domain with. */
  work(kernel: Kernel): Promise<void>
  /** Runs what waits, one after the other, until nothing does: for commands and tests. */
  drain(kernel: Kernel): Promise<number>
  /** The process is about to end: no other job begins here, and one that takes steps ends after the one it is at (`isEnding`). */
  endSoon(): void
  isEnding(): boolean
  stop(): Promise<void>
}

/**
 * pg-boss on our own pool. Every queue is made and its cache warmed here: on one connection a first `send` inside a transaction would wait
 * for itself.
 */
export async function openJobs(store: Store, named: AnyJob[], log: Log, outages: Outages): Promise<Jobs> {
  const jobs = named.flatMap(each => [...givingUp(each), each])
  const boss = new PgBoss({
    backend: store.engine,
    db: { executeSql: (text, values) => store.jobs.query(text, values as unknown[]) },
    schema: 'jobs',
    monitorVacuum: false,
    reindex: false,
  })
  boss.on('error', error => {
    if (!outages.note(error)) log.error('jobs.error', { error })
  })
  await boss.start()
  for (const { name, retries = 12, seconds = 900, givenUp } of jobs) {
    const options = {
      retryLimit: retries,
      retryBackoff: true,
      retryDelay: 5,
      retryDelayMax: 600,
      expireInSeconds: seconds,
      heartbeatSeconds: 30,
      ...(givenUp && { deadLetter: afterLast(name) }),
    }
    await boss.createQueue(name, options)
    await boss.updateQueue(name, options) // one that an earlier version made
    await boss.deleteJob(name, (await boss.send(name, {}, { startAfter: 86_400 }))!)
  }
  const workers = new Map<string, string>()
  let isEnding = false
  const wake = (name: string): void => {
    const worker = workers.get(name)
    if (worker) boss.notifyWorker(worker)
  }
  const endSoon = (): void => {
    isEnding = true
    for (const name of workers.keys()) void boss.offWork(name, { wait: false })
  }

  return {
    async send(db, name, payload, options) {
      const id = await boss.send(name, payload, { db: fromKysely(db as never), ...(options?.after ? { startAfter: options.after } : {}) })
      if (!id) throw new Error(`Job ${name} was not taken`)
    },
    wake,
    async work(kernel) {
      // of an earlier version
      for (const { name } of await boss.getSchedules()) if (!jobs.some(each => each.name === name && each.cron)) await boss.unschedule(name)
      for (const each of jobs) {
        const worker = await boss.work(each.name, { pollingIntervalSeconds: 5 }, async ([message]) => {
          if (!message) return
          try {
            await perform(kernel, each, message)
          } finally {
            wake(each.name) // there may be more: only an empty queue waits for the next look
          }
        })
        workers.set(each.name, worker)
        if (each.cron) await boss.schedule(each.name, each.cron, {}, { tz: 'Asia/Jakarta' })
        if (each.atStart) await boss.send(each.name, {})
      }
    },
    async drain(kernel) {
      let done = 0
      for (let found = true; found; ) {
        found = false
        for (const each of jobs) {
          for (const message of await boss.fetch(each.name, { batchSize: 10 })) {
            found = true
            done++
            try {
              await perform(kernel, each, message)
              await boss.complete(each.name, message.id)
            } catch (error) {
              await boss.fail(each.name, message.id, error as object)
            }
          }
        }
      }
      return done
    },
    endSoon,
    isEnding: () => isEnding,
    stop() {
      endSoon()
      return boss.stop({ graceful: true, close: false, timeout: 20_000 })
    },
  }
}

/** The queue that a job goes to after its last try, and what is done there. */
const givingUp = ({ name, payload, givenUp }: AnyJob): AnyJob[] => (givenUp ? [{ name: afterLast(name), payload, run: givenUp }] : [])
const afterLast = (name: string): string => `${name}.given-up`

const triesOfBug = 5

async function perform(kernel: Kernel, each: AnyJob, { data, retryCount }: { data: unknown; retryCount: number }): Promise<void> {
  const started = Date.now()
  try {
    await each.run(kernel, each.payload.parse(data))
    kernel.log.debug('job.done', { job: each.name, milliseconds: Date.now() - started })
  } catch (error) {
    const isBug = !kernel.outages.note(error, { job: each.name })
    if (isBug) kernel.log.error('job.failed', { job: each.name, error })
    if (!each.givenUp || !isBug || retryCount + 1 < triesOfBug) throw error
    await each.givenUp(kernel, each.payload.parse(data))
    kernel.log.error('job.given-up', { job: each.name, tries: retryCount + 1 })
  }
}

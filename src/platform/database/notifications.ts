import type { PGlite } from '@electric-sql/pglite'
import pg from 'pg'

export type Heard = {
  /** Something was said on the channel. */
  heard(payload: string): void
  /** From now on it is heard, for the first time or again after the database was gone: whatever was said before may have been missed. */
  begun(): void
}
/** Listens until it is told to stop. What it hears has happened: it is said when a transaction is committed. */
export type Listen = (channel: string, heard: Heard) => { stop(): Promise<void> }

/** Waits before it tries again, in milliseconds: twice as long each time, up to the longest. */
const shortest = 250
const longest = 10_000
/** A connection that nothing comes from is asked so often whether it is still there. */
const probe = 15_000

/** On a connection of its own, which it opens again by itself whenever it is lost. */
export const listenOn =
  (connectionString: string): Listen =>
  (channel, { heard, begun }) => {
    let client: pg.Client | undefined
    let wait = shortest
    let isStopped = false
    let timer: NodeJS.Timeout

    async function connect(): Promise<void> {
      const mine = new pg.Client({ connectionString, application_name: 'sinergi live', connectionTimeoutMillis: 5000, query_timeout: 5000 })
      client = mine
      const again = () => {
        if (client !== mine || isStopped) return
        client = undefined
        clearTimeout(timer)
        timer = setTimeout(connect, wait)
        wait = Math.min(wait * 2, longest)
        mine.end().catch(() => {})
      }
      mine.on('error', again)
      mine.on('end', again)
      mine.on('notification', ({ payload = '' }) => heard(payload))
      try {
        await mine.connect()
        await mine.query(`listen ${pg.escapeIdentifier(channel)}`)
        wait = shortest
        begun()
        timer = setTimeout(ask, probe)
      } catch {
        again()
      }
      async function ask(): Promise<void> {
        try {
          await mine.query('select 1')
          timer = setTimeout(ask, probe)
        } catch {
          again()
        }
      }
    }

    void connect()
    return {
      async stop() {
        isStopped = true
        clearTimeout(timer)
        await client?.end().catch(() => {})
      },
    }
  }

/** The embedded database says it in this same process. */
export const listenIn =
  (pglite: PGlite): Listen =>
  (channel, { heard, begun }) => {
    const listening = pglite.listen(channel, heard)
    void listening.then(begun, () => {})
    return { stop: async () => (await listening)() }
  }

import { sql } from 'kysely'
import pg from 'pg'
import type { Queryable } from './database.ts'
import { namedStatements } from './named.ts'

/**
 * How long we wait for the database, in milliseconds. A page, a program and a question of ours are short; what says so (`limit: 'long'`
 * of an operation), jobs and commands are long.
 *
 * `statement`, `lock` and `idle` are kept by the server. `answer` is kept by us, since a server that is frozen or cut off keeps nothing:
 * it is longer than `statement`, so that a server that lives says itself what was too slow. `acquire` is how long we wait for a free
 * connection, or for a new one to be made.
 */
export const timeLimits = {
  short: { statement: 15_000, lock: 3_000, idle: 30_000, answer: 17_000, acquire: 8_000 },
  long: { statement: 600_000, lock: 30_000, idle: 900_000, answer: 610_000, acquire: 30_000 },
  /** Of one page of what flows (`streams/`), and of all that is made of it. */
  stream: { statement: 60_000, lock: 30_000, idle: 300_000 },
  /** Of the question whether the database is there: connecting and answering together within two seconds. */
  readiness: { answer: 800, acquire: 900 },
} as const

/** What every new connection is told first. All are told the same, so that a pooler may hand any of them to anybody. */
export const sessionLimits = [
  'set jit = off', // our statements are short: to compile one would take longer than to run it
  `set statement_timeout = ${timeLimits.short.statement}`,
  `set lock_timeout = ${timeLimits.short.lock}`,
  `set idle_in_transaction_session_timeout = ${timeLimits.short.idle}`,
].join('; ')

/** Longer limits for the rest of this transaction, said inside it: a pooler that lends connections by transaction passes that on too. */
export async function allowLong(
  transaction: Queryable,
  { statement, lock, idle }: Record<'statement' | 'lock' | 'idle', number> = timeLimits.long,
): Promise<void> {
  await sql`select set_config('statement_timeout', ${String(statement)}, true), set_config('lock_timeout', ${String(lock)}, true),
    set_config('idle_in_transaction_session_timeout', ${String(idle)}, true)`.execute(transaction)
}

/**
 * A client that gives its connection up when an answer does not come in time. pg's own `query_timeout` leaves the connection as it is,
 * and whatever comes after waits on it again, the `rollback` of a transaction first of all.
 */
export const impatientClient = (milliseconds: number): typeof pg.Client => {
  const asNamed = namedStatements()
  return class extends pg.Client {
    override query(...given: any[]): any {
      const waiting = setTimeout(() => giveUp(this, milliseconds), milliseconds)
      const done = given.findIndex(each => typeof each === 'function')
      if (done >= 0) {
        const answer = given[done]
        given[done] = (...result: unknown[]) => {
          clearTimeout(waiting)
          answer(...result)
        }
        return super.query(...(given as [string]))
      }
      return asNamed(given, each => super.query(...(each as [string]))).finally(() => clearTimeout(waiting))
    }
  }
}

/** Everything that waits on this connection fails at once, and the pool does not take it back. */
function giveUp(client: pg.Client, milliseconds: number): void {
  const { connection } = client as unknown as { connection: { stream: { destroy(error: Error): void } } }
  const error = new Error(`The database gave no answer within ${milliseconds / 1000} seconds`)
  connection.stream.destroy(Object.assign(error, { code: 'ETIMEDOUT' }))
}

import type { ControlledTransaction } from 'kysely'
import type { Queryable } from '../src/platform/database/database.ts'
import type { Tables } from '../src/platform/database/tables.ts'
import type { Kernel } from '../src/platform/operation/operation.ts'
import { db, kernel } from './world.ts'

export type Attempts = {
  /** Work on a kernel whose transactions, short and long, are savepoints of one that is never kept: each finds the world as it was. */
  attempt<T>(work: (trial: Kernel, inside: Queryable) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export async function openAttempts(): Promise<Attempts> {
  const transaction = (await db.startTransaction().execute()) as unknown as ControlledTransaction<Tables, ['attempt']>
  const nested = {
    execute: (run: (db: unknown) => unknown) => run(transaction),
    setIsolationLevel: () => nested,
    setAccessMode: () => nested,
  }
  const within = { transaction: () => nested, startTransaction: () => lasting, rollback: () => ({ execute: async () => {} }) }
  const inside = new Proxy(transaction, {
    get: (target, name) => (Object.hasOwn(within, name) ? Reflect.get(within, name) : own(target, name)),
  }) as never
  const lasting = { execute: async () => inside, setIsolationLevel: () => lasting, setAccessMode: () => lasting }
  return {
    async attempt(work) {
      const store = { ...kernel.store, db: inside, long: { ...kernel.store.long, db: inside } }
      // What is never kept is spoken by no process; to ask for it would wait for the connection that the attempt holds.
      const trial: Kernel = { ...kernel, store, languages: { refresh: async () => {} } }
      await transaction.savepoint('attempt').execute()
      try {
        return await work(trial, transaction as never)
      } finally {
        await transaction.rollbackToSavepoint('attempt').execute()
      }
    },
    close: async () => {
      await transaction.rollback().execute()
    },
  }
}

/** Its methods keep `this`: Kysely's own fields are private and a proxy has none. */
function own(target: object, name: string | symbol): unknown {
  const value = Reflect.get(target, name)
  return typeof value === 'function' ? value.bind(target) : value
}

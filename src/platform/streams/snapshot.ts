import { sql } from 'kysely'
import type { Queryable, Store } from '../database/database.ts'
import { allowLong, timeLimits } from '../database/time-limits.ts'

export type Snapshot = { db: Queryable; end(): Promise<void> }

/**
 * One moment of the database for as long as a file is made from it, on a connection for what takes long. On PGlite, whose one connection
 * everybody uses, each statement has a moment of its own: a snapshot would keep all others waiting until the file is made.
 */
export async function openSnapshot({ engine, long, db }: Store): Promise<Snapshot> {
  if (engine === 'pglite') return { db, end: async () => {} }
  const transaction = await long.db.startTransaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute()
  const end = async () => {
    await transaction.rollback().execute()
  }
  try {
    await allowLong(transaction, timeLimits.stream)
    // What belongs to a page of rows is looked up in indexes: by the usual cost of doing so, whole tables would be read for each page.
    await sql`select set_config('random_page_cost', '1.1', true)`.execute(transaction)
    return { db: transaction, end }
  } catch (error) {
    await end().catch(() => {})
    throw error
  }
}

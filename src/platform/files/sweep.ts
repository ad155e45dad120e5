import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../audit/record.ts'
import { newId, operation } from '../operation.ts'
import { allow, nationally } from '../permissions/reach.ts'
import { wholeFrom } from '../shapes.ts'
import { isGone, type Lying } from './listing.ts'

/** How many files are asked about at a time. */
const batch = 500

/**
 * Removes what failed uploads left: files without a row that are older than so many days, far longer than any upload takes, so that a
 * wrong backup that was restored can be noticed first. What was there before this database is never taken: it is another's.
 * Ended half way it has removed some, counted none, and the next run goes on.
 */
export const sweepFiles = operation({
  name: 'files.sweep',
  summary: 'Remove stored files that belong to nothing, such as those of uploads that failed',
  power: 'setting.write',
  limit: 'long',
  input: z.object({ days: wholeFrom(1, 3650).default(7).describe('Only files at least so many days old') }),
  output: z.object({
    looked: z.int().describe('How many files lie in the store'),
    removed: z.int(),
    bytes: z.int().describe('Of those that were removed'),
  }),
  example: {},
  async run(context, { days }) {
    allow(context, 'setting.write', nationally)
    const { db, files, clock } = context
    await sql`select pg_advisory_xact_lock(hashtext('files.sweep'))`.execute(db) // two at once would take each other's files for lost
    const now = clock.now()
    const { born } = await db
      .selectFrom('migration')
      .select(eb => eb.fn.min('applied_at').as('born'))
      .executeTakeFirstOrThrow()
    const isOld = ({ writtenAt }: Lying) => writtenAt >= born && now.getTime() - writtenAt.getTime() >= days * 86_400_000
    const done = { looked: 0, removed: 0, bytes: 0 }
    let asked: Lying[] = []
    const settle = async () => {
      const known = new Set(await knownOf(asked.map(({ key }) => key)))
      for (const { key } of asked) {
        if (known.has(key)) continue
        const size = await sizeOf(key)
        if (size === undefined) continue
        await files.disk.delete(key)
        done.bytes += size
        done.removed++
      }
      asked = []
    }
    /** Nothing when somebody has meanwhile taken the file away. */
    const sizeOf = (key: string) =>
      files.disk.getMetaData(key).then(
        ({ contentLength }) => contentLength,
        error => (isGone(error) ? undefined : Promise.reject(error)),
      )
    const knownOf = async (keys: string[]) =>
      (await db.selectFrom('stored_file').select('key').where('key', '=', sql<string>`any(${keys})`).execute()).map(({ key }) => key)
    for await (const file of files.list()) {
      done.looked++
      if (isOld(file)) asked.push(file)
      if (asked.length === batch) await settle()
    }
    if (asked.length) await settle()
    const id = newId()
    await db
      .insertInto('file_sweep')
      .values({ id, at: now, ...done })
      .execute()
    if (done.removed) record(context, { kind: 'file_sweep', id }, null, { removed: done.removed, bytes: done.bytes })
    return done
  },
})

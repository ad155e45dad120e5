import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize, nationally } from '../../../platform/authority/reach.ts'
import { bornAt } from '../../../platform/database/migrate.ts'
import { isGone, type Lying, partAfter } from '../../../platform/files/listing.ts'
import { type Context, newId, operation } from '../../../platform/operation/operation.ts'
import { wholeFrom } from '../../../platform/values/shapes.ts'

/** How many files are asked about at a time. */
const batch = 500

/**
 * Removes what failed uploads left: files without a row that are older than so many days, far longer than any upload takes, so that a
 * wrong backup that was restored can be noticed first. What was there before this database is never taken: it is another's.
 * One run looks at a part of the store, in the order of keys, and the next goes on behind it; from the end it begins anew.
 * Ended half way it has removed some, counted none, and the next run takes the same part again.
 */
export const sweepFiles = operation({
  name: 'files.sweep',
  summary: 'Remove stored files that belong to nothing, such as those of uploads that failed; goes on where the last run ended',
  power: 'setting.write',
  limit: 'long',
  input: z.object({
    days: wholeFrom(1, 3650).default(7).describe('Only files at least so many days old'),
    most: wholeFrom(1, 100_000).default(20_000).describe('How many files one run looks at'),
  }),
  output: z.object({
    looked: z.int().describe('How many files were looked at in this run'),
    removed: z.int(),
    bytes: z.int().describe('Of those that were removed'),
    passed: z.int().describe('How many of the files in the store this run and those before it have come past'),
    stored: z.int().describe('How many files lay in the store; when it is more than `passed`, the next run goes on there'),
  }),
  example: {},
  async run(context, { days, most }) {
    authorize(context, 'setting.write', nationally)
    const { db, files, clock } = context
    await sql`select pg_advisory_xact_lock(hashtext('files.sweep'))`.execute(db) // two at once would take each other's files for lost
    const now = clock.now()
    const born = await bornAt(db)
    const isOld = async ({ writtenAt }: Lying) => {
      const at = await writtenAt()
      return at !== undefined && at >= born && now.getTime() - at.getTime() >= days * 86_400_000
    }
    const { found, stored, before } = await partAfter(files.list(), await lastReached(context), most)
    const done = { looked: found.length, removed: 0, bytes: 0, passed: before + found.length, stored }
    for (let at = 0; at < found.length; at += batch)
      for (const file of await unknownOf(context, found.slice(at, at + batch))) {
        const size = (await isOld(file)) ? await sizeOf(context, file) : undefined
        if (size === undefined) continue
        await files.disk.delete(file.key)
        done.bytes += size
        done.removed++
      }
    const id = newId()
    const reached = done.passed < stored ? found.at(-1)!.key : null
    await db
      .insertInto('file_sweep')
      .values({ id, at: now, reached, ...done })
      .execute()
    if (done.removed) record(context, { kind: 'file_sweep', id }, null, { removed: done.removed, bytes: done.bytes })
    return done
  },
})

/** After which key the last run left off; nothing when it came to the end. */
async function lastReached({ db }: Context): Promise<string | null> {
  const last = await db.selectFrom('file_sweep').select('reached').orderBy('at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst()
  return last?.reached ?? null
}

async function unknownOf({ db }: Context, asked: readonly Lying[]): Promise<Lying[]> {
  const keys = asked.map(({ key }) => key)
  const rows = await db.selectFrom('stored_file').select('key').where('key', '=', sql<string>`any(${keys})`).execute()
  const known = new Set(rows.map(({ key }) => key))
  return asked.filter(({ key }) => !known.has(key))
}

/** Nothing when somebody has meanwhile taken the file away. */
const sizeOf = ({ files }: Context, { key }: Lying): Promise<number | undefined> =>
  files.disk.getMetaData(key).then(
    ({ contentLength }) => contentLength,
    error => (isGone(error) ? undefined : Promise.reject(error)),
  )

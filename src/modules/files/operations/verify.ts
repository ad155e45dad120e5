import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { authorize, nationally } from '../../../platform/authority/reach.ts'
import { isGone } from '../../../platform/files/listing.ts'
import type { FileStore } from '../../../platform/files/store.ts'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { id, wholeFrom } from '../../../platform/values/shapes.ts'
import { FileCheck, named, type Problem } from '../schema.ts'

/** Rows at a time. */
const batch = 50
/** How many files one run reads unless told, but for the command, which reads all. */
const usual = 1_000

export const verifyFiles = operation({
  name: 'files.verify',
  summary: 'Read the stored files, so many in a run, and say which are missing or not as they were stored',
  power: 'setting.write',
  reads: true,
  limit: 'long',
  input: z.object({
    after: id.optional().describe('Go on behind this file, as `next` of the run before said'),
    most: wholeFrom(1, 1_000_000).optional().describe(`How many files to read; ${usual} unless given, by the command all`),
  }),
  output: FileCheck,
  example: {},
  failed: ({ bad }) => bad > 0,
  /** Reading takes as long as the store does, so no connection is held meanwhile. */
  async prepare(context, { after, most = context.door === 'command' ? Number.POSITIVE_INFINITY : usual }) {
    authorize(context, 'setting.write', nationally)
    const found: Omit<z.output<typeof FileCheck>, 'passed' | 'stored' | 'next'> = { files: 0, bytes: 0, bad: 0, shown: [] }
    for (let last = after; ; ) {
      const rows = await next(context, last, Math.min(batch, most - found.files))
      for (const { id, name, key, size, sha256 } of rows) {
        found.files++
        found.bytes += size
        const problem = await problemOf(context.files, key, size, sha256)
        if (!problem) continue
        found.bad++
        if (found.shown.length < named) found.shown.push({ id, name, problem })
      }
      last = rows.at(-1)?.id ?? last
      if (rows.length < batch || found.files === most) return { ...found, last }
    }
  },
  async run(context, _, { last, ...found }) {
    authorize(context, 'setting.write', nationally)
    const { stored, passed } = await context.db
      .selectFrom('stored_file')
      .select(({ fn }) => [
        fn.countAll<number>().as('stored'),
        fn
          .countAll<number>()
          .filterWhere(sql<boolean>`id <= ${last ?? null}::uuid`)
          .as('passed'),
      ])
      .executeTakeFirstOrThrow()
    return { ...found, passed, stored, next: passed < stored && last ? last : null }
  },
})

const next = ({ db }: Context, last: string | undefined, most: number) =>
  db
    .selectFrom('stored_file')
    .select(['id', 'name', 'key', 'size', 'sha256'])
    .$if(last !== undefined, query => query.where('id', '>', last!))
    .orderBy('id')
    .limit(most)
    .execute()

/** Reads it piece by piece; a store that does not answer is thrown on. */
async function problemOf({ disk }: FileStore, key: string, size: number, sha256: string): Promise<Problem | null> {
  const hash = createHash('sha256')
  let bytes = 0
  try {
    for await (const chunk of (await disk.getStream(key)) as AsyncIterable<Uint8Array>) {
      bytes += chunk.byteLength
      hash.update(chunk)
    }
  } catch (error) {
    if (isGone(error)) return 'missing'
    throw error
  }
  if (bytes !== size) return 'size'
  return hash.digest('hex') === sha256 ? null : 'content'
}

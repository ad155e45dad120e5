import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type Context, operation } from '../operation.ts'
import { allow, nationally } from '../permissions/reach.ts'
import { id } from '../shapes.ts'
import { isGone } from './listing.ts'
import type { FileStore } from './store.ts'

/** Rows at a time, and how many bad files are named; all are counted. */
const [batch, most] = [50, 100]

const problems = ['missing', 'size', 'content'] as const
type Problem = (typeof problems)[number]

export const FileCheck = z.object({
  files: z.int().describe('How many were read'),
  bytes: z.int(),
  bad: z.int().describe('How many are not as they were stored'),
  shown: z.array(z.object({ id, name: z.string(), problem: z.enum(problems) })).describe(`The first ${most} of them`),
})

export const verifyFiles = operation({
  name: 'files.verify',
  summary: 'Read every stored file and say which are missing or not as they were stored',
  power: 'setting.write',
  reads: true,
  limit: 'long',
  input: z.object({}),
  output: FileCheck,
  example: {},
  failed: ({ bad }) => bad > 0,
  async run(context) {
    allow(context, 'setting.write', nationally)
    const found: z.output<typeof FileCheck> = { files: 0, bytes: 0, bad: 0, shown: [] }
    for (let last: string | undefined; ; ) {
      const rows = await next(context, last)
      for (const { id, name, key, size, sha256 } of rows) {
        found.files++
        found.bytes += size
        const problem = await problemOf(context.files, key, size, sha256)
        if (!problem) continue
        found.bad++
        if (found.shown.length < most) found.shown.push({ id, name, problem })
      }
      if (rows.length < batch) return found
      last = rows.at(-1)!.id
    }
  },
})

const next = ({ db }: Context, last: string | undefined) =>
  db
    .selectFrom('stored_file')
    .select(['id', 'name', 'key', 'size', 'sha256'])
    .$if(last !== undefined, query => query.where('id', '>', last!))
    .orderBy('id')
    .limit(batch)
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

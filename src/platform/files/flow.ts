import { createHash } from 'node:crypto'
import { errors } from 'flydrive'
import type { Context } from '../operation/operation.ts'
import { begun, type FileAnswer } from '../values/file-answer.ts'

/**
 * A stored file as it is read from where it lies; who calls this knows that it may be seen. It is compared with what was stored on the way:
 * the last chunk is given only when all of it is the same, so that nobody gets the whole of another.
 */
export async function storedFile({ db, files }: Pick<Context, 'db' | 'files'>, id: string): Promise<FileAnswer> {
  const { key, sha256, ...file } = await db
    .selectFrom('stored_file')
    .select(['name', 'type', 'size', 'key', 'sha256'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const stream = await files.disk.getStream(key)
  const chunks = await begun(verified(stream, id, sha256)).catch(error => {
    throw 'syscall' in error ? new errors.E_CANNOT_READ_FILE([key], { cause: error }) : error
  })
  return { ...file, chunks }
}

async function* verified(stream: AsyncIterable<Uint8Array>, id: string, sha256: string): AsyncGenerator<Uint8Array, void> {
  const hash = createHash('sha256')
  let last: Uint8Array | null = null
  for await (const chunk of stream) {
    hash.update(chunk)
    if (last) yield last
    last = chunk
  }
  if (hash.digest('hex') !== sha256) throw new Error(`File ${id} is not what was stored`)
  if (last) yield last
}

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { fileTooLarge, together, waiting } from '../intake/limits.ts'
import { full, type Room, roomFor } from '../intake/room.ts'
import { type Shelf, shelfFor } from '../intake/shelf.ts'
import { type Context, newId } from '../operation/operation.ts'
import type { Config } from '../process/config.ts'
import { invalid } from '../refusals/refusal.ts'
import { lastOf } from '../values/cut.ts'
import { keyOf, type Lying, listBucket, listFolder } from './listing.ts'
import { refusals } from './refusal-words.ts'

/**
 * `limit` is the most bytes of one file; `incoming` a folder for those that come in, as many at once as the `shelf` takes, and in memory as
 * there is `room` for;
 * `list` goes through all that lie there, known or not.
 */
export type FileStore = { disk: Disk; list(): AsyncIterable<Lying>; limit: number; incoming: string; shelf: Shelf; room: Room }
export type Upload = { name: string; bytes: Uint8Array }
export type StoredFile = { id: string; name: string; type: string; size: number; sha256: string }

/** Files in a folder, or in an S3 bucket when one is configured. */
export async function openFiles(config: Config): Promise<FileStore> {
  const limit = Math.floor(config.FILE_LIMIT_MB * 1024 * 1024)
  const shelf = shelfFor(waiting.all * limit, waiting.own * limit, full)
  const ways = { limit, incoming: join(config.DATA_DIR, 'incoming'), shelf, room: roomFor(together.kept * limit) }
  if (!config.S3_BUCKET) {
    const location = join(config.DATA_DIR, 'files')
    return { disk: new Disk(new FSDriver({ location, visibility: 'private' })), list: () => listFolder(location), ...ways }
  }
  const { S3Driver } = await import('flydrive/drivers/s3')
  const credentials =
    config.S3_ACCESS_KEY_ID && config.S3_SECRET_ACCESS_KEY
      ? { credentials: { accessKeyId: config.S3_ACCESS_KEY_ID, secretAccessKey: config.S3_SECRET_ACCESS_KEY } }
      : {}
  const endpoint = config.S3_ENDPOINT ? { endpoint: config.S3_ENDPOINT, forcePathStyle: true } : {}
  const disk = new Disk(
    new S3Driver({ bucket: config.S3_BUCKET, region: config.S3_REGION, visibility: 'private', ...credentials, ...endpoint }),
  )
  return { disk, list: () => listBucket(disk), ...ways }
}

/** What may be kept, by what the bytes are, not by the name. Everything here is only ever downloaded or shown as is. */
const kept: Record<string, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  png: 'image/png',
  jpg: 'image/jpeg',
  zip: 'application/zip',
}

/**
 * Writes the bytes first and the row in this transaction: a row never points at nothing. Bytes whose transaction fails are swept
 * (sweep.ts). Refuses `invalid` on what is too large or of a kind that we do not keep.
 */
export async function keepFile(
  context: Context,
  upload: Upload,
  place: { reach?: string[]; partnerId?: string | null },
  field = 'file',
): Promise<StoredFile> {
  const { bytes } = upload
  if (!bytes.byteLength) throw invalid(field, refusals.fileEmpty)
  if (bytes.byteLength > context.files.limit) throw invalid(field, fileTooLarge(context.files.limit))
  const type = await typeOf(bytes)
  if (!type) throw invalid(field, refusals.fileKindNotAccepted)
  return keepMade(context, { name: upload.name, type, bytes }, place)
}

/** The same of bytes that we have made or looked at ourselves, of a type that is known. */
export async function keepMade(
  context: Context,
  { name, type, bytes }: Upload & { type: string },
  place: { reach?: string[]; partnerId?: string | null } = {},
): Promise<StoredFile> {
  const id = newId()
  const row = { id, name: safeName(name), type, size: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') }
  const key = keyOf(id)
  await write(context.files, key, bytes)
  await context.db
    .insertInto('stored_file')
    .values({
      ...row,
      key,
      reach: place.reach?.length ? `{${place.reach.join(',')}}` : '{}',
      partner_id: place.partnerId ?? null,
      created_by: context.actor.personId,
      created_at: context.clock.now(),
    })
    .execute()
  return row
}

/** Half a file on a full disk would keep it full; where even that cannot be removed, the sweep does it. */
const write = ({ disk }: FileStore, key: string, bytes: Uint8Array): Promise<void> =>
  disk.put(key, bytes).catch(async error => {
    await disk.delete(key).catch(() => {})
    throw error
  })

export async function typeOf(bytes: Uint8Array): Promise<string | null> {
  const found = await fileTypeFromBuffer(bytes)
  if (found) return Object.values(kept).includes(found.mime) ? found.mime : null
  return looksLikeText(bytes) ? 'text/csv' : null
}

function looksLikeText(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 4096)
  return !start.includes(0) && !/^[\s\ufeff]*</.test(Buffer.from(start).toString('utf8')) // no kind of markup
}

/** A name that is safe in a header and on every file system; the last 120 characters keep the ending. */
const safeName = (name: string): string => lastOf(name.normalize('NFC').replace(unsafe, '_').trim() || 'berkas', 120)
// Control characters, marks that turn the direction of text (so that "gnp.exe" reads as "exe.png"), and what file systems and headers give
// a meaning.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unsafe = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069/\\:*?"<>|]/g

export const readFile = async (files: FileStore, key: string): Promise<Uint8Array> => files.disk.getBytes(key)

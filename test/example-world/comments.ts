import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { officeId } from '../../src/modules/organisation/schema.ts'
import { newId } from '../../src/platform/operation/operation.ts'
import { example } from '../../src/platform/values/example-ids.ts'
import type { ExamplePages } from '../browser/pages.ts'
import { db, kernel, now } from '../world.ts'

/** On the example's finding one for its own side with a picture, on its agreement one for both sides, and one that was removed. */
export async function seedComments(): Promise<void> {
  const said = { author_id: example.person, office_id: officeId('35.10'), created_at: now.at }
  await db
    .insertInto('comment')
    .values([
      {
        ...said,
        id: example.comment,
        subject_kind: 'agreement',
        subject_id: example.agreement,
        audience: 'internal',
        text: 'Rahasia usul',
      },
      {
        ...said,
        id: example.sharedComment,
        subject_kind: 'agreement',
        subject_id: example.agreement,
        audience: 'both',
        text: 'Rahasia kabar',
      },
      { ...said, id: newId(), subject_kind: 'finding', subject_id: example.finding, audience: 'internal', text: 'Rahasia catatan' },
      {
        ...said,
        id: example.removedComment,
        subject_kind: 'agreement',
        subject_id: example.agreement,
        audience: 'internal',
        text: 'Rahasia yang dihapus',
        removed_at: now.at,
        removed_by: example.person,
      },
    ])
    .execute()
  await db.insertInto('comment_mention').values({ comment_id: example.comment, person_id: example.colleague }).execute()
  const picture = sharp({ create: { width: 400, height: 300, channels: 3, background: '#8a4b2a' } })
  const small = await picture.clone().resize(240).webp().toBuffer()
  await keep(example.commentPicture, 'Rahasia.png', 'image/png', await picture.clone().png().toBuffer())
  const [small_id, large_id] = [newId(), newId()]
  for (const id of [small_id, large_id]) await keep(id, 'Rahasia.png.webp', 'image/webp', small)
  await db
    .insertInto('comment_file')
    .values({
      comment_id: example.comment,
      file_id: example.commentPicture,
      seq: 0,
      preview: 'ready',
      small_id,
      large_id,
      width: 240,
      height: 180,
    })
    .execute()
}

async function keep(id: string, name: string, type: string, bytes: Uint8Array): Promise<void> {
  const key = `${id.slice(0, 2)}/${id}`
  await kernel.files.disk.put(key, bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await db.insertInto('stored_file').values({ id, name, type, size: bytes.byteLength, sha256, key, created_at: now.at }).execute()
}

/** Its pages, and at which addresses they are opened. */
export const pages: ExamplePages = {
  '/komentar/pada/:kind/:subject': [{ kind: 'agreement', subject: example.agreement }, `/komentar/pada/office/${officeId('35.10')}`],
  '/komentar/pada/:kind/:subject/lampiran': [{ kind: 'agreement', subject: example.agreement }],
  '/komentar/:id': [{ id: example.comment }, { id: example.sharedComment }, { id: example.removedComment }],
  '/komentar/:id/suntingan': [{ id: example.comment }],
  '/komentar/:id/pembukaan': [{ id: example.comment }],
  '/komentar/:id/penutupan': [{ id: example.sharedComment }],
  '/komentar/:id/penghapusan': [{ id: example.comment }],
}

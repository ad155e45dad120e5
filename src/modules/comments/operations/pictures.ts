import { z } from 'zod'
import { storedFile } from '../../../platform/files/flow.ts'
import { copiesOf } from '../../../platform/files/pictures.ts'
import { keepMade, readFile } from '../../../platform/files/store.ts'
import { internalOperation, operation } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { Download, id } from '../../../platform/values/shapes.ts'
import { findComment } from '../queries/comments.ts'

/** Makes the copies of one picture; a second time it finds that they are made. What cannot be read stays a plain download. */
export const makeCopies = internalOperation({
  name: 'comments.copy',
  input: z.object({ file: id }),
  output: z.object({}),
  async prepare({ db, files }, { file }) {
    const stored = await db.selectFrom('stored_file_card').select('key').where('id', '=', file).executeTakeFirstOrThrow()
    return copiesOf(await readFile(files, stored.key))
  },
  async run(context, { file }, copies) {
    const { db } = context
    const waits = await db
      .selectFrom('comment_file')
      .innerJoin('stored_file_card as f', 'f.id', 'file_id')
      .select('f.name')
      .where('file_id', '=', file)
      .where('preview', '=', 'waiting')
      .forUpdate('comment_file')
      .executeTakeFirst()
    if (!waits) return {}
    const name = `${waits.name}.webp`
    const made = copies && {
      preview: 'ready' as const,
      small_id: (await keepMade(context, { name, type: 'image/webp', bytes: copies.small.bytes })).id,
      large_id: (await keepMade(context, { name, type: 'image/webp', bytes: copies.large.bytes })).id,
      width: copies.small.width,
      height: copies.small.height,
    }
    await db
      .updateTable('comment_file')
      .set(made ?? { preview: 'failed' })
      .where('file_id', '=', file)
      .execute()
    return {}
  },
})

export const showPicture = operation({
  name: 'comments.picture',
  summary: 'A picture that was attached to a comment as it is shown: small, or larger; without what the camera wrote into it',
  power: 'comment.read',
  reads: true,
  input: z.object({ file: id, size: z.enum(['small', 'large']).default('large') }),
  output: Download,
  example: { file: example.commentPicture, size: 'small' },
  async run(context, { file, size }) {
    const held = await heldBy(context, file)
    const copy = size === 'small' ? held.small_id : held.large_id
    if (!copy) throw notFound()
    return storedFile(context, copy)
  },
})

export const showAttachment = operation({
  name: 'comments.attachment',
  summary: 'A file that was attached to a comment, as it came',
  power: 'comment.read',
  reads: true,
  input: z.object({ file: id }),
  output: Download,
  example: { file: example.commentPicture },
  async run(context, { file }) {
    await heldBy(context, file)
    return storedFile(context, file)
  },
})

/** By whose comment it is held, while that may be read and was not removed. */
async function heldBy(context: Parameters<typeof findComment>[0], file: string) {
  const held = await context.db
    .selectFrom('comment_file')
    .select(['comment_id', 'small_id', 'large_id'])
    .where('file_id', '=', file)
    .executeTakeFirst()
  if (!held) throw notFound()
  const { row } = await findComment(context, held.comment_id)
  if (row.removedAt) throw notFound()
  return held
}

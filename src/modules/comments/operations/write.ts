import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { pictureTypes } from '../../../platform/files/pictures.ts'
import { keepFile } from '../../../platform/files/store.ts'
import { notify } from '../../../platform/notices/notify.ts'
import { type Context, newId, operation, self } from '../../../platform/operation/operation.ts'
import { checkRevision, forbidden, invalid, Refusal } from '../../../platform/refusals/refusal.ts'
import { findSubjects } from '../../../platform/subject/subject.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id } from '../../../platform/values/shapes.ts'
import { actsOn, type CommentRow, commentFrom, findComment, findCommentForChange } from '../queries/comments.ts'
import { resolveReaders } from '../queries/people.ts'
import { findThing, type Thing } from '../queries/things.ts'
import { type Act, AudienceChange, Comment, CommentChange, CommentDraft } from '../schema.ts'
import { refusals } from '../words/refusals.ts'
import { audiencesOf } from './read.ts'

export const createComment = operation({
  name: 'comments.create',
  summary: 'Comment on a thing that you may read, with files if there are any; those it mentions are told',
  power: 'comment.write',
  input: CommentDraft,
  output: Comment,
  example: { kind: 'finding', subject: example.finding, text: 'Narahubung yang baru sudah kami temui.', mentions: [], files: [] },
  async run(context, { kind, subject, text, mentions, files, ...given }) {
    const author_id = self(context)
    const thing = await findThing(context, { kind, id: subject }, 'comment.write')
    const audiences = audiencesOf(thing)
    const audience = given.audience ?? audiences[0]!
    if (!audiences.includes(audience))
      throw invalid('audience', thing.side === 'partner' ? refusals.partnersWriteForBoth : refusals.noPartnerReads)
    const told = await resolveReaders(context, thing, audience, mentions)
    const row = {
      id: newId(),
      subject_kind: thing.kind,
      subject_id: thing.id,
      audience,
      text,
      author_id,
      office_id: thing.side === 'partner' ? null : (context.actor.office?.id ?? null),
      partner_id: thing.partnerId,
      created_at: context.clock.now(),
    }
    await context.db.insertInto('comment').values(row).execute()
    const names = await attach(context, thing, row.id, files)
    if (told.length)
      await context.db
        .insertInto('comment_mention')
        .values(told.map(person_id => ({ comment_id: row.id, person_id })))
        .execute()
    record(context, about(context, thing, row.id), null, { text, audience, mentions: told, attachments: names })
    await tell(context, thing, row.id, told)
    return reload(context, row.id)
  },
})

/** Each text that a comment had is kept for ever; what is still not right after so many is said anew. */
const mostChanges = 200

export const changeComment = operation({
  name: 'comments.change',
  summary: 'Change the text of a comment of yours; what it said before is kept',
  power: 'comment.write',
  input: CommentChange,
  output: Comment,
  example: { id: example.comment, text: 'Narahubung yang baru sudah kami temui pada hari Senin.', rev: 0 },
  async run(context, { id, rev, text }) {
    const { row, thing } = await lockFor(context, id, 'change', rev)
    if (text !== row.text) {
      if (row.rev >= mostChanges) throw new Refusal('conflict', refusals.changedOften)
      await context.db
        .updateTable('comment')
        .set({ text, edited_at: context.clock.now(), rev: row.rev + 1 })
        .where('id', '=', id)
        .execute()
      record(context, about(context, thing, id), { text: row.text }, { text })
    }
    return reload(context, id)
  },
})

export const changeAudience = operation({
  name: 'comments.audience',
  summary: 'Open a comment of your side to the partners of its thing, or close it to them; what they have read they know',
  power: 'comment.write',
  input: AudienceChange,
  output: Comment,
  example: { id: example.comment, audience: 'both', rev: 0 },
  async run(context, { id, rev, audience }) {
    const { row, thing } = await lockFor(context, id, audience === 'both' ? 'open' : 'close', rev)
    await context.db
      .updateTable('comment')
      .set({ audience, rev: row.rev + 1 })
      .where('id', '=', id)
      .execute()
    record(context, about(context, thing, id), { audience: row.audience }, { audience })
    return reload(context, id)
  },
})

export const removeComment = operation({
  name: 'comments.remove',
  summary: 'Remove a comment with its files; that there was one stays, and what it said stays in the audit trail',
  power: 'comment.write',
  input: z.object({ id }),
  output: Comment,
  example: { id: example.comment },
  async run(context, { id }) {
    const { row, thing } = await lockFor(context, id, 'remove')
    await context.db
      .updateTable('comment')
      .set({ removed_at: context.clock.now(), removed_by: self(context), rev: row.rev + 1 })
      .where('id', '=', id)
      .execute()
    record(context, about(context, thing, id), { text: row.text }, null)
    return reload(context, id)
  },
})

/** A comment behind its lock, for whoever may do this to it and has seen the newest of it. */
async function lockFor(context: Context, id: string, act: Act, rev?: number): Promise<{ row: CommentRow; thing: Thing }> {
  self(context)
  const { row, thing } = await findCommentForChange(context, id)
  const may = actsOn(context, row, thing)
  if (row.removedAt) throw new Refusal('conflict', refusals.removedAlready)
  if (!may.includes('remove')) throw forbidden()
  if (rev !== undefined) checkRevision(rev, row, refusals.thisComment)
  if (may.includes(act)) return { row, thing }
  if (act === 'change') throw new Refusal('forbidden', refusals.onlyAuthor)
  if (row.partnerId || thing.side === 'partner') throw new Refusal('conflict', refusals.partnersWriteForBoth)
  if (!thing.partners.length) throw invalid('audience', refusals.noPartnerReads)
  throw new Refusal('conflict', act === 'open' ? refusals.isOpen : refusals.isClosed)
}

/** The trail of it is for the offices of the thing and that of who did it; no partner reads it, whatever the comment says to whom. */
const about = ({ actor }: Context, { offices }: Thing, id: string) => ({
  kind: 'comment',
  id,
  reach: [...new Set([...offices, ...(actor.office ? [actor.office.path] : [])])],
})

/** Keeps the files and, of pictures, has the small copies made. @returns their names */
async function attach(
  context: Context,
  thing: Thing,
  id: string,
  files: readonly { name: string; bytes: Uint8Array }[],
): Promise<string[]> {
  const names: string[] = []
  for (const [seq, upload] of files.entries()) {
    const file = await keepFile(context, upload, { reach: thing.offices, partnerId: thing.partnerId }, 'files')
    const preview = pictureTypes.has(file.type) ? ('waiting' as const) : ('none' as const)
    await context.db.insertInto('comment_file').values({ file_id: file.id, comment_id: id, seq, preview }).execute()
    if (preview === 'waiting') await context.enqueue('comments.picture', { file: file.id })
    names.push(file.name)
  }
  return names
}

async function tell(context: Context, thing: Thing, id: string, told: readonly string[]): Promise<void> {
  if (!told.length) return
  const [named] = await findSubjects(context, [thing])
  const params = { author: context.actor.name, about: named?.name ?? '' }
  await notify(
    context,
    told.map(to => ({ to, kind: 'comment.mention', key: id, subject: { kind: 'comment', id }, params })),
  )
}

const reload = async (context: Context, id: string) => commentFrom((await findComment(context, id)).row)

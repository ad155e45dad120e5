import { z } from 'zod'
import { holds } from '../../../platform/authority/roles.ts'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { findSubjects } from '../../../platform/subject/subject.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id, line } from '../../../platform/values/shapes.ts'
import { actsOn, attachmentFrom, commentFrom, earlierTexts, findComment, pageOfAttachments, pageOfComments } from '../queries/comments.ts'
import { peopleFor } from '../queries/people.ts'
import { findThing, keyOf, type Thing, thingsFor } from '../queries/things.ts'
import {
  AttachmentListing,
  AttachmentPage,
  type Audience,
  CommentDetail,
  CommentListing,
  CommentPage,
  CommentShowing,
  Subject,
} from '../schema.ts'

export const listComments = operation({
  name: 'comments.list',
  summary: 'What was said about a thing that you may read, the latest first; a partner reads what is for both sides',
  power: 'comment.read',
  reads: true,
  input: CommentListing,
  output: CommentPage,
  example: { kind: 'finding', subject: example.finding },
  async run(context, { kind, subject, ...turn }) {
    const ref = { kind, id: subject }
    const thing = await findThing(context, ref)
    const { rows, total, attachments, next, previous } = await pageOfComments(context, thing, turn)
    const [named] = await findSubjects(context, [thing])
    return {
      name: named?.name ?? '',
      path: named?.path ?? null,
      comments: rows.map(commentFrom),
      total,
      attachments,
      mayWrite: await mayWrite(context, thing),
      audiences: audiencesOf(thing),
      next,
      previous,
    }
  },
})

export const listAttachments = operation({
  name: 'comments.attachments',
  summary: 'The files that came with comments on a thing, the latest first',
  power: 'comment.read',
  reads: true,
  input: AttachmentListing,
  output: AttachmentPage,
  example: { kind: 'agreement', subject: example.agreement },
  async run(context, { kind, subject, ...turn }) {
    const thing = await findThing(context, { kind, id: subject })
    const { rows, ...page } = await pageOfAttachments(context, thing, turn)
    const [named] = await findSubjects(context, [thing])
    const attachments = rows.map(({ comment, author, createdAt, ...file }) => ({
      ...attachmentFrom(file),
      comment,
      author,
      createdAt: createdAt.toISOString(),
    }))
    return { name: named?.name ?? '', path: named?.path ?? null, attachments, ...page }
  },
})

/** Asked of the thing again only for whoever has a role that reads and does not write. */
async function mayWrite(context: Context, thing: Thing): Promise<boolean> {
  if (context.actor.kind === 'system' || context.actor.scope === 'read') return false
  if (context.actor.grants.every(({ role }) => holds(role, 'comment.write'))) return true
  return (await thingsFor(context, [thing], 'comment.write')).has(keyOf(thing))
}

export const audiencesOf = ({ side, partners }: Pick<Thing, 'side' | 'partners'>): Audience[] =>
  side === 'partner' ? ['both'] : partners.length ? ['internal', 'both'] : ['internal']

export const showComment = operation({
  name: 'comments.show',
  summary: 'One comment, what it said before, and what you may do with it',
  power: 'comment.read',
  reads: true,
  input: CommentShowing,
  output: CommentDetail,
  example: { id: example.comment },
  async run(context, { id, ...turn }) {
    const { row, thing } = await findComment(context, id)
    const [named] = await findSubjects(context, [thing])
    const writes = await mayWrite(context, thing)
    return {
      ...commentFrom(row),
      name: named?.name ?? '',
      path: named?.path ?? null,
      acts: writes ? actsOn(context, row, thing) : [],
      ...((await mayReadEarlier(context, thing, row.removedAt !== null))
        ? await earlierTexts(context, row, turn)
        : { earlier: [], next: null, previous: null }),
    }
  },
})

/** What was changed may have been said to the commission alone, and what was removed is for those who read the audit trail. */
async function mayReadEarlier(context: Context, thing: Thing, isRemoved: boolean): Promise<boolean> {
  if (thing.side === 'partner') return false
  return !isRemoved || (await thingsFor(context, [thing], 'audit.read')).get(keyOf(thing))?.side === 'kpu'
}

export const listReaders = operation({
  name: 'comments.people',
  summary: 'Whom a comment on a thing can tell: people who may read it, by a part of their name; at most 20',
  power: 'comment.write',
  reads: true,
  input: Subject.extend({ q: line(300, 0).default('') }),
  output: z.object({ people: z.array(z.object({ id, name: z.string(), institution: z.string(), side: z.enum(['kpu', 'partner']) })) }),
  example: { kind: 'finding', subject: example.finding, q: 'rahasia' },
  async run(context, { kind, subject, q }) {
    const thing = await findThing(context, { kind, id: subject }, 'comment.write')
    return { people: await peopleFor(context, thing, q) }
  },
})

import { sql } from 'kysely'
import { pageOf } from '../../../platform/database/keyset.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import type { Act, Attachment, Audience, Comment } from '../schema.ts'
import { findThing, keyOf, manages, type Thing, thingsFor } from './things.ts'

type StoredFile = {
  id: string
  name: string
  type: string
  bytes: number
  preview: string
  width: number | null
  height: number | null
}

const all = ({ db }: Pick<Context, 'db'>) =>
  db
    .selectFrom('comment as k')
    .innerJoin('person_card as p', 'p.id', 'k.author_id')
    .leftJoin('person_card as r', 'r.id', 'k.removed_by')
    .leftJoin('office_card as o', 'o.id', 'k.office_id')
    .leftJoin('partner_card as q', 'q.id', 'k.partner_id')

const columns = [
  'k.id',
  'k.subject_kind as kind',
  'k.subject_id as subject',
  sql<Audience>`k.audience`.as('audience'),
  'k.text',
  'k.rev',
  'k.author_id as authorId',
  'k.partner_id as partnerId',
  'k.created_at as createdAt',
  'k.edited_at as editedAt',
  'k.removed_at as removedAt',
  'p.name as author',
  'r.name as removedBy',
  sql<string | null>`coalesce(o.name, q.name)`.as('institution'),
  sql<string | null>`o.path::text`.as('officePath'),
  sql<string[]>`(select coalesce(jsonb_agg(n.name order by n.name), '[]') from comment_mention m join person_card n on n.id = m.person_id
    where m.comment_id = k.id)`.as('mentions'),
  sql<StoredFile[]>`(select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'type', f.type, 'bytes', f.size,
      'preview', a.preview, 'width', a.width, 'height', a.height) order by a.seq), '[]')
    from comment_file a join stored_file_card f on f.id = a.file_id where a.comment_id = k.id)`.as('files'),
] as const
const rows = (context: Context) => all(context).select(columns).execute()
export type CommentRow = Awaited<ReturnType<typeof rows>>[number]

/** What a partner does not read is for a partner not there: it is not counted either. */
const readAs = (side: Thing['side'], alias: string) =>
  side === 'partner' ? sql<boolean>`${sql.ref(`${alias}.audience`)} = 'both'` : sql<boolean>`true`

type Turn = { most: number; after?: string | undefined; before?: string | undefined }

/** A page of the comments on a thing, the latest first, with how many there are and how many files they have, in one statement. */
export async function pageOfComments(context: Context, thing: Thing, { most, ...turn }: Turn) {
  const kept = sql`x.subject_kind = ${thing.kind} and x.subject_id = ${thing.id} and x.removed_at is null and ${readAs(thing.side, 'x')}`
  const query = all(context)
    .where('k.subject_kind', '=', thing.kind)
    .where('k.subject_id', '=', thing.id)
    .where(readAs(thing.side, 'k'))
    .select([
      ...columns,
      sql<number>`(select count(*)::integer from comment x where ${kept})`.as('total'),
      sql<number>`(select count(*)::integer from comment_file a join comment x on x.id = a.comment_id where ${kept})`.as('attachments'),
    ])
  const order = { name: 'created', column: sql.ref('k.created_at'), type: 'timestamptz' as const, descending: true }
  const page = await pageOf(query, order, sql.ref('k.id'), turn, most)
  return { ...page, total: page.rows[0]?.total ?? 0, attachments: page.rows[0]?.attachments ?? 0 }
}

/** A page of the files on a thing, the latest first, with how many there are, in one statement. */
export async function pageOfAttachments({ db }: Context, thing: Thing, turn: Omit<Turn, 'most'>) {
  const all = db
    .selectFrom('comment_file as a')
    .innerJoin('comment as k', 'k.id', 'a.comment_id')
    .innerJoin('stored_file_card as f', 'f.id', 'a.file_id')
    .innerJoin('person_card as p', 'p.id', 'k.author_id')
    .where('k.subject_kind', '=', thing.kind)
    .where('k.subject_id', '=', thing.id)
    .where('k.removed_at', 'is', null)
    .where(readAs(thing.side, 'k'))
  const query = all.select([
    'f.id',
    'f.name',
    'f.type',
    'f.size as bytes',
    'a.preview',
    'a.width',
    'a.height',
    'k.id as comment',
    'k.created_at as createdAt',
    'p.name as author',
    sql<number>`(select count(*)::integer from (${all.select('a.file_id')}) counted)`.as('total'),
  ])
  const order = { name: 'created', column: sql.ref('k.created_at'), type: 'timestamptz' as const, descending: true }
  const page = await pageOf(query, order, sql.ref('f.id'), turn)
  return { ...page, total: page.rows[0]?.total ?? 0 }
}

/** Those of these comments that may be read now, each with what it hangs on. */
export async function readComments(context: Context, ids: readonly string[]): Promise<{ row: CommentRow; thing: Thing }[]> {
  const found = ids.length
    ? await all(context)
        .select(columns)
        .where('k.id', 'in', [...ids])
        .execute()
    : []
  const refs = found.map(({ kind, subject }) => ({ kind, id: subject }))
  const things = await thingsFor(context, refs, 'comment.read')
  return found.flatMap((row, index) => {
    const thing = things.get(keyOf(refs[index]!))
    return thing && (thing.side === 'kpu' || row.audience === 'both') ? [{ row, thing }] : []
  })
}

export async function findComment(context: Context, id: string): Promise<{ row: CommentRow; thing: Thing }> {
  const [found] = await readComments(context, [id])
  if (!found) throw notFound()
  return found
}

/** Locked first and read after, for whoever may write on the thing: of two at once the second sees what the first left behind. */
export async function findCommentForChange(context: Context, id: string): Promise<{ row: CommentRow; thing: Thing }> {
  await context.db.selectFrom('comment').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  const { row, thing } = await findComment(context, id)
  return { row, thing: await findThing(context, thing, 'comment.write') }
}

export const commentFrom = (row: CommentRow): Comment => ({
  id: row.id,
  kind: row.kind,
  subject: row.subject,
  text: row.removedAt ? null : row.text,
  audience: row.audience,
  author: row.author,
  institution: row.institution,
  createdAt: row.createdAt.toISOString(),
  editedAt: row.editedAt?.toISOString() ?? null,
  removed: row.removedAt ? { by: row.removedBy ?? '', at: row.removedAt.toISOString() } : null,
  mentions: row.removedAt ? [] : row.mentions,
  attachments: row.removedAt ? [] : row.files.map(attachmentFrom),
  rev: row.rev,
})

export const attachmentFrom = ({ id, name, type, bytes, preview, width, height }: StoredFile): Attachment => ({
  id,
  name,
  type,
  bytes,
  preview: preview === 'ready' && width && height ? { width, height } : preview === 'waiting' ? 'waiting' : null,
})

/**
 * What the one who asks may do with a comment on a thing that they may write on. What a partner wrote is for both sides and stays so:
 * closed, it would be gone for the one who wrote it.
 */
export function actsOn(context: Context, row: CommentRow, thing: Thing): Act[] {
  if (row.removedAt) return []
  // For the office or the partner that they spoke for then, and for no other: what was said in its name is not theirs to take along.
  const speaksAs = thing.side === 'partner' ? thing.partnerId === row.partnerId : (context.actor.office?.path ?? null) === row.officePath
  const isAuthor = row.authorId === context.actor.personId && (thing.side === 'partner') === (row.partnerId !== null) && speaksAs
  const managed = isAuthor || manages(context, thing, row.officePath)
  const turned =
    row.partnerId || thing.side === 'partner'
      ? []
      : row.audience === 'both'
        ? ['close' as const]
        : thing.partners.length
          ? ['open' as const]
          : []
  return [...(isAuthor ? ['change' as const] : []), ...(managed ? [...turned, 'remove' as const] : [])]
}

/** Its texts before the present one, the latest first, a page of them, each with when it was written. */
export async function earlierTexts({ db }: Context, row: CommentRow, turn: Omit<Turn, 'most'>) {
  const newest = row.removedAt ? null : row.text
  const kept = db
    .selectFrom('revision_card')
    .where('table_name', '=', 'comment')
    .where('row_id', '=', row.id)
    .select([
      sql<string>`row_id::uuid`.as('id'),
      sql<number>`(before->>'rev')::integer`.as('rev'),
      sql<string>`before->>'text'`.as('text'),
      sql<Audience>`before->>'audience'`.as('audience'),
      sql<Date>`coalesce(before->>'edited_at', before->>'created_at')::timestamptz`.as('at'),
      sql<string | null>`lag(before->>'text', 1, ${newest}::text) over (order by id desc)`.as('newer'),
    ])
  const query = db
    .selectFrom(kept.as('r'))
    .select(['r.id', 'r.text', 'r.audience', 'r.at'])
    .where(sql<boolean>`r.text is distinct from r.newer`)
  const order = { name: 'rev', column: sql.ref('r.rev'), type: 'integer' as const, descending: true }
  const { rows, ...ends } = await pageOf(query, order, sql.ref('r.id'), turn, 20)
  return { earlier: rows.map(({ text, audience, at }) => ({ text, audience, at: at.toISOString() })), ...ends }
}

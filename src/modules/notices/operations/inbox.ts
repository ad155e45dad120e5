import { sql } from 'kysely'
import { z } from 'zod'
import { Cursor, Ends, pageOf } from '../../../platform/database/keyset.ts'
import { lineOf, pathOf } from '../../../platform/notices/kind.ts'
import { type Reached, reachedOf } from '../../../platform/notices/reached.ts'
import { type Context, operation, self } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { flag, id } from '../../../platform/values/shapes.ts'
import { Notice } from '../schema.ts'

export const listNotices = operation({
  name: 'notices.list',
  summary:
    'What you were told, latest first, in words while you reach what it is about; with `unread` only what you have not read, so what changed since you were here',
  power: 'own',
  reads: true,
  input: z.object({ unread: flag.optional(), after: Cursor.optional(), before: Cursor.optional() }),
  output: z.object({ notices: z.array(Notice), unread: z.int().describe('How many you have not read'), ...Ends }),
  example: {},
  async run(context, { unread: only, ...turn }) {
    const query = context.db
      .selectFrom('notice as n')
      .select(['n.id', 'n.kind', 'n.params', 'n.subject_kind', 'n.subject_id', 'n.created_at', 'n.read_at'])
      .where('n.person_id', '=', self(context))
      .$if(only === true, query => query.where('n.read_at', 'is', null))
    const order = { name: 'created', column: sql.ref('n.created_at'), type: 'timestamptz' as const, descending: true }
    const { rows, ...ends } = await pageOf(query, order, sql.ref('n.id'), turn)
    const reached = await reachedNotices(context, rows)
    const notices = rows.map((row, index) => {
      const about = context.noticeKinds.get(row.kind)?.names[context.locale] ?? row.kind
      const { isReadable, path } = reached[index]!
      return {
        id: row.id,
        kind: row.kind,
        about,
        text: isReadable ? lineOf(context.noticeKinds, context.locale, row) : about,
        path,
        createdAt: row.created_at,
        readAt: row.read_at,
      }
    })
    return { notices, unread: await countUnread(context), ...ends }
  },
})

export const readNotice = operation({
  name: 'notices.read',
  summary: 'Mark a notice of yours as read; answers with the page of what it is about',
  power: 'own',
  input: z.object({ id }),
  output: z.object({ id, path: z.string().nullable() }),
  example: { id: example.notice },
  async run(context, { id }) {
    const { db, clock } = context
    const { rows } = await sql<NoticeRow>`
      update notice set read_at = coalesce(read_at, ${clock.now()}) where id = ${id} and person_id = ${self(context)}
      returning kind, params, subject_kind, subject_id`.execute(db)
    if (rows.length === 0) throw notFound()
    const [reached] = await reachedNotices(context, rows)
    return { id, path: reached!.path }
  },
})

export const readAllNotices = operation({
  name: 'notices.readAll',
  summary: 'Mark all your notices as read',
  power: 'own',
  input: z.object({}),
  output: z.object({ read: z.int() }),
  example: {},
  async run(context) {
    const { numUpdatedRows } = await context.db
      .updateTable('notice')
      .set({ read_at: context.clock.now() })
      .where('person_id', '=', self(context))
      .where('read_at', 'is', null)
      .executeTakeFirstOrThrow()
    return { read: Number(numUpdatedRows) }
  },
})

type NoticeRow = { kind: string; params: unknown; subject_kind: string; subject_id: string }

/** Whether each may still be read, and where it leads, while what it is about is in the reader's reach. */
async function reachedNotices(context: Context, rows: readonly NoticeRow[]): Promise<Reached[]> {
  const reached = await reachedOf(
    context,
    rows.map(row => ({ kind: row.subject_kind, id: row.subject_id })),
  )
  return reached.map(({ isReadable, path }, index) => {
    const row = rows[index]!
    return { isReadable, path: path && (pathOf(context.noticeKinds, row, row.subject_id) ?? path) }
  })
}

async function countUnread(context: Context): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from notice where person_id = ${self(context)} and read_at is null`.execute(context.db)
  return rows[0]!.count
}

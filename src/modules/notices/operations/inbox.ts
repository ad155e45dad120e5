import { sql } from 'kysely'
import { z } from 'zod'
import { Cursor, Ends, pageOf } from '../../../platform/database/keyset.ts'
import { lineOf } from '../../../platform/notices/kind.ts'
import { type Context, operation, self } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { flag, id } from '../../../platform/values/shapes.ts'
import { Notice } from '../schema.ts'

export const listNotices = operation({
  name: 'notices.list',
  summary: 'What you were told, latest first; with `unread` only what you have not read, so what changed since you were here',
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
    const paths = await pathsOf(context, rows)
    const notices = rows.map(row => ({
      id: row.id,
      kind: row.kind,
      about: context.noticeKinds.get(row.kind)?.names[context.locale] ?? row.kind,
      text: lineOf(context.noticeKinds, context.locale, row),
      path: paths.get(`${row.subject_kind} ${row.subject_id}`) ?? null,
      createdAt: row.created_at,
      readAt: row.read_at,
    }))
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
    const { rows } = await sql<Subject>`
      update notice set read_at = coalesce(read_at, ${clock.now()}) where id = ${id} and person_id = ${self(context)}
      returning subject_kind, subject_id`.execute(db)
    const [row] = rows
    if (!row) throw notFound()
    return { id, path: (await pathsOf(context, [row])).get(`${row.subject_kind} ${row.subject_id}`) ?? null }
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

type Subject = { subject_kind: string; subject_id: string }

/** The pages of what is still in the reader's reach, by kind and id; one finder's statements for each kind that is there. */
async function pathsOf(context: Context, rows: readonly Subject[]): Promise<Map<string, string>> {
  const paths = new Map<string, string>()
  for (const [kind, some] of Map.groupBy(rows, row => row.subject_kind))
    for (const { id, path } of (await context.subjects.kinds.get(kind)?.find?.(context, [...new Set(some.map(row => row.subject_id))])) ??
      [])
      if (path) paths.set(`${kind} ${id}`, path)
  return paths
}

async function countUnread(context: Context): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from notice where person_id = ${self(context)} and read_at is null`.execute(context.db)
  return rows[0]!.count
}

import { sql } from 'kysely'
import { z } from 'zod'
import { Cursor, Ends, Most, pageOf } from '../../../platform/database/keyset.ts'
import { lineOf, pathOf } from '../../../platform/notices/kind.ts'
import { latestUnread, mostFolded, mostLines } from '../../../platform/notices/lines.ts'
import { type Reached, reachedOf } from '../../../platform/notices/reached.ts'
import { type Context, operation, self } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { flag, id, instant, line } from '../../../platform/values/shapes.ts'
import { Newest, Notice, NoticeGroup } from '../schema.ts'

export const listNotices = operation({
  name: 'notices.list',
  summary:
    'What you were told, latest first, in words while you reach what it is about; with `unread` only what you have not read, so what changed since you were here',
  power: 'own',
  reads: true,
  input: z.object({
    unread: flag.optional(),
    kind: line(60).optional().describe('Only of this kind'),
    after: Cursor.optional(),
    before: Cursor.optional(),
    most: Most,
  }),
  output: z.object({ notices: z.array(Notice), unread: z.int().describe('How many you have not read'), newest: Newest, ...Ends }),
  example: {},
  async run(context, { unread: only, kind, ...turn }) {
    const query = context.db
      .selectFrom('notice as n')
      .select(columns)
      .where('n.person_id', '=', self(context))
      .$if(kind !== undefined, query => query.where('n.kind', '=', kind!))
      .$if(only === true, query => query.where('n.read_at', 'is', null))
    const order = { name: 'created', column: sql.ref('n.created_at'), type: 'timestamptz' as const, descending: true }
    // Counted before they are read, so that what comes between is not marked as read with those that were counted.
    const counted = await countUnread(context, kind)
    const { rows, ...ends } = await pageOf(query, order, sql.ref('n.id'), turn)
    return { notices: await described(context, rows), ...counted, ...ends }
  },
})

export const groupNotices = operation({
  name: 'notices.group',
  summary: `Of the latest ${mostFolded} that you have not read, by kind, the latest first: each with its ${mostLines} latest notices and how many there are`,
  power: 'own',
  reads: true,
  input: z.object({}),
  output: z.object({ groups: z.array(NoticeGroup), unread: z.int().describe(`How many these are: ${mostFolded} at most`), newest: Newest }),
  example: {},
  async run(context) {
    const rows = await context.db
      .selectFrom(each =>
        each
          .selectFrom(latestUnread(sql`${self(context)}::uuid`).as('n'))
          .select(columns)
          .select([
            sql<number>`row_number() over (partition by n.kind order by n.created_at desc, n.id desc)::integer`.as('place'),
            sql<number>`count(*) over (partition by n.kind)::integer`.as('unread'),
            sql<Date>`max(n.created_at) over (partition by n.kind)`.as('latest'),
          ])
          .as('n'),
      )
      .selectAll()
      .where('n.place', '<=', mostLines)
      .orderBy('n.latest', 'desc')
      .orderBy('n.kind')
      .orderBy('n.place')
      .execute()
    const notices = await described(context, rows)
    const groups = [...Map.groupBy(notices, ({ kind }) => kind)].map(([kind, notices]) => ({
      kind,
      about: notices[0]!.about,
      unread: rows.find(row => row.kind === kind)!.unread,
      notices,
    }))
    return { groups, unread: groups.reduce((sum, { unread }) => sum + unread, 0), newest: groups[0]?.notices[0]?.createdAt ?? null }
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
  summary:
    'Mark all your notices as read, or those of one kind; with `until` (`newest` of what you were answered) none that you were told since',
  power: 'own',
  input: z.object({
    kind: line(60).optional().describe('Only of this kind'),
    until: instant.optional().describe('Only what you were told until then; all without it'),
  }),
  output: z.object({ read: z.int() }),
  example: {},
  async run(context, { kind, until }) {
    const { numUpdatedRows } = await context.db
      .updateTable('notice') // to the end of the millisecond, as instants are answered without what is finer
      .set({ read_at: context.clock.now() })
      .where('person_id', '=', self(context))
      .where('read_at', 'is', null)
      .$if(kind !== undefined, query => query.where('kind', '=', kind!))
      .$if(until !== undefined, query => query.where('created_at', '<', new Date(Date.parse(until!) + 1)))
      .executeTakeFirstOrThrow()
    return { read: Number(numUpdatedRows) }
  },
})

const columns = ['n.id', 'n.kind', 'n.params', 'n.subject_kind', 'n.subject_id', 'n.created_at', 'n.read_at'] as const

/** In words, while the reader reaches what each is about; else its kind alone. */
async function described(
  context: Context,
  rows: readonly (NoticeRow & { id: string; created_at: Date; read_at: Date | null })[],
): Promise<Notice[]> {
  const reached = await reachedNotices(context, rows)
  return rows.map((row, index) => {
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
}

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

async function countUnread(context: Context, kind?: string): Promise<{ unread: number; newest: Date | null }> {
  const { rows } = await sql<{ unread: number; newest: Date | null }>`
    select count(*) as unread, max(created_at) as newest from notice where person_id = ${self(context)} and read_at is null
      and (${kind ?? null}::text is null or kind = ${kind ?? null})`.execute(context.db)
  return rows[0]!
}

import { sql } from 'kysely'
import { type FileText, readableTypes } from '../documents/file-text.ts'
import type { Context } from '../operation/operation.ts'

/** A file whose text is to be read. */
export type UnreadFile = { id: string; name: string; type: string; key: string }

/** Tries to read a file, the last of which ended with the process: a file that does that is not read again. */
const tries = 3
/** A reading that took longer than this has ended with its process. */
const forgotten = 10 * 60_000

/** The files of all kinds that say that theirs are found by what stands in them. */
const heldFiles = ({ db, subjects }: Context) => {
  const held = [...new Set(subjects.kinds.values())].flatMap(({ readFiles }) => (readFiles ? [readFiles(db)] : []))
  return held.length
    ? sql`${sql.join(
        held.map(each => sql`(${each})`),
        sql` union `,
      )}`
    : sql`select null::uuid as file_id`
}

/** The newest file that waits, marked as being read; null when none does. Two processes never get the same. */
export async function claimFile(context: Context): Promise<UnreadFile | null> {
  const { db, clock } = context
  const now = clock.now()
  const longAgo = new Date(now.getTime() - forgotten)
  await sql`select pg_advisory_xact_lock(hashtext('search.read'))`.execute(db)
  await sql`update file_text set state = 'unreadable', at = ${now} where state = 'reading' and tries >= ${tries} and at < ${longAgo}`.execute(
    db,
  )
  const { rows } = await sql<UnreadFile>`
    insert into file_text (file_id, name, state, at)
    select f.id, f.name, 'reading', ${now} from (select distinct file_id from (${heldFiles(context)}) held) held join stored_file_card f on f.id = held.file_id
      left join file_text t on t.file_id = f.id
    where f.type = any (${readableTypes}::text[]) and (t.file_id is null or t.state = 'reading' and t.at < ${longAgo})
    order by f.id desc limit 1
    on conflict (file_id) do update set at = excluded.at, tries = file_text.tries + 1
    returning file_id as id, name,
      (select type from stored_file_card f where f.id = file_id) as type, (select key from stored_file_card f where f.id = file_id) as key`.execute(
    db,
  )
  return rows[0] ?? null
}

/** Gives a file back that could not be fetched, through no fault of its own: no try is counted, and it waits as it did before. */
export const releaseFile = ({ db }: Context, fileId: string) =>
  sql`update file_text set tries = tries - 1, at = 'epoch' where file_id = ${fileId} and state = 'reading'`.execute(db)

/** What was read of a file; null where it cannot be. */
export const keepFileText = ({ db, clock }: Context, fileId: string, found: FileText | null) =>
  db
    .updateTable('file_text')
    .set({ state: found ? (found.cut ? 'cut' : 'read') : 'unreadable', text: found?.text ?? '', at: clock.now() })
    .where('file_id', '=', fileId)
    .execute()

export type TextState = { waiting: number; read: number; cut: number; unreadable: { id: string; name: string }[]; unreadableTotal: number }

/** How far the texts of files are known: `waiting` are those that have not been read yet. */
export async function textState(context: Context, most: number): Promise<TextState> {
  const { rows } = await sql<{ waiting: number; read: number; cut: number; unreadable: number }>`
    select count(*) filter (where t.state is null or t.state = 'reading')::int as waiting, count(*) filter (where t.state = 'read')::int as read,
      count(*) filter (where t.state = 'cut')::int as cut, count(*) filter (where t.state = 'unreadable')::int as unreadable
    from (select distinct file_id from (${heldFiles(context)}) held) held join stored_file_card f on f.id = held.file_id left join file_text t on t.file_id = f.id
    where f.type = any (${readableTypes}::text[])`.execute(context.db)
  const unreadable = await context.db
    .selectFrom('file_text')
    .select(['file_id as id', 'name'])
    .where('state', '=', 'unreadable')
    .orderBy('file_id', 'desc')
    .limit(most)
    .execute()
  const { unreadable: unreadableTotal, ...counts } = rows[0]!
  return { ...counts, unreadable, unreadableTotal }
}

/** Forgets all that was derived, so that it is made anew: words at once, the texts of files one after the other. */
export async function forgetDerived({ db }: Context): Promise<void> {
  await sql`delete from file_text`.execute(db)
  await sql`select note_all_words()`.execute(db)
}

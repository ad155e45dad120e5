import { sql } from 'kysely'
import { reach, within } from '../../../platform/authority/reach.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { visible as visibleMeetings } from '../../meetings/queries/visible.ts'
import type { Bundle } from '../schema/letters.ts'

/** Bundles of meetings of offices whose meetings one writes. */
export const visible = (context: Context) =>
  visibleMeetings(context)
    .innerJoin('letter_bundle as b', 'b.meeting_id', 'm.id')
    .innerJoin('run_card as w', 'w.id', 'b.run_id')
    .where(within(reach(context, 'meeting.write'), { path: sql.ref('o.path') }))

/** What was asked for last. */
export async function lastBundle(context: Context, meetingId: string): Promise<Bundle | null> {
  const row = await visible(context)
    .where('b.meeting_id', '=', meetingId)
    .select(['b.id', 'b.run_id as run', sql<Bundle['state']>`w.state`.as('state'), 'w.done', 'w.total', 'b.created_at as createdAt'])
    .select(sql<number>`(select count(*)::integer from letter_bundle_part p where p.bundle_id = b.id)`.as('files'))
    .select(
      sql<number>`(select coalesce(sum(f.size), 0)::integer from letter_bundle_part p join stored_file_card f on f.id = p.file_id where p.bundle_id = b.id)`.as(
        'bytes',
      ),
    )
    .orderBy('b.created_at', 'desc')
    .orderBy('b.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { ...row, createdAt: row.createdAt.toISOString() } : null
}

/** Its files in their order. */
export const partsOf = ({ db }: Pick<Context, 'db'>, bundleId: string) =>
  db
    .selectFrom('letter_bundle_part as p')
    .innerJoin('stored_file_card as f', 'f.id', 'p.file_id')
    .select(['p.file_id as file', 'f.name'])
    .where('p.bundle_id', '=', bundleId)
    .orderBy('p.seq')
    .execute()

export async function holdsFile(context: Context, id: string): Promise<boolean> {
  const row = await visible(context)
    .innerJoin('letter_bundle_part as p', 'p.bundle_id', 'b.id')
    .where('p.file_id', '=', id)
    .select('b.id')
    .executeTakeFirst()
  return row !== undefined
}

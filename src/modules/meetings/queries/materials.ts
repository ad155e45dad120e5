import { sql } from 'kysely'
import { reach, within } from '../../../platform/authority/reach.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import type { Material } from '../schema/materials.ts'
import { engaged, visible } from './visible.ts'

/** Files of sessions that one may read now: all for those who write the programme, else of released sessions, as each says. */
export function visibleMaterials(context: Context) {
  const writes = within(reach(context, 'meeting.write'), { path: sql.ref('o.path') })
  const me = context.actor.personId
  const hasPart = sql`m.id in (select e.meeting_id from meeting_engagement e where e.person_id = ${me}::uuid)`
  return visible(context)
    .innerJoin('meeting_session as s', 's.meeting_id', 'm.id')
    .innerJoin('meeting_material as t', 't.session_id', 's.id')
    .where('t.removed_at', 'is', null)
    .where('s.removed_at', 'is', null)
    .where(
      sql<boolean>`(${writes} or (s.id in (select r.session_id from meeting_slot r where r.meeting_id = m.id)
        and case t.access when 'readers' then true when 'invited' then ${engaged(context)} else ${hasPart} end))`,
    )
}

/** Those of a meeting, by session and the first first. */
export async function materialsOf(context: Context, meetingId: string): Promise<Material[]> {
  const rows = await visibleMaterials(context)
    .innerJoin('stored_file_card as f', 'f.id', 't.file_id')
    .leftJoin('meeting_part as q', 'q.id', 't.part_id')
    .leftJoin('person_card as p', 'p.id', 'q.person_id')
    .where('m.id', '=', meetingId)
    .select(['t.id', 't.session_id as session', 't.title', 't.access', 't.file_id as file', 'f.type', 'f.size'])
    .select(['t.part_id as part', sql<string>`coalesce(q.behalf_of, q.guest, p.name, '')`.as('name')])
    .orderBy('t.created_at')
    .orderBy('t.id')
    .execute()
  return rows.map(({ part, name, size, ...material }) => ({ ...material, size: Number(size), message: part ? { part, name } : null }))
}

/** Whether a stored file is one of them. */
export const holdsFile = async (context: Context, fileId: string): Promise<boolean> =>
  (await visibleMaterials(context).where('t.file_id', '=', fileId).select('t.id').executeTakeFirst()) !== undefined

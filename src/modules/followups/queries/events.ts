import { sql } from 'kysely'
import type { Context } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import type { FollowUpEvent } from '../schema.ts'

type Ids = { byId: string | null; ownerId: string | null }
type Line = Omit<FollowUpEvent, 'at'> & { at: Date } & Ids

/** Everything that happened to a follow-up which the caller has found visible, oldest first, with its files. */
export async function eventsOf({ db }: Pick<Context, 'db'>, followUpId: string): Promise<(FollowUpEvent & Ids)[]> {
  const { rows } = await sql<Line>`
    select e.id, e.kind, e.at, e.by as "byId", e.owner_id as "ownerId", b.name as by, e.note, e.adequate, o.name as owner, e.due_on as "dueOn",
      coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'type', s.type, 'bytes', s.size) order by s.id)
        from follow_up_evidence v join stored_file_card s on s.id = v.file_id where v.event_id = e.id), '[]') as evidence
    from follow_up_event e left join person_card b on b.id = e.by left join person_card o on o.id = e.owner_id
    where e.follow_up_id = ${followUpId}::uuid order by e.at, e.id`.execute(db)
  return rows.map(({ at, ...line }) => ({ ...line, at: at.toISOString() }))
}

/** A file that was put in as evidence of this follow-up. */
export async function findEvidence({ db }: Pick<Context, 'db'>, followUpId: string, fileId: string): Promise<void> {
  const file = await db
    .selectFrom('follow_up_evidence as v')
    .innerJoin('follow_up_event as e', 'e.id', 'v.event_id')
    .where('e.follow_up_id', '=', followUpId)
    .where('v.file_id', '=', fileId)
    .select('v.file_id')
    .executeTakeFirst()
  if (!file) throw notFound()
}

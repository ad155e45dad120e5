import { sql } from 'kysely'
import type { Context } from '../../../platform/operation/operation.ts'

/** From now on these people read a meeting, as being invited to it; those who do already still do. */
export async function admitReaders({ db }: Pick<Context, 'db'>, meetingId: string, personIds: readonly string[]): Promise<void> {
  if (!personIds.length) return
  await sql`insert into meeting_reader (meeting_id, person_id) select ${meetingId}::uuid, reader from unnest(${[...personIds]}::uuid[]) reader on conflict do nothing`.execute(
    db,
  )
}

/** Somebody who is not invited any more reads it no longer, unless they may for another reason. */
export async function dismissReader({ db }: Pick<Context, 'db'>, meetingId: string, personId: string): Promise<void> {
  await db.deleteFrom('meeting_reader').where('meeting_id', '=', meetingId).where('person_id', '=', personId).execute()
}

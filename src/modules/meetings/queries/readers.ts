import { sql } from 'kysely'
import type { Context } from '../../../platform/operation/operation.ts'
import type { Involvement } from '../schema/programmes.ts'

/** Somebody who is invited to a meeting; `involvement` is null for who reads it and need not be there, as who declined. */
export type Reader = { person: string; involvement: Involvement | null }

/** From now on these people read a meeting and are wanted there so much; other readers stay as they are. */
export async function admitReaders({ db }: Pick<Context, 'db'>, meetingId: string, readers: readonly Reader[]): Promise<void> {
  if (!readers.length) return
  await sql`insert into meeting_reader as known (meeting_id, person_id, involvement)
    select ${meetingId}::uuid, r.person, r.involvement from jsonb_to_recordset(${JSON.stringify(readers)}::jsonb) as r (person uuid, involvement text)
    on conflict (meeting_id, person_id) do update set involvement = excluded.involvement
    where known.involvement is distinct from excluded.involvement`.execute(db)
}

/** Who is not invited any more reads the meeting no longer, unless they may for another reason. */
export async function dismissReaders({ db }: Pick<Context, 'db'>, meetingId: string, persons: readonly string[]): Promise<void> {
  if (persons.length)
    await db
      .deleteFrom('meeting_reader')
      .where('meeting_id', '=', meetingId)
      .where('person_id', 'in', [...persons])
      .execute()
}

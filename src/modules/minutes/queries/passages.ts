import { sql } from 'kysely'
import type { Context } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import type { PassageState } from '../rules/merge-passage.ts'
import type { Passage } from '../schema/minutes.ts'
import { findMinutesForChange, type MinutesRow } from './minutes.ts'

type Db = Pick<Context, 'db'>

const all = ({ db }: Db) =>
  db
    .selectFrom('minutes_passage as s')
    .leftJoin('person_card as p', 'p.id', 's.by')
    .select([
      's.id',
      's.minutes_id as minutesId',
      's.seq',
      's.speaker',
      's.text',
      's.conclusion',
      's.rev',
      's.at',
      's.removed_at as removedAt',
    ])
    .select(['s.by as byId', 'p.name as by'])
export type PassageRow = Awaited<ReturnType<ReturnType<typeof all>['executeTakeFirstOrThrow']>>

/** What was said, in order. Whether it may be read is for the caller to have asked. */
export const passagesOf = (context: Db, minutesId: string): Promise<PassageRow[]> =>
  all(context).where('s.minutes_id', '=', minutesId).where('s.removed_at', 'is', null).orderBy('s.seq').orderBy('s.id').execute()

export const passageFrom = ({ id, speaker, text, conclusion, by, at, rev }: PassageRow): Passage => ({
  id,
  speaker,
  text,
  conclusion,
  by,
  at: at.toISOString(),
  rev,
})

/** A passage and its minutes, which are locked first: of two who write at once the second finds what the first left behind. */
export async function findPassageForChange(context: Context, id: string): Promise<{ minutes: MinutesRow; passage: PassageRow }> {
  const place = await context.db.selectFrom('minutes_passage').select('minutes_id').where('id', '=', id).executeTakeFirst()
  if (!place) throw notFound()
  const minutes = await findMinutesForChange(context, place.minutes_id)
  return { minutes, passage: await all(context).where('s.id', '=', id).executeTakeFirstOrThrow() }
}

/** How the passage stood since a revision, the one of then first, the present one last. */
export async function statesSince({ db, actor }: Context, { id, ...present }: PassageRow, rev: number): Promise<PassageState[]> {
  const { rows } = await sql<Omit<PassageState, 'mine'> & { byId: string | null }>`
    select r.before ->> 'speaker' as speaker, r.before ->> 'text' as text, r.before ->> 'conclusion' as conclusion,
      (r.before ->> 'rev')::integer as rev, r.before ->> 'by' as "byId", p.name as by, (r.before ->> 'at')::timestamptz as at
    from revision_card r left join person_card p on p.id = (r.before ->> 'by')::uuid
    where r.table_name = 'minutes_passage' and r.row_id = ${id}::text and r.id >= coalesce((select max(s.id) from revision_card s
      where s.table_name = 'minutes_passage' and s.row_id = ${id}::text and (s.before ->> 'rev')::integer <= ${rev}), 0)
    order by r.id`.execute(db)
  return [...rows, present].map(({ speaker, text, conclusion, rev, byId, by, at }) => ({
    speaker,
    text,
    conclusion,
    rev,
    mine: byId === actor.personId,
    by,
    at,
  }))
}

import { sql } from 'kysely'
import type { Context } from '../../../platform/operation/operation.ts'
import type { MinutesHistory } from '../schema/minutes.ts'

/** What happened to minutes, the first first. */
export const eventsOf = ({ db }: Pick<Context, 'db'>, minutesId: string) =>
  db
    .selectFrom('minutes_event as e')
    .leftJoin('person_card as p', 'p.id', 'e.by')
    .select(['e.id', 'e.kind', 'e.at', 'e.note', 'p.name as by'])
    .where('e.minutes_id', '=', minutesId)
    .orderBy('e.at')
    .orderBy('e.id')
    .execute()

const most = 500

/** Each value that a field of a passage had, where it became another, and each that never stood; the latest first. */
export async function movesOf({ db }: Pick<Context, 'db'>, minutesId: string): Promise<MinutesHistory> {
  const { rows } = await sql<MinutesHistory['moments'][number] & { at: Date }>`
    with state as (
      select s.id as passage, s.rev, s.speaker, s.text, s.conclusion, s.by, s.at from minutes_passage s where s.minutes_id = ${minutesId}::uuid
      union all
      select s.id, (r.before ->> 'rev')::integer, r.before ->> 'speaker', r.before ->> 'text', r.before ->> 'conclusion',
        (r.before ->> 'by')::uuid, (r.before ->> 'at')::timestamptz
      from minutes_passage s join revision_card r on r.table_name = 'minutes_passage' and r.row_id = s.id::text
      where s.minutes_id = ${minutesId}::uuid),
    field as (
      select t.passage, t.rev, v.field, v.value, t.by, t.at, lag(v.value) over (partition by t.passage, v.field order by t.rev) as earlier
      from state t, lateral (values ('speaker', t.speaker), ('text', t.text), ('conclusion', t.conclusion)) v (field, value))
    select m.passage, m.field, m.value, p.name as by, m.at, m.unchosen as "isUnchosen" from (
      select f.passage, f.field, f.value, f.by, f.at, false as unchosen, f.rev from field f where f.value is distinct from f.earlier
      union all
      select u.passage_id, u.field, u.value, u.by, u.at, true, null::integer from minutes_unchosen u where u.minutes_id = ${minutesId}::uuid) m
    left join person_card p on p.id = m.by
    order by m.at desc, m.rev desc nulls first, m.passage, m.field limit ${most + 1}`.execute(db)
  return { moments: rows.slice(0, most).map(row => ({ ...row, at: row.at.toISOString() })), more: rows.length > most }
}

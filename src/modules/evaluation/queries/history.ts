import { sql } from 'kysely'
import type { Context } from '../../../platform/operation/operation.ts'
import type { Value } from '../../../platform/values/conditions.ts'

/** The latest values that are told of one form. */
const most = 500

export type AnswerMoment = {
  key: string
  value: Value | null
  /** What stood before; null of a value that was not chosen. */
  before: Value | null
  by: string | null
  at: Date
  capturedAt: Date | null
  isUnchosen: boolean
}

/** Each value that the answers of a form have or had, and those that were not chosen, the latest first. */
export async function answerMoments({ db }: Context, assignmentId: string): Promise<{ moments: AnswerMoment[]; more: boolean }> {
  const { rows } = await sql<AnswerMoment>`
    with known as (
      select a.key, r.before -> 'value' as value, (r.before ->> 'rev')::integer as rev, (r.before ->> 'by')::uuid as by,
        (r.before ->> 'at')::timestamptz as at, (r.before ->> 'captured_at')::timestamptz as captured_at
      from answer a join revision_card r on r.table_name = 'answer' and r.row_id = a.id::text where a.assignment_id = ${assignmentId}
      union all select key, value, rev, by, at, captured_at from answer where assignment_id = ${assignmentId}
    ), moments as (
      select key, value, lag(value) over (partition by key order by rev) as before, rev, by, at, captured_at, false as "isUnchosen" from known
      union all
      select s.key, s.value, null, null, s.by, s.at, s.captured_at, true from answer_unchosen s where s.assignment_id = ${assignmentId}
        and not exists (select from known k where k.key = s.key
          and case jsonb_typeof(s.value) when 'object' then k.value @> s.value else k.value = s.value end)
    )
    select m.key, m.value, m.before, p.name as by, m.at, m.captured_at as "capturedAt", m."isUnchosen" from moments m left join person_card p on p.id = m.by
    order by m.at desc, m.rev desc nulls first, m.key limit ${most + 1}`.execute(db)
  return { moments: rows.slice(0, most), more: rows.length > most }
}

/** When an answer was written on a device, by its key, where that can be believed. */
export type Captured = (key: string) => Date | null

/** Notes values that lost, by answer key; one that its sender sends again is noted once. The form is held by whoever calls. */
export async function keepUnchosen(
  { db, actor, clock }: Context,
  assignmentId: string,
  lost: [string, Value | null][],
  captured: Captured,
): Promise<void> {
  if (lost.length === 0) return
  const rows = lost.map(([key, value]) => ({ key, value, captured_at: captured(key) }))
  await sql`
    insert into answer_unchosen (id, assignment_id, key, value, by, at, captured_at)
    select gen_random_uuid(), ${assignmentId}, r.key, r.value, ${actor.personId}::uuid, ${clock.now()}, r.captured_at
    from (select distinct on (key, value) key, coalesce(value, 'null') as value, captured_at
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x (key text, value jsonb, captured_at timestamptz)) r
    where not exists (select from answer_unchosen s where s.assignment_id = ${assignmentId} and s.key = r.key
      and s.value = r.value and s.by is not distinct from ${actor.personId}::uuid)`.execute(db)
}

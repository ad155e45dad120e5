import { sql } from 'kysely'
import type { Context } from '../../../platform/operation/operation.ts'
import type { Value } from '../../../platform/values/conditions.ts'
import type { StoredAnswer } from '../../questionnaires/rules/merge.ts'
import type { Answers } from '../../questionnaires/schema.ts'

export type AnswerState = StoredAnswer & { key: string; by: string | null; at: Date }
export type AnswerRow = AnswerState & { id: string; assignmentId: string }

/** The answers of some forms as they stand, the taken away ones too. Whether they may be seen is for the caller to have asked. */
export async function answerRows({ db, actor }: Context, assignmentIds: string[]): Promise<AnswerRow[]> {
  if (assignmentIds.length === 0) return []
  const rows = await db
    .selectFrom('answer as w')
    .leftJoin('person_card as p', 'p.id', 'w.by')
    .select(['w.id', 'w.assignment_id as assignmentId', 'w.key', 'w.value', 'w.rev', 'w.by as byId', 'p.name as by', 'w.at'])
    .where('w.assignment_id', 'in', assignmentIds)
    .orderBy('w.key')
    .execute()
  return rows.map(({ byId, ...row }) => ({ ...row, value: row.value as Value | null, mine: byId === actor.personId }))
}

/** Without what was taken away: what the rules read. */
export const answersFrom = (rows: readonly { key: string; value: Value | null }[]): Answers =>
  Object.fromEntries(rows.flatMap(({ key, value }) => (value === null ? [] : [[key, value]])))

/** What some answers were when the count of changes stood at `rev`; null for those that were not there yet. One statement for all. */
export async function answersAt({ db }: Context, asked: { id: string; key: string; rev: number }[]): Promise<Map<string, Value | null>> {
  if (asked.length === 0) return new Map()
  const { rows } = await sql<{ key: string; value: Value | null }>`
    select a.key, (
      select r.before -> 'value' from revision_card r
      where r.table_name = 'answer' and r.row_id = a.id::text and (r.before ->> 'rev')::integer <= a.rev
      order by r.id desc limit 1) as value
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a (id uuid, key text, rev integer)`.execute(db)
  return new Map(rows.map(({ key, value }) => [key, value]))
}

/**
 * The states that some answers have had since the count of changes stood at `rev`, the one of then first, oldest first, without the one
 * that stands now. One statement for all.
 */
export async function answersSince(
  { db, actor }: Context,
  asked: { id: string; key: string; rev: number }[],
): Promise<Map<string, AnswerState[]>> {
  if (asked.length === 0) return new Map()
  const { rows } = await sql<{ key: string; value: Value | null; rev: number; byId: string | null; by: string | null; at: Date }>`
    select a.key, r.before -> 'value' as value, (r.before ->> 'rev')::integer as rev, r.before ->> 'by' as "byId", p.name as by, (r.before ->> 'at')::timestamptz as at
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a (id uuid, key text, rev integer)
    join revision_card r on r.table_name = 'answer' and r.row_id = a.id::text
    left join person_card p on p.id = (r.before ->> 'by')::uuid
    where r.id >= coalesce((select max(s.id) from revision_card s
      where s.table_name = 'answer' and s.row_id = a.id::text and (s.before ->> 'rev')::integer <= a.rev), 0)
    order by r.id`.execute(db)
  return Map.groupBy(
    rows.map(({ byId, ...row }) => ({ ...row, mine: byId === actor.personId })),
    ({ key }) => key,
  )
}

/** Files that came with the answers of some forms, by id. */
export async function filesOf(
  { db }: Context,
  assignmentIds: string[],
): Promise<{ assignmentId: string; id: string; name: string; bytes: number }[]> {
  if (assignmentIds.length === 0) return []
  return db
    .selectFrom('answer_file as w')
    .innerJoin('stored_file_card as f', 'f.id', 'w.file_id')
    .select(['w.assignment_id as assignmentId', 'f.id', 'f.name', sql<number>`f.size::float8`.as('bytes')])
    .where('w.assignment_id', 'in', assignmentIds)
    .execute()
}

import { sql } from 'kysely'
import { type Context, newId } from '../../../platform/operation/operation.ts'
import { advanceRun } from '../../../platform/runs/move.ts'
import type { Batch } from '../schema/batches.ts'
import type { Outcome } from '../schema/codes.ts'

export type RowToKeep = {
  row: number
  place: number
  sheet: string | null
  hidden: boolean
  original: Record<string, string>
  judged: object
  meets?: unknown
  outcome: Outcome
  problems: readonly string[]
}

/** Writes the rows of a batch as they came, with what they were judged to be. */
export async function insertRows({ db }: Context, batchId: string, rows: readonly RowToKeep[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 1000) {
    const lines = rows.slice(at, at + 1000).map(row => ({ id: newId(), meets: null, ...row }))
    await sql`insert into import_row (id, batch_id, row_number, place, sheet, hidden, original, judged, meets, outcome, problems)
      select id, ${batchId}::uuid, row, place, sheet, hidden, original, judged, meets, outcome, array(select jsonb_array_elements_text(problems)) from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      as r (id uuid, row int, place int, sheet text, hidden boolean, original jsonb, judged jsonb, meets jsonb, outcome text, problems jsonb)`.execute(
      db,
    )
  }
}

/**
 * Writes those that are judged otherwise than before, except of rows that are recorded; a decision stays while there is something to
 * decide.
 */
export async function writeJudged({ db }: Context, rows: readonly { id: string; judged: object; meets?: unknown }[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 1000) {
    const lines = rows.slice(at, at + 1000).map(row => ({ meets: null, ...row }))
    await sql`update import_row r set judged = n.judged, meets = n.meets, outcome = n.judged ->> 'outcome',
        problems = array(select jsonb_array_elements_text(n.judged -> 'problems')), decision = case when n.judged ->> 'outcome' = 'attention' then r.decision end
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as n (id uuid, judged jsonb, meets jsonb)
      where n.id = r.id and r.applied_at is null and (r.judged <> n.judged or r.meets is distinct from n.meets)`.execute(db)
  }
}

/** Counts the rows of a batch that are not left out, all together and by outcome. */
export const recount = (context: Context, id: string) =>
  sql`update import_batch b set (total, counts) = (select count(*), jsonb_build_object('ready', count(*) filter (where outcome = 'ready'), 'duplicate', count(*) filter (where outcome = 'duplicate'),
    'update', count(*) filter (where outcome = 'update'), 'attention', count(*) filter (where outcome = 'attention')) from import_row r where r.batch_id = b.id and not (r.hidden and b.leave_out_hidden)) where id = ${id}`.execute(
    context.db,
  )

/** What became of a row: the agreement or person that it is now, or why it was not recorded although it was to be. */
export type Applied<Problem extends string = string> = {
  id: string
  as: 'created' | 'updated' | 'draft' | 'duplicate' | 'skipped'
  agreementId?: string | null
  personId?: string | null
  problem: Problem | null
  /** In both languages, where the problem alone does not say it. */
  reason?: { id: string; en: string } | null
}

/** Marks rows as dealt with. A row with a problem is set aside with it. */
export async function markApplied(context: Context, batch: Pick<Batch, 'id' | 'runId'>, applied: readonly Applied[]): Promise<void> {
  const { db, clock } = context
  await sql`update import_row r set applied_at = ${clock.now()}, applied_as = n."as", agreement_id = n."agreementId", person_id = n."personId"
    from jsonb_to_recordset(${JSON.stringify(applied)}::jsonb) as n (id uuid, "as" text, "agreementId" uuid, "personId" uuid) where r.id = n.id`.execute(
    db,
  )
  const aside = JSON.stringify(applied.filter(({ problem }) => problem !== null))
  if (aside !== '[]') {
    await sql`update import_row r set outcome = 'attention', problems = found.problems,
        judged = r.judged || jsonb_build_object('outcome', 'attention', 'problems', to_jsonb(found.problems)) || jsonb_strip_nulls(jsonb_build_object('reason', n.reason))
      from jsonb_to_recordset(${aside}::jsonb) as n (id uuid, problem text, reason jsonb)
        join import_row was on was.id = n.id
        cross join lateral (select array(select distinct each from unnest(was.problems || n.problem) each order by each) as problems) found
      where r.id = n.id`.execute(db)
    await recount(context, batch.id)
  }
  await advanceRun(context, batch.runId!, { by: applied.length })
}

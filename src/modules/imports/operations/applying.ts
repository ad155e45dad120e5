import { sql } from 'kysely'
import { covers, type Reach, reachOf } from '../../../platform/authority/reach.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { agreementsOfRows, type RowToApply } from '../queries/same.ts'
import { mayDraft } from '../rules/drafts.ts'
import { isTooLong } from '../rules/lengths.ts'
import type { Batch } from '../schema/batches.ts'
import type { Problem } from '../schema/codes.ts'
import { type Applied, markApplied } from './keeping-rows.ts'
import { linkParents } from './parents.ts'
import { recordRows } from './recording.ts'
import { type Offices, type Update, updateAgreements } from './updating.ts'

/**
 * Records the next rows of a batch and marks them, all in this transaction: a row that is marked is recorded, once. A row that cannot
 * be recorded any more is set aside with its problem, and the others go on.
 * @returns how many rows are left
 */
export async function applyRows(context: Context, batch: Batch, most: number): Promise<number> {
  const rows = (await context.db
    .selectFrom('import_row')
    .select(['id', 'place', 'outcome', 'decision', 'judged'])
    .where('batch_id', '=', batch.id)
    .where('applied_at', 'is', null)
    .$if(batch.leaveOutHidden, query => query.where('hidden', '=', false))
    .orderBy('place')
    .limit(most)
    .execute()) as RowToApply[]
  if (rows.length) await markApplied(context, batch, await apply(context, batch, rows))
  const { left } = await context.db
    .selectFrom('import_row')
    .select(eb => eb.fn.countAll<number>().as('left'))
    .where('batch_id', '=', batch.id)
    .where('applied_at', 'is', null)
    .$if(batch.leaveOutHidden, query => query.where('hidden', '=', false))
    .executeTakeFirstOrThrow()
  if (!left) await finish(context, batch)
  return left
}

async function apply(context: Context, batch: Batch, rows: readonly RowToApply[]): Promise<Applied<Problem>[]> {
  const offices = await officesByCode(context)
  const same = await agreementsOfRows(context, batch.id, rows)
  const own = reachOf(context.actor, 'agreement.import')
  const aside = new Map(rows.flatMap(row => pairOf(row.id, problemOf(row, offices, own))))
  const fresh = rows.filter(row => !aside.has(row.id) && (isDraft(row) || (row.outcome === 'ready' && !same.taken.has(row.id))))
  const made = await recordRows(context, batch, fresh, offices, same.strayKeys)
  const agreements = new Map(same.ofRows)
  const applied = rows.map((row): Applied<Problem> => {
    const problem = aside.get(row.id)
    if (problem) return { id: row.id, as: 'skipped', agreementId: null, problem }
    const created = made.get(row.id)
    if (row.outcome === 'attention') return { id: row.id, as: created ? 'draft' : 'skipped', agreementId: created ?? null, problem: null }
    const { duplicateOf: of } = row.judged
    const agreementId =
      (row.outcome === 'ready'
        ? (created ?? same.taken.get(row.id))
        : of && ('place' in of ? agreements.get(of.place) : same.standing(of.agreementId))) ?? null
    if (!agreementId) return { id: row.id, as: 'skipped', agreementId, problem: 'register_changed' }
    agreements.set(row.place, agreementId)
    return { id: row.id, as: created ? 'created' : row.outcome === 'update' ? 'updated' : 'duplicate', agreementId, problem: null }
  })
  const updates = applied.flatMap(({ id, as, agreementId }, at): Update[] =>
    as === 'updated' ? [{ row: id, id: agreementId!, judged: rows[at]!.judged }] : [],
  )
  const refused = await updateAgreements(context, batch, updates, offices)
  return applied.map(row => {
    const problem = refused.get(row.id)
    return problem ? { ...row, as: 'skipped', agreementId: null, problem } : row
  })
}

const isDraft = ({ outcome, decision, judged }: RowToApply): boolean => outcome === 'attention' && decision === 'draft' && mayDraft(judged)

/** Asked again of what was judged a while ago, perhaps by somebody of wider reach. */
function problemOf(row: RowToApply, offices: Offices, own: Reach): Problem | null {
  if (row.outcome !== 'ready' && row.outcome !== 'update' && !isDraft(row)) return null
  const office = offices.get(row.judged.office!)
  if (!office || !covers(own, office)) return 'office_out_of_reach'
  return isTooLong(row.judged) ? 'too_long' : null
}

const pairOf = <T>(id: string, value: T | null): [string, T][] => (value === null ? [] : [[id, value]])

async function officesByCode({ db }: Context): Promise<Offices> {
  const rows = await db
    .selectFrom('office_card')
    .select(['code', 'id', sql<string>`path::text`.as('path')])
    .where('kind', 'in', ['national', 'province', 'regency'])
    .execute()
  return new Map(rows.map(row => [row.code, row]))
}

/** After a large import the planner is told at once: an embedded database never looks by itself, and PostgreSQL only after a while. */
async function finish(context: Context, batch: Batch): Promise<void> {
  await linkParents(context, batch.id)
  if (batch.total >= 500) await sql`analyze partner, agreement, agreement_party, agreement_scope, import_row`.execute(context.db)
}

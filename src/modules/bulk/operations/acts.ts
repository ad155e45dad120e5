import { sql } from 'kysely'
import { z } from 'zod'
import { lacking } from '../../../platform/authority/lacking.ts'
import { canAnywhere } from '../../../platform/authority/reach.ts'
import { isRestorable, mostRows } from '../../../platform/bulk/kind.ts'
import { perform, putBack, rehearse, type Taken } from '../../../platform/bulk/perform.ts'
import { type Context, newId, operation, self } from '../../../platform/operation/operation.ts'
import { problemsIn } from '../../../platform/refusals/input-problems.ts'
import { invalid, Refusal, someWrong } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id } from '../../../platform/values/shapes.ts'
import { detailOf, findAct, foundBy, kindOf, undoMs } from '../queries.ts'
import { BulkDetail, Filter, Ids, Params } from '../schema.ts'
import { refusals } from '../words/refusals.ts'

export const planBulkAct = operation({
  name: 'bulk.plan',
  summary: 'Try an act on many things and say what would become of each; nothing is changed. `ids` or all that a list shows with `filter`',
  power: 'own',
  limit: 'long',
  input: z.object({
    kind: z.string().max(60).describe('The operation to do with each, such as `followups.reschedule`'),
    params: Params.default({}).describe('What that operation takes, but for `id` and `rev`'),
    ids: Ids.optional(),
    filter: Filter.optional().describe('As the list of these things takes it'),
  }),
  output: BulkDetail,
  example: {
    kind: 'followups.reschedule',
    params: { dueOn: '2099-06-30', reason: 'Semua tenggat triwulan ini diundur.' },
    ids: [example.followUp],
  },
  async run(context, { kind: name, params: given, ids, filter }) {
    const person_id = self(context)
    const kind = kindOf(context, name)
    if (!canAnywhere(context.actor, kind.power)) throw lacking(kind.power, context.actor)
    const params = kind.params.safeParse(given)
    const wrong = params.success ? {} : problemsIn(params.error, given)
    if (!ids && !filter) throw someWrong({ ...wrong, ids: [refusals.which] })
    if (!params.success) throw someWrong(wrong)
    const chosen = ids ? [...new Set(ids)] : await matching(context, name, filter!)
    const resolved: object = (await kind.resolve?.(context, params.data)) ?? (params.data as object)
    const taken = await rehearse(context, kind, resolved, chosen)
    const [act, now] = [newId(), context.clock.now()]
    await forgetPlans(context)
    await context.db
      .insertInto('bulk_act')
      .values({ id: act, person_id, kind: name, params: JSON.stringify(resolved), created_at: now })
      .execute()
    await writeRows(
      context,
      act,
      taken.toSorted((a, b) => Number(!a.reason) - Number(!b.reason)),
    )
    return detailOf(context, act)
  },
})

export const doBulkAct = operation({
  name: 'bulk.do',
  summary: 'Do what was planned, each row that nobody has changed since; what is refused is said, the others go through',
  power: 'own',
  limit: 'long',
  input: z.object({ id }),
  output: BulkDetail,
  example: { id: example.bulkAct },
  async run(context, { id }) {
    const act = await findAct(context, id, true)
    if (act.state !== 'planned') throw new Refusal('conflict', refusals.done)
    if (context.clock.now().getTime() >= act.createdAt.getTime() + undoMs) throw new Refusal('conflict', refusals.old)
    const rows = await rowsOf(context, id, 'ready')
    const taken = await perform(context, kindOf(context, act.kind), act.params as object, rows)
    await markRows(context, id, taken, 'done', 'refused')
    await context.db.updateTable('bulk_act').set({ state: 'done', done_at: context.clock.now() }).where('id', '=', id).execute()
    return detailOf(context, id)
  },
})

export const undoBulkAct = operation({
  name: 'bulk.undo',
  summary: 'Put back, within 24 hours, what an act of yours did: each thing that nobody has changed since; the others are said',
  power: 'own',
  limit: 'long',
  input: z.object({ id }),
  output: BulkDetail,
  example: { id: example.doneBulkAct },
  async run(context, { id }) {
    const act = await findAct(context, id, true)
    if (act.state !== 'done') throw new Refusal('conflict', refusals.notDone)
    if (context.clock.now().getTime() >= act.doneAt!.getTime() + undoMs) throw new Refusal('conflict', refusals.late)
    const kind = kindOf(context, act.kind)
    if (!isRestorable(kind)) throw new Refusal('conflict', refusals.staysDone)
    const rows = (await rowsOf(context, id, 'done')).map(row => ({ id: row.id, rev: row.revAfter, before: row.before as object }))
    await markRows(context, id, await putBack(context, kind, rows), 'undone', 'kept')
    await context.db.updateTable('bulk_act').set({ state: 'undone', undone_at: context.clock.now() }).where('id', '=', id).execute()
    return detailOf(context, id)
  },
})

async function matching(context: Context, name: string, filter: Record<string, string>): Promise<string[]> {
  const ids = await foundBy(context, name, filter, mostRows + 1)
  if (ids.length > mostRows) throw invalid('filter', refusals.tooMany({ most: mostRows }))
  if (!ids.length) throw invalid('filter', refusals.none)
  return ids
}

/** So many plans one person keeps that are not done; the oldest makes room for a new one. */
const mostPlans = 10

/**
 * Makes room for one more plan: a day later what one foresaw is no longer worth anything, and nobody looks through many. What rows were
 * before an act is kept for as long as it can be put back.
 */
async function forgetPlans(context: Context): Promise<void> {
  const { db, clock } = context
  const plans = db
    .selectFrom('bulk_act')
    .where('person_id', '=', self(context))
    .where('state', '=', 'planned')
    .where('created_at', '>=', new Date(clock.now().getTime() - undoMs))
  const kept = plans
    .select('id')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostPlans - 1)
  await db
    .deleteFrom('bulk_act')
    .where('person_id', '=', self(context))
    .where('state', '=', 'planned')
    .where('id', 'not in', kept)
    .execute()
  const over = new Date(clock.now().getTime() - undoMs)
  await sql`update bulk_row set before = null where before is not null and act_id in (
    select id from bulk_act where person_id = ${self(context)} and done_at < ${over})`.execute(db)
}

const rowsOf = ({ db }: Context, act: string, outcome: 'ready' | 'done') =>
  db
    .selectFrom('bulk_row')
    .where('act_id', '=', act)
    .where('outcome', '=', outcome)
    .select(['subject_id as id', 'rev', 'rev_after as revAfter', 'before'])
    .execute()

async function writeRows({ db }: Context, act: string, taken: readonly Taken[]): Promise<void> {
  const rows = taken.map(({ id, rev, reason, changes }, seq) => ({ seq, id, rev, outcome: reason ? 'refused' : 'ready', reason, changes }))
  await sql`insert into bulk_row (act_id, seq, subject_id, rev, outcome, reason, changes)
    select ${act}, r.seq, r.id, r.rev, r.outcome, r.reason, r.changes
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (seq int, id uuid, rev int, outcome text, reason jsonb, changes jsonb)`.execute(
    db,
  )
}

async function markRows({ db }: Context, act: string, taken: readonly Taken[], done: string, refused: string): Promise<void> {
  const rows = taken.map(row => ({ ...row, outcome: row.reason ? refused : done }))
  await sql`update bulk_row b set outcome = r.outcome, reason = r.reason, changes = case when r.reason is null then r.changes else b.changes end,
    rev_after = coalesce(r."revAfter", b.rev_after), before = coalesce(b.before, r.before)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, outcome text, reason jsonb, changes jsonb, "revAfter" int, before jsonb)
    where b.act_id = ${act} and b.subject_id = r.id`.execute(db)
}

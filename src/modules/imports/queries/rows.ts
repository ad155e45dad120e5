import { sql } from 'kysely'
import type { Context } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import type { ImportKind, Outcome } from '../schema/codes.ts'
import type { BatchRow } from '../schema/rows.ts'
import { visible } from './batches.ts'

const columns = [
  'r.row_number as row',
  'r.sheet',
  'r.place',
  'r.hidden',
  'r.outcome',
  'r.problems',
  'r.original',
  'r.correction',
  'r.judged',
  'r.decision',
  'r.agreement_id as agreementId',
  'r.person_id as personId',
  'r.applied_as as appliedAs',
] as const
/** Rows that were judged: of an import that was cancelled while it was read some never are. */
const rowsOf = (context: Context, batchId: string, kind?: ImportKind) =>
  visible(context, kind)
    .where('b.id', '=', batchId)
    .innerJoin('import_row as r', 'r.batch_id', 'b.id')
    .where(sql<boolean>`not (r.hidden and b.leave_out_hidden)`)
    .where(sql<boolean>`r.judged ? 'outcome'`)
    .select(columns)

/** A row of a kind of import, with what it was judged to be. */
export async function findRow<Row = BatchRow>(context: Context, batchId: string, place: number, kind?: ImportKind): Promise<Row> {
  const found = await rowsOf(context, batchId, kind).where('r.place', '=', place).executeTakeFirst()
  if (!found) throw notFound()
  return found as Row
}

/** The next fifty rows after a place, as they stand in the file. */
export const pageOfRows = async <Row = BatchRow>(
  context: Context,
  batchId: string,
  after: number,
  outcome: Outcome | undefined,
  open: boolean,
  kind?: ImportKind,
): Promise<Row[]> =>
  (await rowsOf(context, batchId, kind)
    .where('r.place', '>', after)
    .$if(!!outcome, query => query.where('r.outcome', '=', outcome!))
    .$if(open, query => query.where(sql<boolean>`r.outcome = 'attention' and r.decision is null`))
    .orderBy('r.place')
    .limit(51)
    .execute()) as Row[]

/** Of all rows of an import, not only those that are shown: how many wait for a decision, and for how many cells something is proposed. */
export async function waitingIn(context: Context, batchId: string, kind?: ImportKind): Promise<{ open: number; proposals: number }> {
  return visible(context, kind)
    .where('b.id', '=', batchId)
    .innerJoin('import_row as r', 'r.batch_id', 'b.id')
    .where(sql<boolean>`not (r.hidden and b.leave_out_hidden)`)
    .where('r.outcome', '=', 'attention')
    .where('r.applied_at', 'is', null)
    .select(eb => [
      eb.fn.countAll<number>().filterWhere('r.decision', 'is', null).as('open'),
      sql<number>`coalesce(sum((select count(distinct c ->> 'field') from jsonb_array_elements(r.judged -> 'causes') c where c ? 'proposal')), 0)::int`.as(
        'proposals',
      ),
    ])
    .executeTakeFirstOrThrow()
}

/** Rows that are hidden in the file, the first thousand. */
export const hiddenRows = async (context: Context, batchId: string) =>
  (await visible(context)
    .where('b.id', '=', batchId)
    .innerJoin('import_row as r', 'r.batch_id', 'b.id')
    .where('r.hidden', '=', true)
    .select(['r.sheet', 'r.row_number as number', 'r.original'])
    .orderBy('r.place')
    .limit(1000)
    .execute()) as { sheet: string | null; number: number; original: Record<string, string> }[]

/** The first two hundred rows as they came. */
export const firstRows = async (context: Context, batchId: string): Promise<Record<string, string>[]> =>
  (
    await visible(context)
      .where('b.id', '=', batchId)
      .innerJoin('import_row as r', 'r.batch_id', 'b.id')
      .select('r.original')
      .orderBy('r.place')
      .limit(200)
      .execute()
  ).map(row => row.original as Record<string, string>)

/** All rows that need attention, some hundred at a time. */
export async function* rowsWithProblems<Row extends { place: number } = BatchRow>(
  context: Context,
  batchId: string,
  kind?: ImportKind,
): AsyncGenerator<Row[], void> {
  for (let after = 0; ; ) {
    const rows = (await rowsOf(context, batchId, kind)
      .where('r.outcome', '=', 'attention')
      .where('r.place', '>', after)
      .orderBy('r.place')
      .limit(500)
      .execute()) as unknown as Row[]
    yield rows
    if (rows.length < 500) return
    after = rows.at(-1)!.place
  }
}

import type { Context } from '../../../platform/operation/operation.ts'

/** Writes what somebody typed over the cells of a row. The caller has locked the batch and records it. */
export async function storeCorrection({ db }: Context, batchId: string, place: number, correction: object): Promise<void> {
  await db
    .updateTable('import_row')
    .set({ correction: JSON.stringify(correction) })
    .where('batch_id', '=', batchId)
    .where('place', '=', place)
    .execute()
}

/** Writes what was decided of those of these rows that need attention. @returns their places, in order */
export async function storeDecision(
  { db }: Context,
  batchId: string,
  places: readonly number[],
  decision: 'draft' | 'skip' | null,
): Promise<number[]> {
  const decided = await db
    .updateTable('import_row')
    .set({ decision })
    .where('batch_id', '=', batchId)
    .where('place', 'in', places)
    .where('outcome', '=', 'attention')
    .returning('place')
    .execute()
  return decided.map(({ place }) => place).toSorted((a, b) => a - b)
}

/** All rows of a batch as they came, with what was typed over them and what they were judged to be, in their order. */
export const rowsOfBatch = ({ db }: Context, batchId: string) =>
  db
    .selectFrom('import_row')
    .select(['id', 'place', 'row_number as row', 'sheet', 'original', 'correction', 'judged'])
    .where('batch_id', '=', batchId)
    .orderBy('place')
    .execute()

/** The next rows of a batch that are not dealt with yet, in their order. */
export const openRows = (context: Context, batchId: string, most: number) =>
  open(context, batchId).select(['id', 'judged']).orderBy('place').limit(most).execute()

export async function countOpenRows(context: Context, batchId: string): Promise<number> {
  const { left } = await open(context, batchId)
    .select(eb => eb.fn.countAll<number>().as('left'))
    .executeTakeFirstOrThrow()
  return left
}

const open = ({ db }: Context, batchId: string) =>
  db.selectFrom('import_row').where('batch_id', '=', batchId).where('applied_at', 'is', null)

/** Notes that a file was read: its rows may be looked at from now on. */
export async function noteRead({ db }: Context, id: string, read: { headers: string[]; total: number; hidden: number }): Promise<void> {
  await db
    .updateTable('import_batch')
    .set({ state: 'preview', ...read })
    .where('id', '=', id)
    .execute()
}

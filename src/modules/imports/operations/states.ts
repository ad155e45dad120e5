import { record } from '../../../platform/audit/record.ts'
import { authorize } from '../../../platform/authority/reach.ts'
import type { Localized } from '../../../platform/i18n/words.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { Refusal } from '../../../platform/refusals/refusal.ts'
import { cancelRun, finishRun, startRun } from '../../../platform/runs/move.ts'
import { findBatch, findBatchForChange, powerTo } from '../queries/batches.ts'
import type { Batch } from '../schema/batches.ts'
import { type BatchState, type ImportKind, runsOf } from '../schema/codes.ts'
import { refusals } from '../words/refusals.ts'

/** Has its file read by a run; it is `reading` already. */
export async function startReading(context: Context, { id, kind, office }: Batch): Promise<Batch> {
  const run_id = await startRun(context, `${runsOf[kind]}.read`, { subjectId: id, path: office.path })
  await context.db.updateTable('import_batch').set({ run_id }).where('id', '=', id).execute()
  return findBatch(context, id, kind)
}

/** Its rows are there: what read it has nothing left to do. */
export async function finishReading(context: Context, { id, runId }: Pick<Batch, 'id' | 'runId'>): Promise<void> {
  if (!runId) return
  await finishRun(context, runId)
  await context.db.updateTable('import_batch').set({ run_id: null }).where('id', '=', id).execute()
}

/** Starts recording: a run goes on until no row is left. The caller has locked the batch and looked at its state. */
export async function startBatch(context: Context, batch: Batch): Promise<Batch> {
  const { id, kind, office, total } = batch
  const run_id = await startRun(context, `${runsOf[kind]}.apply`, { subjectId: id, path: office.path, total })
  await moveBatch(context, batch, { state: 'running', confirmed_at: context.clock.now(), run_id })
  return findBatch(context, id, kind)
}

/** Nothing is left to record. */
export async function finishBatch(context: Context, batch: Batch): Promise<Batch> {
  await finishRun(context, batch.runId!)
  return findBatch(context, batch.id, batch.kind)
}

/** What it has recorded stays, the rest is not recorded. Refuses `conflict` once it is over. */
export async function cancelBatch(context: Context, kind: ImportKind, id: string): Promise<Batch> {
  const batch = await lockBatch(context, kind, id)
  if (batch.state === 'done' || batch.state === 'cancelled' || batch.state === 'failed') throw new Refusal('conflict', refusals.importOver)
  if (batch.runId) await cancelRun(context, batch.runId)
  else await moveBatch(context, batch, { state: 'cancelled', finished_at: context.clock.now() })
  return findBatch(context, id, kind)
}

export async function lockBatch(context: Context, kind: ImportKind, id: string): Promise<Batch> {
  const batch = await findBatchForChange(context, id, kind)
  authorize(context, powerTo[kind], { path: batch.office.path })
  return batch
}

type Move = { state: BatchState; confirmed_at?: Date; finished_at?: Date | null; run_id?: string }

export async function moveBatch(
  context: Context,
  { id, state, office }: Batch,
  move: Move,
  reason: Localized | null = null,
): Promise<void> {
  await context.db.updateTable('import_batch').set(move).where('id', '=', id).execute()
  record(context, { kind: 'import', id, reach: [office.path] }, { state }, { state: move.state, ...(reason !== null && { reason }) })
}

import { record } from '../../../platform/audit/record.ts'
import { authorize } from '../../../platform/authority/reach.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { Refusal } from '../../../platform/refusals/refusal.ts'
import { findBatch, findBatchForChange, powerTo } from '../queries/batches.ts'
import { type Batch, type BatchState, type ImportKind, isRead, jobsOf } from '../schema.ts'
import { refusals } from '../words/refusals.ts'

/** Starts recording: a job goes on until no row is left. The caller has locked the batch and looked at its state. */
export async function startBatch(context: Context, batch: Batch): Promise<Batch> {
  await moveBatch(context, batch, { state: 'running', confirmed_at: context.clock.now() })
  await context.enqueue(`${jobsOf[batch.kind]}.apply`, { id: batch.id })
  return findBatch(context, batch.id, batch.kind)
}

/** What it has recorded stays, the rest is not recorded. Refuses `conflict` once it is over. */
export async function cancelBatch(context: Context, kind: ImportKind, id: string): Promise<Batch> {
  const batch = await lockBatch(context, kind, id)
  if (batch.state === 'done' || batch.state === 'cancelled' || batch.state === 'failed') throw new Refusal('conflict', refusals.importOver)
  await moveBatch(context, batch, { state: 'cancelled', finished_at: context.clock.now() })
  return findBatch(context, id, kind)
}

/** Closes it with a reason; without one it is stopped by an error of our own, and can be tried again. */
export async function failBatch(context: Context, kind: ImportKind, id: string, reason: string | null): Promise<Batch> {
  const batch = await lockBatch(context, kind, id)
  if (batch.state !== 'reading' && batch.state !== 'running') return batch
  const state = reason === null ? 'stopped' : batch.state === 'reading' ? 'failed' : 'cancelled'
  await moveBatch(context, batch, { state, failure: reason, finished_at: state === 'stopped' ? null : context.clock.now() })
  return findBatch(context, id, kind)
}

/** It is read again, or goes on behind the rows that are recorded. */
export async function retryBatch(context: Context, kind: ImportKind, id: string): Promise<Batch> {
  const batch = await lockBatch(context, kind, id)
  if (batch.state !== 'stopped') throw new Refusal('conflict', refusals.importNotStoppedNothing)
  const state = isRead(batch) ? 'running' : 'reading'
  await moveBatch(context, batch, { state })
  await context.enqueue(`${jobsOf[kind]}.${state === 'reading' ? 'read' : 'apply'}`, { id })
  return findBatch(context, id, kind)
}

/** Nothing is left to record. */
export async function finishBatch(context: Context, batch: Batch): Promise<Batch> {
  await context.db.updateTable('import_batch').set({ state: 'done', finished_at: context.clock.now() }).where('id', '=', batch.id).execute()
  return findBatch(context, batch.id, batch.kind)
}

export async function lockBatch(context: Context, kind: ImportKind, id: string): Promise<Batch> {
  const batch = await findBatchForChange(context, id, kind)
  authorize(context, powerTo[kind], { path: batch.office.path })
  return batch
}

type Move = { state: BatchState; failure?: string | null; confirmed_at?: Date; finished_at?: Date | null }

async function moveBatch(context: Context, { id, state, office }: Batch, move: Move): Promise<void> {
  await context.db.updateTable('import_batch').set(move).where('id', '=', id).execute()
  const { failure } = move
  record(
    context,
    { kind: 'import', id, reach: [office.path] },
    { state },
    { state: move.state, ...(failure !== undefined && { reason: failure }) },
  )
}

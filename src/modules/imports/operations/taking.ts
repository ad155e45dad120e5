import type { Context } from '../../../platform/operation/operation.ts'
import { checkRevision, Refusal } from '../../../platform/refusals/refusal.ts'
import type { Batch } from '../schema/batches.ts'
import type { ImportKind } from '../schema/codes.ts'
import { refusals } from '../words/refusals.ts'
import { lockBatch } from './states.ts'

/**
 * The batch, locked, for who answers something of it or approves it as they saw it at `rev`, which goes up by one: two colleagues at one
 * file neither undo each other's answers nor record what only the other has seen. Refuses `conflict` on an older `rev`, or once it has run.
 */
export async function takeBatch(context: Context, id: string, rev: number, kind: ImportKind = 'agreements'): Promise<Batch> {
  const batch = await lockBatch(context, kind, id)
  checkRevision(rev, batch, refusals.import)
  onlyBefore(batch)
  await context.db
    .updateTable('import_batch')
    .set({ rev: batch.rev + 1 })
    .where('id', '=', id)
    .execute()
  return batch
}

/** A batch that runs or has run is not changed any more. */
function onlyBefore(batch: Batch): void {
  if (batch.state === 'reading') throw new Refusal('conflict', refusals.fileBeingRead)
  if (batch.state !== 'preview' && batch.state !== 'mapping') throw new Refusal('conflict', refusals.importIsOver)
}

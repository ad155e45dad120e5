import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { example } from '../../../platform/example-ids.ts'
import { operation } from '../../../platform/operation.ts'
import { authorize } from '../../../platform/permissions/reach.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { id, optional } from '../../../platform/shapes.ts'
import { findBatch, findBatchForChange } from '../queries/batches.ts'
import { Batch, isRead } from '../schema.ts'
import { linkParents } from './parents.ts'

export const cancelImport = operation({
  name: 'imports.cancel',
  summary: 'Cancel an import; what it has recorded stays, the rest is not recorded',
  power: 'agreement.import',
  limit: 'long', // it waits for the rows that are just being recorded
  input: z.object({ id }),
  output: Batch,
  example: { id: example.batch },
  async run(context, { id }) {
    const batch = await findBatchForChange(context, id)
    authorize(context, 'agreement.import', { path: batch.office.path })
    if (batch.state === 'done' || batch.state === 'cancelled' || batch.state === 'failed')
      throw new Refusal('conflict', { id: 'Impor ini sudah selesai.', en: 'This import is over.' })
    await context.db
      .updateTable('import_batch')
      .set({ state: 'cancelled', finished_at: context.clock.now() })
      .where('id', '=', id)
      .execute()
    record(context, { kind: 'import', id, reach: [batch.office.path] }, { state: batch.state }, { state: 'cancelled' })
    if (batch.done) await linkParents(context, id)
    return findBatch(context, id)
  },
})

export const failImport = operation({
  name: 'imports.fail',
  summary:
    'Close an import that cannot be read or go on, with the reason; without a reason it is stopped by an error of our own and can be tried again. Done by the job that tried',
  power: 'agreement.import',
  input: z.object({ id, reason: optional(z.string().max(500)) }),
  output: Batch,
  example: { id: example.batch, reason: 'Rahasia' },
  async run(context, { id, reason }) {
    const batch = await findBatchForChange(context, id)
    authorize(context, 'agreement.import', { path: batch.office.path })
    if (batch.state !== 'reading' && batch.state !== 'running') return batch
    const state = reason === null ? 'stopped' : batch.state === 'reading' ? 'failed' : 'cancelled'
    await context.db
      .updateTable('import_batch')
      .set({ state, failure: reason, finished_at: state === 'stopped' ? null : context.clock.now() })
      .where('id', '=', id)
      .execute()
    record(context, { kind: 'import', id, reach: [batch.office.path] }, { state: batch.state }, { state, reason })
    return findBatch(context, id)
  },
})

export const retryImport = operation({
  name: 'imports.retry',
  summary: 'Try an import again that an error of our own has stopped: it is read again, or goes on behind the rows that are recorded',
  power: 'agreement.import',
  input: z.object({ id }),
  output: Batch,
  example: { id: example.stoppedBatch },
  async run(context, { id }) {
    const batch = await findBatchForChange(context, id)
    authorize(context, 'agreement.import', { path: batch.office.path })
    if (batch.state !== 'stopped')
      throw new Refusal('conflict', {
        id: 'Impor ini tidak sedang terhenti, jadi tidak perlu dicoba lagi.',
        en: 'This import is not stopped, so there is nothing to try again.',
      })
    const state = isRead(batch) ? 'running' : 'reading'
    await context.db.updateTable('import_batch').set({ state }).where('id', '=', id).execute()
    record(context, { kind: 'import', id, reach: [batch.office.path] }, { state: batch.state }, { state })
    await context.enqueue(state === 'reading' ? 'imports.read' : 'imports.apply', { id })
    return findBatch(context, id)
  },
})

import { z } from 'zod'
import { operation } from '../../../platform/operation/operation.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id, optional } from '../../../platform/values/shapes.ts'
import { Batch } from '../schema.ts'
import { linkParents } from './parents.ts'
import { cancelBatch, failBatch, retryBatch } from './states.ts'

export const cancelImport = operation({
  name: 'imports.cancel',
  summary: 'Cancel an import; what it has recorded stays, the rest is not recorded',
  power: 'agreement.import',
  limit: 'long', // it waits for the rows that are just being recorded
  input: z.object({ id }),
  output: Batch,
  example: { id: example.batch },
  async run(context, { id }) {
    const batch = await cancelBatch(context, 'agreements', id)
    if (batch.done) await linkParents(context, id)
    return batch
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
  run: (context, { id, reason }) => failBatch(context, 'agreements', id, reason),
})

export const retryImport = operation({
  name: 'imports.retry',
  summary: 'Try an import again that an error of our own has stopped: it is read again, or goes on behind the rows that are recorded',
  power: 'agreement.import',
  input: z.object({ id }),
  output: Batch,
  example: { id: example.stoppedBatch },
  run: (context, { id }) => retryBatch(context, 'agreements', id),
})

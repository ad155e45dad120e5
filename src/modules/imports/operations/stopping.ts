import { z } from 'zod'
import { operation } from '../../../platform/operation/operation.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id } from '../../../platform/values/shapes.ts'
import { Batch } from '../schema/batches.ts'
import { cancelBatch } from './states.ts'

export const cancelImport = operation({
  name: 'imports.cancel',
  summary: 'Cancel an import; what it has recorded stays, the rest is not recorded',
  power: 'agreement.import',
  limit: 'long', // it waits for the rows that are just being recorded
  input: z.object({ id }),
  output: Batch,
  example: { id: example.batch },
  run: (context, { id }) => cancelBatch(context, 'agreements', id),
})

import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { operation } from '../../../platform/operation/operation.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { flag, id, line, seenRev } from '../../../platform/values/shapes.ts'
import { foldNumber } from '../../agreements/rules/number.ts'
import { findBatch } from '../queries/batches.ts'
import { Batch } from '../schema/batches.ts'
import { rejudgeNumber } from './judging-again.ts'
import { takeBatch } from './taking.ts'

export const separateRows = operation({
  name: 'imports.separate',
  summary:
    'Say that rows of one number, title and day are agreements of their own, each with its partner; or, with `apart` false, one again',
  power: 'agreement.import',
  limit: 'long',
  input: z.object({ id, rev: seenRev, number: line(300).describe('KPU number of the rows'), apart: flag.default(true) }),
  output: Batch,
  example: { id: example.batch, rev: 0, number: '7/PR.07-NK/35.10/2025', apart: true },
  async run(context, { id, rev, number, apart }) {
    const batch = await takeBatch(context, id, rev)
    const others = batch.settings.apart.filter(each => each !== foldNumber(number))
    const settings = { ...batch.settings, apart: apart ? [...others, foldNumber(number)] : others }
    await context.db
      .updateTable('import_batch')
      .set({ settings: JSON.stringify(settings) })
      .where('id', '=', id)
      .execute()
    record(context, { kind: 'import', id, reach: [batch.office.path] }, { apart: batch.settings.apart }, { apart: settings.apart })
    if (batch.state === 'preview') await rejudgeNumber(context, { ...batch, settings }, foldNumber(number))
    return findBatch(context, id)
  },
})

import { z } from 'zod'
import { authorize, nationally } from '../../../platform/authority/reach.ts'
import { operation } from '../../../platform/operation/operation.ts'
import { FileState } from '../schema.ts'

export const showFileState = operation({
  name: 'files.state',
  summary: 'How many files are kept, and what the last searches for those that belong to nothing removed',
  power: 'setting.write',
  reads: true,
  input: z.object({}),
  output: FileState,
  example: {},
  async run(context) {
    authorize(context, 'setting.write', nationally)
    const { db } = context
    const kept = await db
      .selectFrom('stored_file')
      .select(eb => [eb.fn.countAll<number>().as('files'), eb.fn.coalesce(eb.fn.sum<number>('size'), eb.lit(0)).as('bytes')])
      .executeTakeFirstOrThrow()
    const { removed } = await db
      .selectFrom('file_sweep')
      .select(eb => eb.fn.coalesce(eb.fn.sum<number>('removed'), eb.lit(0)).as('removed'))
      .executeTakeFirstOrThrow()
    const sweeps = await db
      .selectFrom('file_sweep')
      .select(['at', 'looked', 'removed', 'bytes', 'passed', 'stored'])
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(10)
      .execute()
    return { ...kept, removed, sweeps }
  },
})

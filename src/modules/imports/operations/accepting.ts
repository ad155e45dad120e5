import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id, list, seenRev } from '../../../platform/values/shapes.ts'
import { proposed } from '../rules/proposals.ts'
import { type Batch, RowPlace } from '../schema/batches.ts'
import type { Correction, JudgedRow } from '../schema/rows.ts'
import { rejudgeAround } from './judging-again.ts'
import { takeBatch } from './taking.ts'

export const acceptProposals = operation({
  name: 'imports.accept',
  summary: 'Accept what is proposed for cells that were not understood, such as the value above a ditto; without rows, for all of them',
  power: 'agreement.import',
  limit: 'long',
  input: z.object({ id, rev: seenRev, rows: list(RowPlace, 5000).describe('Places of rows; all when none is given') }),
  output: z.object({ accepted: z.int().describe('cells') }),
  example: { id: example.batch, rev: 0, rows: [3] },
  async run(context, { id, rev, rows }) {
    const batch = await takeBatch(context, id, rev)
    return { accepted: await acceptIn(context, batch, rows) }
  },
})

/** Types the proposals over their cells and judges the rows again. @returns how many cells */
export async function acceptIn(context: Context, batch: Batch, places: readonly number[]): Promise<number> {
  const rows = await context.db
    .selectFrom('import_row')
    .select(['id', 'place', 'correction', 'judged'])
    .where('batch_id', '=', batch.id)
    .where('outcome', '=', 'attention')
    .where('applied_at', 'is', null)
    .$if(batch.leaveOutHidden, query => query.where('hidden', '=', false))
    .$if(places.length > 0, query => query.where('place', 'in', places))
    .execute()
  const typed = rows.flatMap(({ id, place, correction, judged }) => {
    const accepted = proposed((judged as Partial<JudgedRow>).causes ?? [])
    return Object.keys(accepted).length ? [{ id, place, accepted, correction: { ...(correction as Correction), ...accepted } }] : []
  })
  if (!typed.length) return 0
  for (let at = 0; at < typed.length; at += 1000)
    await sql`update import_row r set correction = n.correction from jsonb_to_recordset(${JSON.stringify(typed.slice(at, at + 1000))}::jsonb)
      as n (id uuid, correction jsonb) where n.id = r.id`.execute(context.db)
  record(
    context,
    { kind: 'import', id: batch.id, reach: [batch.office.path] },
    { accepted: [] },
    { accepted: typed.map(({ place, accepted }) => [place, accepted]) },
  )
  await rejudgeAround(
    context,
    batch,
    typed.map(({ place }) => place),
  )
  return typed.reduce((sum, { accepted }) => sum + Object.keys(accepted).length, 0)
}

import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { operation } from '../../../platform/operation/operation.ts'
import { invalid } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id, list, optional, seenRev } from '../../../platform/values/shapes.ts'
import { findRow } from '../queries/rows.ts'
import { mayDraft } from '../rules/drafts.ts'
import { RowPlace } from '../schema/batches.ts'
import { decisions } from '../schema/codes.ts'
import { BatchRow, Correction } from '../schema/rows.ts'
import { refusals } from '../words/refusals.ts'
import { rejudgeAround } from './judging-again.ts'
import { storeCorrection, storeDecision } from './rows-of-batch.ts'
import { takeBatch } from './taking.ts'

export const correctRow = operation({
  name: 'imports.correct',
  summary: 'Type over cells of one row; the original stays, the row is judged again',
  power: 'agreement.import',
  limit: 'long',
  input: z.object({ id, rev: seenRev, row: RowPlace, correction: Correction }),
  output: BatchRow,
  example: { id: example.batch, rev: 0, row: 2, correction: { title: 'Rahasia yang benar' } },
  async run(context, { id, rev, row, correction }) {
    const batch = await takeBatch(context, id, rev)
    const before = await findRow(context, id, row)
    const stored = { ...before.correction, ...correction }
    await storeCorrection(context, id, row, stored)
    record(context, { kind: 'import', id, reach: [batch.office.path] }, { [`row ${row}`]: before.correction }, { [`row ${row}`]: stored })
    await rejudgeAround(context, batch, [row])
    return findRow(context, id, row)
  },
})

export const decideRows = operation({
  name: 'imports.decide',
  summary: 'Decide rows that need attention: record as a draft, skip, or (empty) leave open again',
  power: 'agreement.import',
  limit: 'long',
  input: z.object({ id, rev: seenRev, rows: list(RowPlace, 5000), decision: optional(z.enum(decisions)) }),
  output: z.object({ decided: z.int() }),
  example: { id: example.batch, rev: 0, rows: [3], decision: 'skip' },
  async run(context, { id, rev, rows, decision }) {
    const batch = await takeBatch(context, id, rev)
    if (!rows.length) throw invalid('rows', refusals.rowsNotChosen)
    const chosen = await context.db
      .selectFrom('import_row')
      .select(['place', 'judged', 'decision'])
      .where('batch_id', '=', id)
      .where('place', 'in', rows)
      .where('outcome', '=', 'attention')
      .execute()
    if (decision === 'draft') {
      const not = chosen.filter(row => !mayDraft(row.judged)).map(row => row.place)
      if (not.length) throw invalid('rows', refusals.rowsNotDraftable({ not: not.join(', ') }))
    }
    if (chosen.length)
      await storeDecision(
        context,
        id,
        chosen.map(row => row.place),
        decision,
      )
    record(
      context,
      { kind: 'import', id, reach: [batch.office.path] },
      { decisions: chosen.map(row => [row.place, row.decision]) },
      { decisions: chosen.map(row => [row.place, decision]) },
    )
    return { decided: chosen.length }
  },
})

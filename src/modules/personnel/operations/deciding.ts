import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { operation } from '../../../platform/operation/operation.ts'
import { invalid } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id, list, optional, seenRev } from '../../../platform/values/shapes.ts'
import { storeCorrection, storeDecision } from '../../imports/operations/rows-of-batch.ts'
import { takeBatch } from '../../imports/operations/taking.ts'
import { findRow } from '../../imports/queries/rows.ts'
import { RowPlace } from '../../imports/schema/batches.ts'
import { PersonBatchRow, PersonCorrection } from '../schema.ts'
import { refusals } from '../words/refusals.ts'
import { rejudge } from './judging.ts'

export const correctPersonRow = operation({
  name: 'person-imports.correct',
  summary: 'Type over cells of one row; the original stays, the rows are judged again',
  power: 'person.write',
  limit: 'long',
  input: z.object({ id, rev: seenRev, row: RowPlace, correction: PersonCorrection }),
  output: PersonBatchRow,
  example: { id: example.personBatch, rev: 0, row: 3, correction: { position: 'Staf Rahasia' } },
  async run(context, { id, rev, row, correction }) {
    const batch = await takeBatch(context, id, rev, 'persons')
    const before = (await findRow<PersonBatchRow>(context, id, row, 'persons')).correction
    const after = { ...before, ...correction }
    await storeCorrection(context, id, row, after)
    record(context, { kind: 'import', id, reach: [batch.office.path] }, { [`row ${row}`]: before }, { [`row ${row}`]: after })
    await rejudge(context, batch)
    return findRow<PersonBatchRow>(context, id, row, 'persons')
  },
})

export const decidePersonRows = operation({
  name: 'person-imports.decide',
  summary: 'Decide rows that need attention: skip, or (empty) leave open again',
  power: 'person.write',
  input: z.object({ id, rev: seenRev, rows: list(RowPlace, 5000), decision: optional(z.enum(['skip'])) }),
  output: z.object({ decided: z.int() }),
  example: { id: example.personBatch, rev: 0, rows: [3], decision: 'skip' },
  async run(context, { id, rev, rows, decision }) {
    const batch = await takeBatch(context, id, rev, 'persons')
    if (!rows.length) throw invalid('rows', refusals.rowsNotChosen)
    const places = await storeDecision(context, id, rows, decision)
    record(context, { kind: 'import', id, reach: [batch.office.path] }, null, { decisions: places.map(place => [place, decision]) })
    return { decided: places.length }
  },
})

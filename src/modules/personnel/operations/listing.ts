import { sql } from 'kysely'
import { z } from 'zod'
import { Cursor, Ends, pageOf } from '../../../platform/database/keyset.ts'
import { operation } from '../../../platform/operation/operation.ts'
import { rowOutcomes } from '../../../platform/reading/outcomes.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { flag, id } from '../../../platform/values/shapes.ts'
import { batchColumns, batchOf, findBatch, visible } from '../../imports/queries/batches.ts'
import { findRow, pageOfRows, waitingIn } from '../../imports/queries/rows.ts'
import { RowPlace } from '../../imports/schema/batches.ts'
import { PersonBatch, PersonBatchRow } from '../schema.ts'

export const listPersonImports = operation({
  name: 'person-imports.list',
  summary: 'Imports of persons by your offices, the latest first',
  power: 'person.write',
  reads: true,
  input: z.object({ after: Cursor.optional(), before: Cursor.optional() }),
  output: z.object({ imports: z.array(PersonBatch), ...Ends }),
  example: {},
  async run(context, turn) {
    const order = { name: 'created', column: sql.ref('b.created_at'), type: 'timestamptz', descending: true } as const
    const { rows, next, previous } = await pageOf(visible(context, 'persons').select(batchColumns), order, sql.ref('b.id'), turn)
    return { imports: rows.map(row => batchOf(context, row)), next, previous }
  },
})

export const showPersonImport = operation({
  name: 'person-imports.show',
  summary: 'One import of persons: how far it is, and how many rows are ready, duplicate, an update, or need attention',
  power: 'person.write',
  reads: true,
  input: z.object({ id }),
  output: PersonBatch,
  example: { id: example.personBatch },
  run: (context, { id }) => findBatch(context, id, 'persons'),
})

export const listPersonRows = operation({
  name: 'person-imports.rows',
  summary: 'Rows of an import of persons, as they came and as they were judged; `open` gives those that still wait for a decision',
  power: 'person.write',
  reads: true,
  input: z.object({ id, outcome: z.enum(rowOutcomes).optional(), open: flag.optional(), after: RowPlace.optional() }),
  output: z.object({
    rows: z.array(PersonBatchRow),
    next: z.int().nullable(),
    waiting: z.int().describe('rows of the whole import that need attention and have no decision'),
  }),
  example: { id: example.personBatch },
  async run(context, { id, outcome, open, after }) {
    const batch = await findBatch(context, id, 'persons')
    const rows = await pageOfRows<PersonBatchRow>(context, batch.id, after ?? 0, outcome, open ?? false, 'persons')
    const waiting = await waitingIn(context, id, 'persons')
    return { rows: rows.slice(0, 50), next: rows.length > 50 ? rows[49]!.place : null, waiting: waiting.open }
  },
})

export const showPersonRow = operation({
  name: 'person-imports.row',
  summary: 'One row of an import of persons',
  power: 'person.write',
  reads: true,
  input: z.object({ id, row: RowPlace }),
  output: PersonBatchRow,
  example: { id: example.personBatch, row: 2 },
  run: (context, { id, row }) => findRow<PersonBatchRow>(context, id, row, 'persons'),
})

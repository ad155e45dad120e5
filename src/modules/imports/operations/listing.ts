import { sql } from 'kysely'
import { z } from 'zod'
import { Cursor, Ends, pageOf } from '../../../platform/database/keyset.ts'
import { operation } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { flag, id } from '../../../platform/values/shapes.ts'
import { batchColumns, batchOf, findBatch, visible } from '../queries/batches.ts'
import { findRow, firstRows, hiddenRows, pageOfRows, waitingIn } from '../queries/rows.ts'
import { columnsOf } from '../rules/file-columns.ts'
import { cellsOf, leftOut } from '../rules/tables.ts'
import { Batch, RowPlace } from '../schema/batches.ts'
import { outcomes } from '../schema/codes.ts'
import { FileColumn, Unread } from '../schema/files.ts'
import { BatchRow } from '../schema/rows.ts'

export const listImports = operation({
  name: 'imports.list',
  summary: 'Imports of your offices, the latest first',
  power: 'agreement.import',
  reads: true,
  input: z.object({ after: Cursor.optional(), before: Cursor.optional() }),
  output: z.object({ imports: z.array(Batch), ...Ends }),
  example: {},
  async run(context, turn) {
    const order = { name: 'created', column: sql.ref('b.created_at'), type: 'timestamptz', descending: true } as const
    const { rows, next, previous } = await pageOf(visible(context).select(batchColumns), order, sql.ref('b.id'), turn)
    return { imports: rows.map(row => batchOf(context, row)), next, previous }
  },
})

export const showImport = operation({
  name: 'imports.show',
  summary: 'One import: how far it is, and how many rows are ready, duplicate, an update, or need attention',
  power: 'agreement.import',
  reads: true,
  input: z.object({ id }),
  output: Batch,
  example: { id: example.batch },
  run: (context, { id }) => findBatch(context, id),
})

export const showColumns = operation({
  name: 'imports.columns',
  summary: 'The columns of the file of an import: some of their texts, and what each was taken to mean',
  power: 'agreement.import',
  reads: true,
  input: z.object({ id }),
  output: z.object({ columns: z.array(FileColumn) }),
  example: { id: example.batch },
  async run(context, { id }) {
    const { headers, mapping, columns } = await findBatch(context, id)
    return { columns: columnsOf(headers, mapping, columns.hidden, await firstRows(context, id)) }
  },
})

export const showUnread = operation({
  name: 'imports.unread',
  summary: 'What of the file of an import is in no row: sheets, rows and cells, with their text',
  power: 'agreement.import',
  reads: true,
  input: z.object({ id }),
  output: Unread,
  example: { id: example.batch },
  async run(context, { id }) {
    const found = await visible(context).where('b.id', '=', id).select(['b.unread', 'b.headers', 'b.leave_out_hidden']).executeTakeFirst()
    if (!found) throw notFound()
    const unread = Unread.parse(found.unread)
    const left = found.leave_out_hidden ? await hiddenRows(context, id) : []
    const told = left.map(({ sheet, number, original }) => leftOut({ sheet, number, cells: cellsOf(found.headers, original) }))
    return { ...unread, rows: [...unread.rows, ...told] }
  },
})

export const listRows = operation({
  name: 'imports.rows',
  summary: 'Rows of an import, as they came and as they were judged; `open` gives those that still wait for a decision',
  power: 'agreement.import',
  reads: true,
  input: z.object({ id, outcome: z.enum(outcomes).optional(), open: flag.optional(), after: RowPlace.optional() }),
  output: z.object({
    rows: z.array(BatchRow),
    next: z.int().nullable(),
    waiting: z
      .object({ open: z.int().describe('rows without a decision'), proposals: z.int().describe('cells that something is proposed for') })
      .describe('of the whole import, whatever is listed here'),
  }),
  example: { id: example.batch },
  async run(context, { id, outcome, open, after }) {
    const rows = await pageOfRows(context, (await findBatch(context, id)).id, after ?? 0, outcome, open ?? false)
    return { rows: rows.slice(0, 50), next: rows.length > 50 ? rows[49]!.place : null, waiting: await waitingIn(context, id) }
  },
})

export const showRow = operation({
  name: 'imports.row',
  summary: 'One row of an import',
  power: 'agreement.import',
  reads: true,
  input: z.object({ id, row: RowPlace }),
  output: BatchRow,
  example: { id: example.batch, row: 2 },
  run: (context, { id, row }) => findRow(context, id, row),
})

import { sql } from 'kysely'
import { z } from 'zod'
import { mostRows } from '../../../platform/bulk/kind.ts'
import { Cursor, Ends, pageOf } from '../../../platform/database/keyset.ts'
import { operation, self } from '../../../platform/operation/operation.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id, whole } from '../../../platform/values/shapes.ts'
import { actColumns, actFrom, detailOf, foundBy, kindOf, visible } from '../queries.ts'
import { BulkAct, BulkDetail, Filter, Ids } from '../schema.ts'

export const listBulkActs = operation({
  name: 'bulk.list',
  summary: 'What you planned for many things at once, did, or put back, the latest first',
  power: 'own',
  reads: true,
  input: z.object({ after: Cursor.optional(), before: Cursor.optional() }),
  output: z.object({ acts: z.array(BulkAct), ...Ends }),
  example: {},
  async run(context, turn) {
    const order = { name: 'created', column: sql.ref('b.created_at'), type: 'timestamptz', descending: true } as const
    const { rows, ...ends } = await pageOf(visible(context).select(actColumns), order, sql.ref('b.id'), turn)
    return { acts: rows.map(row => actFrom(context, row)), ...ends }
  },
})

export const showBulkAct = operation({
  name: 'bulk.show',
  summary: 'An act of yours with its rows: what becomes of each, or why it is left as it is; 50 a page',
  power: 'own',
  reads: true,
  input: z.object({ id, after: whole.optional() }),
  output: BulkDetail,
  example: { id: example.bulkAct },
  run: (context, { id, after }) => detailOf(context, id, after),
})

export const countMatching = operation({
  name: 'bulk.count',
  summary:
    'How many things a filter takes, or `ids`, up to what one act can do (`more` when there are more), and what all of them say alike',
  power: 'own',
  reads: true,
  input: z.object({ kind: z.string().max(60), filter: Filter.default({}), ids: Ids.optional() }),
  output: z.object({ count: z.int(), more: z.boolean(), about: z.string().nullable() }),
  example: { kind: 'followups.reschedule', filter: 'overdue=true' },
  async run(context, { kind: name, filter, ids: given }) {
    self(context)
    const ids = given ?? (await foundBy(context, name, filter, mostRows + 1))
    const about = (await kindOf(context, name).about?.(context, ids)) ?? null
    return { count: Math.min(ids.length, mostRows), more: ids.length > mostRows, about }
  },
})

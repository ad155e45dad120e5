import { sql } from 'kysely'
import { reach, within } from '../../../platform/authority/reach.ts'
import type { Power } from '../../../platform/authority/roles.ts'
import { type Localized, textIn } from '../../../platform/i18n/words.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { type Batch, Counts } from '../schema/batches.ts'
import { type ImportKind, importKinds } from '../schema/codes.ts'
import { Columns, type DayOrders, Places } from '../schema/files.ts'
import { Settings } from '../schema/settings.ts'

/** Who may import the rows of a kind. */
export const powerTo: Record<ImportKind, Power> = { agreements: 'agreement.import', persons: 'person.write' }

/** Imports of offices in reach. */
export const visible = (context: Context, kind: ImportKind = 'agreements') =>
  context.db
    .selectFrom('import_batch as b')
    .innerJoin('office_card as o', 'o.id', 'b.office_id')
    .leftJoin('person_card as p', 'p.id', 'b.created_by')
    .leftJoin('run_card as w', 'w.id', 'b.run_id')
    .where('b.kind', '=', kind)
    .where(within(reach(context, powerTo[kind]), { path: sql.ref('o.path') }))

export const batchColumns = [
  'b.id',
  'b.kind',
  'b.name',
  'b.rev',
  'b.file_id',
  'b.state',
  'b.layout',
  'b.headers',
  'b.mapping',
  'b.settings',
  'b.day_orders',
  'b.counts',
  'b.total',
  'b.run_id',
  'w.done',
  sql<Localized | null>`w.refusal`.as('refusal'),
  'b.columns',
  'b.places',
  'b.leave_out_hidden',
  'b.hidden',
  'b.created_at',
  'b.finished_at',
  'o.id as office_id',
  'o.code as office_code',
  'o.name as office_name',
  sql<string>`o.path::text`.as('office_path'),
  'p.name as created_by',
] as const
type Row = Awaited<ReturnType<typeof readBatch>>

/** The file that an import came as. */
export async function holdsFile(context: Context, id: string): Promise<boolean> {
  for (const kind of importKinds)
    if (await visible(context, kind).where('b.file_id', '=', id).select('b.id').executeTakeFirst()) return true
  return false
}

export async function findBatch(context: Context, id: string, kind?: ImportKind): Promise<Batch> {
  const row = await readBatch(context, id, kind)
  if (!row) throw notFound()
  return batchOf(context, row)
}

/** Locks the batch: one worker, one decision at a time. */
export async function findBatchForChange(context: Context, id: string, kind?: ImportKind): Promise<Batch> {
  const row = await visible(context, kind).where('b.id', '=', id).select(batchColumns).forUpdate('b').executeTakeFirst()
  if (!row) throw notFound()
  return batchOf(context, row)
}

export const batchOf = ({ locale }: Context, row: NonNullable<Row>): Batch => ({
  id: row.id,
  kind: row.kind as ImportKind,
  name: row.name,
  rev: row.rev,
  fileId: row.file_id,
  state: row.state,
  layout: row.layout,
  headers: row.headers,
  mapping: row.mapping,
  settings: Settings.parse(row.settings),
  dayOrders: row.day_orders as DayOrders,
  counts: Counts.catch({ ready: 0, duplicate: 0, update: 0, attention: 0 }).parse(row.counts),
  office: { id: row.office_id, code: row.office_code, name: row.office_name, path: row.office_path },
  total: row.total,
  done: row.done ?? 0,
  failure: textIn(row.refusal ?? undefined, locale) ?? null,
  runId: row.run_id,
  columns: Columns.parse(row.columns),
  places: Places.parse(row.places),
  leaveOutHidden: row.leave_out_hidden,
  hidden: row.hidden,
  createdBy: row.created_by,
  createdAt: row.created_at.toISOString(),
  finishedAt: row.finished_at?.toISOString() ?? null,
})

const readBatch = (context: Context, id: string, kind?: ImportKind) =>
  visible(context, kind).where('b.id', '=', id).select(batchColumns).executeTakeFirst()

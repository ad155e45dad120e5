import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize } from '../../../platform/authority/reach.ts'
import { readFile } from '../../../platform/files/store.ts'
import { type Context, internalOperation, operation } from '../../../platform/operation/operation.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { flag, id, line, optional, seenRev, Upload } from '../../../platform/values/shapes.ts'
import { foldNumber } from '../../agreements/rules/number.ts'
import { officeId } from '../../organisation/schema.ts'
import { keepingOffice } from '../../partners/queries/contacts.ts'
import { findBatch, findBatchForChange } from '../queries/batches.ts'
import { toPreview, unreadCells } from '../rules/classify.ts'
import { withMapping } from '../rules/layouts.ts'
import { proposed } from '../rules/proposals.ts'
import { dayOrdersOf, type RowToRead } from '../rules/rows.ts'
import { leftOut, originalOf, type Table } from '../rules/tables.ts'
import { Batch } from '../schema/batches.ts'
import { fields } from '../schema/codes.ts'
import { Mapping, type Preview } from '../schema/files.ts'
import { fileChoices, officeChoice, Settings } from '../schema/settings.ts'
import { judgeRows, judgingReach, rejudge, tableOf } from './judging.ts'
import { insertRows, recount } from './keeping-rows.ts'
import { rememberedLayout, rememberLayout } from './layouts.ts'
import { openBatch } from './opening.ts'
import { finishReading, startReading } from './states.ts'
import { takeBatch } from './taking.ts'

export const exampleFile = {
  name: 'perjanjian.csv',
  bytes: new TextEncoder().encode(
    'Nomor KPU,Jenis Naskah,Nama Mitra,Tanggal Penandatanganan,Kode Wilayah,Tentang\n9/PR.07-NK/35.10/2025,Nota Kesepahaman,Universitas Rahasia Baru,2025-02-03,35.10,Rahasia\n',
  ),
}

export const uploadImport = operation({
  name: 'imports.upload',
  summary: 'Bring in a spreadsheet of agreements; it is read and judged row by row, nothing is recorded yet',
  power: 'agreement.import',
  input: z.object({
    file: Upload,
    office: optional(line(40)).describe(
      'Id or code of the office that imports, and of all rows when the file has no office; your own unless given',
    ),
    leaveOutHidden: flag.default(false).describe('Leave out rows that are hidden in the file, by a filter or by hand'),
    ...fileChoices,
  }),
  output: Batch,
  example: { file: exampleFile, leaveOutHidden: false, office: officeId('35.10') },
  async run(context, { file, office, leaveOutHidden, ...choices }) {
    const batch = await openBatch(context, 'agreements', file, office, {
      leaveOutHidden,
      settings: withChoices(Settings.parse({}), choices),
    })
    return startReading(context, batch)
  },
})

/** The file of an import that was brought, with its rows as they are judged; harmless to repeat. */
export const readImport = internalOperation({
  name: 'imports.read',
  power: 'agreement.import',
  limit: 'long',
  input: z.object({ id }),
  output: Batch,
  async prepare(context, { id }) {
    const batch = await findBatch(context, id)
    authorize(context, 'agreement.import', { path: batch.office.path })
    if (batch.state !== 'reading') return null
    const { key } = await context.db.selectFrom('stored_file_card').select('key').where('id', '=', batch.fileId).executeTakeFirstOrThrow()
    return tableOf(await readFile(context.files, key))
  },
  async run(context, { id }, table) {
    const batch = await findBatchForChange(context, id)
    authorize(context, 'agreement.import', { path: batch.office.path })
    if (batch.state !== 'reading' || !table) return batch // tried again since it was looked at: that has a job of its own
    await keepRows(context, batch, table)
    return findBatch(context, id)
  },
})

/** Writes the rows as they came, with what they were judged to be when the layout is known. */
export async function keepRows(context: Context, batch: Batch, table: Table): Promise<void> {
  const { headers, rows, recognised } = table
  const remembered = await rememberedLayout(context, batch.office.id, headers)
  const mapping = remembered?.mapping ?? table.mapping
  const settings = remembered ? over(remembered.settings, batch.settings) : batch.settings
  const known = recognised !== null || remembered !== null
  const { judged, meets, dayOrders } = known
    ? await judgeRows(context, rows, { ...batch, headers, mapping, settings })
    : { judged: [], meets: [], dayOrders: dayOrdersOf(rows, mapping, settings.dayOrder) }
  await insertRows(
    context,
    batch.id,
    rows.map((row, at) => ({
      row: row.number,
      place: row.place,
      sheet: row.sheet,
      hidden: row.hidden,
      original: originalOf(headers, row.cells),
      judged: judged[at] ?? {},
      meets: meets[at] ?? null,
      outcome: judged[at]?.outcome ?? 'attention',
      problems: judged[at]?.problems ?? [],
    })),
  )
  await context.db
    .updateTable('import_batch')
    .set({
      state: known ? 'preview' : 'mapping',
      layout: remembered ? 'remembered' : recognised,
      settings: JSON.stringify(settings),
      day_orders: JSON.stringify(dayOrders),
      judged_reach: known ? judgingReach(context) : null,
      headers,
      mapping: JSON.stringify(mapping),
      total: rows.length,
      hidden: rows.filter(row => row.hidden).length,
      unread: JSON.stringify(table.unread),
      columns: JSON.stringify(table.columns),
      places: JSON.stringify(table.places),
    })
    .where('id', '=', batch.id)
    .execute()
  if (known) await recount(context, batch.id)
  await finishReading(context, batch)
}

export const mapImport = operation({
  name: 'imports.map',
  summary:
    'Say how a file is read: which column means what, the order of its days, and what stands for the whole file. What is left out stays; the rows are then judged, and the next file of the layout is read so',
  power: 'agreement.import',
  limit: 'long',
  input: z.object({
    id,
    rev: seenRev,
    columns: z.partialRecord(z.enum(fields), z.string().max(500)).optional().describe('By field the header of its column, empty for none'),
    office: officeChoice.describe('Id or code of the office of rows that say none'),
    ...fileChoices,
  }),
  output: Batch,
  example: { id: example.batch, rev: 0, columns: { title: 'Tentang' } },
  async run(context, { id, rev, columns, office, ...choices }) {
    const batch = await takeBatch(context, id, rev)
    const mapping = columns ? withMapping(batch.headers, columns) : Mapping.parse(batch.mapping)
    const settings = withChoices(batch.settings, {
      ...choices,
      office: office && (await codeOf(context, (await keepingOffice(context, office)).id)),
    })
    await context.db
      .updateTable('import_batch')
      .set({ mapping: JSON.stringify(mapping), settings: JSON.stringify(settings), state: 'preview' })
      .where('id', '=', id)
      .execute()
    await rememberLayout(context, batch, mapping, settings)
    record(
      context,
      { kind: 'import', id, reach: [batch.office.path] },
      { mapping: batch.mapping, settings: batch.settings },
      { mapping, settings },
    )
    await rejudge(context, { ...batch, mapping, settings })
    return findBatch(context, id)
  },
})

export const leaveOutHidden = operation({
  name: 'imports.leave-out',
  summary: 'Leave out the rows that are hidden in the file, or take them in again; they stay kept with the import',
  power: 'agreement.import',
  limit: 'long',
  input: z.object({ id, rev: seenRev, hidden: flag }),
  output: Batch,
  example: { id: example.batch, rev: 0, hidden: true },
  async run(context, { id, rev, hidden }) {
    const batch = await takeBatch(context, id, rev)
    await context.db.updateTable('import_batch').set({ leave_out_hidden: hidden }).where('id', '=', id).execute()
    record(
      context,
      { kind: 'import', id, reach: [batch.office.path] },
      { leaveOutHidden: batch.leaveOutHidden },
      { leaveOutHidden: hidden },
    )
    if (batch.state === 'preview') await rejudge(context, { ...batch, leaveOutHidden: hidden })
    else await recount(context, id)
    return findBatch(context, id)
  },
})

/** A preview of a file that is not kept: for the command line and programs. */
export async function previewOf(
  context: Context,
  table: Table,
  { leaveOutHidden, officeId, settings, accept }: { leaveOutHidden: boolean; officeId: string; settings: Settings; accept: boolean },
): Promise<Preview> {
  const remembered = await rememberedLayout(context, officeId, table.headers)
  const how = {
    headers: table.headers,
    mapping: remembered?.mapping ?? table.mapping,
    settings: remembered ? over(remembered.settings, settings) : settings,
    office: { code: await codeOf(context, officeId) },
  }
  const rows = table.rows.filter(row => !(row.hidden && leaveOutHidden))
  const first = await judgeRows(context, rows, how)
  const accepted = rows.map((row, at): RowToRead => ({ ...row, correction: proposed(first.judged[at]!.causes) }))
  const { judged, dayOrders } = accept ? await judgeRows(context, accepted, how) : first
  const hidden = new Set(rows.flatMap(row => (row.hidden ? [row.place] : [])))
  const left = table.rows.filter(row => row.hidden && leaveOutHidden)
  const unread = {
    ...table.unread,
    rows: [...table.unread.rows, ...left.map(leftOut)],
    cells: [...table.unread.cells, ...unreadCells(judged)],
  }
  return { ...toPreview(judged, hidden), unread, columns: table.columns, dayOrders }
}

/** What was chosen now over what was chosen before: what is left out stays. */
export const withChoices = (settings: Settings, { dayOrder, apart, ...choices }: Choices): Settings => ({
  ...settings,
  ...Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== undefined)),
  dayOrder: { ...settings.dayOrder, ...dayOrder },
  apart: apart ? apart.map(foldNumber) : settings.apart,
})
type Choices = { [name in 'office' | 'kind' | 'partnerClass']?: Settings[name] | undefined } & {
  dayOrder?: Settings['dayOrder'] | undefined
  apart?: string[]
}

/** What was chosen for this file over what the office chose for its layout. */
const over = (remembered: Settings, { dayOrder, apart, ...own }: Settings): Settings => ({
  ...remembered,
  office: own.office ?? remembered.office,
  kind: own.kind ?? remembered.kind,
  partnerClass: own.partnerClass ?? remembered.partnerClass,
  dayOrder,
  apart,
})

const codeOf = async ({ db }: Context, officeId: string): Promise<string | null> =>
  (await db.selectFrom('office_card').select('code').where('id', '=', officeId).executeTakeFirstOrThrow()).code

import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Context } from '../../../platform/operation.ts'
import { invalid } from '../../../platform/refusal.ts'
import { readRows } from '../../../platform/spreadsheets/read.ts'
import { UnreadableSpreadsheet } from '../../../platform/spreadsheets/unreadable.ts'
import { foldName } from '../../partners/rules/partner-names.ts'
import { allOffices, knownRegister, officesToImport } from '../queries/known.ts'
import { judge } from '../rules/judge.ts'
import { officeIndex } from '../rules/offices.ts'
import { dayOrdersOf, type ReadRow, type RowToRead, readRowsOf } from '../rules/rows.ts'
import { cellsOf, findTable, type Table } from '../rules/tables.ts'
import { type Batch, type Correction, type DayOrders, type JudgedRow, Mapping } from '../schema.ts'
import { words } from '../words.ts'
import { ownExport } from './own-export.ts'

/** The table in a file. Refuses `invalid` with what to do when there is none. */
export async function tableOf(bytes: Uint8Array): Promise<Table> {
  try {
    const own = ownExport(bytes)
    const table = findTable(own ? [own] : (await readRows(bytes)).sheets)
    if (table?.rows.length) return table
    if (table) throw invalid('file', { id: words.id.noRowsYet, en: words.en.noRowsYet })
    throw new UnreadableSpreadsheet('empty', 'No table was found')
  } catch (error) {
    if (!(error instanceof UnreadableSpreadsheet)) throw error
    throw invalid('file', { id: words.id.unreadable[error.reason], en: words.en.unreadable[error.reason] })
  }
}

/** Judges rows against each other and against the register as it stands. */
export async function judgeRows(context: Context, rows: readonly RowToRead[], file: HowToRead): Promise<Judged> {
  const { read, dayOrders } = await readAll(context, rows, file)
  return { judged: judge(read, file.headers, { ...(await knownRegister(context)), apart: file.settings.apart }), dayOrders }
}

export type Judged = { judged: JudgedRow[]; dayOrders: DayOrders }
/** What the columns of a file mean, what was chosen for it, and the office that brought it. */
export type HowToRead = Pick<Batch, 'headers' | 'settings'> & { mapping: Mapping; office: { code: string | null } }

async function readAll(
  context: Context,
  rows: readonly RowToRead[],
  { mapping, headers, settings, office }: HowToRead,
): Promise<{ read: ReadRow[]; dayOrders: DayOrders }> {
  const dayOrders = dayOrdersOf(rows, mapping, settings.dayOrder, settings.remembered)
  const every = officeIndex(await allOffices(context))
  const defaults = { ...settings, officeOfFile: office.code }
  return {
    read: readRowsOf(rows, mapping, officeIndex(await officesToImport(context)), { headers, dayOrders, defaults, every }),
    dayOrders,
  }
}

/**
 * Judges a stored batch again after a correction, a mapping, or a change of the register, and writes what is different.
 * @returns how many rows would now write something else than they were judged to write before
 */
export async function rejudge(context: Context, batch: Batch): Promise<number> {
  const rows = await context.db
    .selectFrom('import_row')
    .select(['id', 'row_number', 'place', 'sheet', 'original', 'correction', 'applied_at', 'outcome'])
    .select(
      sql<Was>`jsonb_build_object('changes', judged -> 'changes', 'partners', judged -> 'partners', 'partnerIds', jsonb_build_array(judged -> 'partnerId') || jsonb_path_query_array(judged, '$.furtherPartners[*].partnerId'))`.as(
        'was',
      ),
    )
    .where('batch_id', '=', batch.id)
    .$if(batch.leaveOutHidden, query => query.where('hidden', '=', false))
    .orderBy('place')
    .execute()
  const toRead = rows.map(row => ({
    number: row.row_number,
    place: row.place,
    sheet: row.sheet,
    columns: batch.places[row.sheet ?? ''],
    cells: cellsOf(batch.headers, row.original),
    correction: row.correction as Correction,
  }))
  const { read, dayOrders } = await readAll(context, toRead, { ...batch, mapping: Mapping.parse(batch.mapping) })
  const called = new Map(
    read.flatMap(({ partnersFolded }, at) => {
      const { partners, partnerIds } = rows[at]!.was
      return partnersFolded.flatMap((folded, party) => {
        const id = partners?.[party] !== undefined && foldName(partners[party]) === folded ? partnerIds[party] : null
        return id ? [[folded, id] as const] : []
      })
    }),
  )
  const judged = judge(read, batch.headers, { ...(await knownRegister(context)), called, apart: batch.settings.apart })
  const open = judged.flatMap((row, at) =>
    rows[at]!.applied_at ? [] : [{ id: rows[at]!.id, judged: row, outcome: row.outcome, problems: row.problems }],
  )
  for (let at = 0; at < open.length; at += 1000)
    await sql`update import_row r set judged = n.judged, outcome = n.outcome, problems = array(select jsonb_array_elements_text(n.problems)), decision = case when n.outcome = 'attention' then r.decision end
      from jsonb_to_recordset(${JSON.stringify(open.slice(at, at + 1000))}::jsonb) as n (id uuid, judged jsonb, outcome text, problems jsonb) where n.id = r.id and r.judged <> n.judged`.execute(
      context.db,
    )
  await context.db
    .updateTable('import_batch')
    .set({ day_orders: JSON.stringify(dayOrders) })
    .where('id', '=', batch.id)
    .execute()
  await recount(context, batch.id)
  return judged.filter((row, at) => writesElse(row, rows[at]!)).length
}

type Was = { changes: JudgedRow['changes'] | null; partners: string[] | null; partnerIds: (string | null)[] }

const writesElse = ({ outcome, changes }: JudgedRow, before: { outcome: string; was: Was }): boolean =>
  outcome === 'ready'
    ? before.outcome !== 'ready'
    : outcome === 'update' && (before.outcome !== 'update' || !isDeepStrictEqual(changes, before.was.changes))

/** Counts the rows of a batch that are not left out, all together and by outcome. */
export const recount = (context: Context, id: string) =>
  sql`update import_batch b set (total, counts) = (select count(*), jsonb_build_object('ready', count(*) filter (where outcome = 'ready'), 'duplicate', count(*) filter (where outcome = 'duplicate'),
    'update', count(*) filter (where outcome = 'update'), 'attention', count(*) filter (where outcome = 'attention')) from import_row r where r.batch_id = b.id and not (r.hidden and b.leave_out_hidden)) where id = ${id}`.execute(
    context.db,
  )

import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { reachOf } from '../../../platform/authority/reach.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { officeIndex } from '../../../platform/reading/offices.ts'
import { allOffices, knownRegister, officesToImport } from '../queries/known.ts'
import { classify, type Known } from '../rules/classify.ts'
import { calledIn, type Meeting, meetingOf } from '../rules/meetings.ts'
import { partnersNamed } from '../rules/names.ts'
import { dayOrdersOf, type Reading, type ReadRow, type RowToRead, readRowsOf } from '../rules/rows.ts'
import { cellsOf, findTable, type Table } from '../rules/tables.ts'
import type { Batch } from '../schema/batches.ts'
import { type DayOrders, Mapping } from '../schema/files.ts'
import type { Correction, JudgedRow } from '../schema/rows.ts'
import { recount, writeJudged } from './keeping-rows.ts'
import { ownExport } from './own-export.ts'
import { refusingUnreadable, sheetsOf, unreadable, withoutRows } from './sheets.ts'

/** The table in a file. Refuses `invalid` with what to do when there is none. */
export async function tableOf(bytes: Uint8Array): Promise<Table> {
  const table = await refusingUnreadable(async () => {
    const own = ownExport(bytes)
    return findTable(own ? [own] : await sheetsOf(bytes))
  })
  if (!table) throw unreadable('empty')
  if (!table.rows.length) throw withoutRows()
  return table
}

/** Judges rows against each other and against the register as it stands. */
export async function judgeRows(context: Context, rows: readonly RowToRead[], file: HowToRead, called?: Known['called']): Promise<Judged> {
  const dayOrders = dayOrdersOf(rows, file.mapping, file.settings.dayOrder, file.settings.remembered)
  const read = await readRows(context, rows, file, { dayOrders })
  const known = { ...(await knownRegister(context)), apart: file.settings.apart, ...(called && { called }) }
  const named = partnersNamed(read, known)
  return {
    judged: classify(read, file.headers, known, named),
    meets: read.map((row, at) => meetingOf(rows[at]!, file.mapping, row, named)),
    dayOrders,
  }
}

export type Judged = { judged: JudgedRow[]; meets: Meeting[]; dayOrders: DayOrders }
/** What the columns of a file mean, what was chosen for it, and the office that brought it. */
export type HowToRead = Pick<Batch, 'headers' | 'settings'> & { mapping: Mapping; office: { code: string | null } }

export async function readRows(
  context: Context,
  rows: readonly RowToRead[],
  { mapping, headers, settings, office }: HowToRead,
  decided: Pick<Reading, 'dayOrders' | 'names'>,
): Promise<ReadRow[]> {
  const every = officeIndex(await allOffices(context))
  const defaults = { ...settings, officeOfFile: office.code }
  return readRowsOf(rows, mapping, officeIndex(await officesToImport(context)), { headers, defaults, every, ...decided })
}

/**
 * Judges a stored batch again after a mapping or a change of the register, and writes what is different.
 * @returns how many rows would now write something else than they were judged to write before
 */
export async function rejudge(context: Context, batch: Batch): Promise<number> {
  const rows = await rowsToRead(context, batch)
  const { judged, meets, dayOrders } = await judgeRows(
    context,
    rows.map(({ toRead }) => toRead),
    { ...batch, mapping: Mapping.parse(batch.mapping) },
    calledIn(rows.flatMap(row => row.meets ?? [])),
  )
  await writeJudged(
    context,
    rows.map(({ id }, at) => ({ id, judged: judged[at]!, meets: meets[at]! })),
  )
  await context.db
    .updateTable('import_batch')
    .set({ day_orders: JSON.stringify(dayOrders), judged_reach: judgingReach(context) })
    .where('id', '=', batch.id)
    .execute()
  await recount(context, batch.id)
  return judged.filter((row, at) => writesElse(row, rows[at]!)).length
}

const writesElse = ({ outcome, changes }: JudgedRow, before: StoredRow): boolean =>
  outcome === 'ready'
    ? before.outcome !== 'ready'
    : outcome === 'update' && (before.outcome !== 'update' || !isDeepStrictEqual(changes, before.changes))

/** What of the one who judges decides which offices rows may be of. */
export const judgingReach = ({ actor }: Context): string => JSON.stringify(reachOf(actor, 'agreement.import'))

export type StoredRow = Awaited<ReturnType<typeof rowsToRead>>[number]

/** The rows of a batch that are not left out, in their order; only those at some places, when these are given. */
export async function rowsToRead({ db }: Context, batch: Batch, places?: readonly number[]) {
  const rows = await db
    .selectFrom('import_row')
    .select(['id', 'row_number', 'place', 'sheet', 'original', 'correction', 'outcome'])
    .select([sql<JudgedRow['changes'] | null>`judged -> 'changes'`.as('changes'), sql<Meeting | null>`meets`.as('meets')])
    .where('batch_id', '=', batch.id)
    .$if(batch.leaveOutHidden, query => query.where('hidden', '=', false))
    .$if(places !== undefined, query => query.where(sql<boolean>`place = any (${places}::int[])`))
    .orderBy('place')
    .execute()
  return rows.map(({ id, place, outcome, changes, meets, ...row }) => ({
    id,
    place,
    outcome,
    changes,
    meets,
    toRead: {
      number: row.row_number,
      place,
      sheet: row.sheet,
      columns: batch.places[row.sheet ?? ''],
      cells: cellsOf(batch.headers, row.original),
      correction: row.correction as Correction,
    },
  }))
}

import { sql } from 'kysely'
import { reach, within } from '../../../platform/authority/reach.ts'
import { asLocale, type Localized, textIn } from '../../../platform/i18n/words.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import type { RunState } from '../../../platform/runs/run.ts'
import { unfinished } from '../rules/conclusions.ts'
import type { KeyFigures, Report, ReportDetail, ReportFigures } from '../schema.ts'

/** Reports of offices in reach. */
export const visible = (context: Context) =>
  context.db
    .selectFrom('report as r')
    .innerJoin('office_card as o', 'o.id', 'r.office_id')
    .innerJoin('cycle_card as c', 'c.id', 'r.cycle_id')
    .innerJoin('run_card as w', 'w.id', 'r.run_id')
    .leftJoin('person_card as p', 'p.id', 'r.requested_by')
    .leftJoin('report_share as s', join => join.onRef('s.report_id', '=', 'r.id').on('s.withdrawn_at', 'is', null))
    .leftJoin('person_card as h', 'h.id', 's.shared_by')
    .where(within(reach(context, 'report.read'), { path: sql.ref('o.path') }))

export const columns = [
  'r.id',
  'r.number',
  'r.title',
  'r.locale',
  'w.id as run_id',
  sql<RunState>`w.state`.as('run_state'),
  'w.phase',
  'w.done',
  'w.total',
  sql<Localized | null>`w.refusal`.as('refusal'),
  'r.cutoff_at',
  'r.data_hash',
  'r.pdf_id',
  'r.word_id',
  'r.xlsx_id',
  'r.created_at',
  'c.id as cycle_id',
  'c.name as cycle_name',
  'o.id as office_id',
  'o.name as office_name',
  sql<string>`o.path::text`.as('office_path'),
  'p.name as requested_by',
  'r.requested_by as requested_by_id',
  's.shared_at',
  'h.name as shared_by',
] as const
const rows = (context: Context) => visible(context).select(columns)
type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

export const reportOf = ({ locale }: Context, row: Row): Report => ({
  id: row.id,
  number: row.number,
  title: row.title,
  locale: asLocale(row.locale),
  state: stateOf[row.run_state],
  runId: row.run_id,
  phase: row.phase,
  done: row.done,
  total: row.total,
  failure: textIn(row.refusal ?? undefined, locale) ?? null,
  cutoffAt: row.cutoff_at?.toISOString() ?? null,
  hash: row.data_hash,
  files: isGivenUp(row.run_state) ? noFiles : { pdf: row.pdf_id, word: row.word_id, xlsx: row.xlsx_id },
  createdAt: row.created_at.toISOString(),
  cycle: { id: row.cycle_id, name: row.cycle_name },
  office: { id: row.office_id, name: row.office_name, path: row.office_path },
  requestedBy: row.requested_by,
  shared: row.shared_at && { at: row.shared_at.toISOString(), by: row.shared_by },
})

/** Of a report that will not be finished, nothing is handed out: a document that was made before the others is no report. */
const isGivenUp = (state: RunState): boolean => givenUp.includes(state)
const givenUp: readonly RunState[] = ['cancelled', 'failed']
const noFiles = { pdf: null, word: null, xlsx: null }

/** What its making says of itself. */
export const stateOf: Record<RunState, Report['state']> = {
  waiting: 'queued',
  running: 'running',
  done: 'ready',
  failed: 'failed',
  stopped: 'stopped',
  cancelled: 'cancelled',
}

/** The documents of a report. */
export async function holdsFile(context: Context, id: string): Promise<boolean> {
  const found = await visible(context)
    .where(eb => eb.or([eb('r.pdf_id', '=', id), eb('r.word_id', '=', id), eb('r.xlsx_id', '=', id)]))
    .where('w.state', 'not in', givenUp)
    .select('r.id')
    .executeTakeFirst()
  return found !== undefined
}

export async function findReport(context: Context, id: string): Promise<Report> {
  const row = await rows(context).where('r.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return reportOf(context, row)
}

/** The same with its key figures, as they were frozen; without where its documents are not to be had. */
export async function findReportDetail(context: Context, id: string): Promise<ReportDetail> {
  const report = await findReport(context, id)
  if (report.state !== 'ready') return { ...report, figures: null }
  const frozen = await context.db
    .selectFrom('report')
    .where('id', '=', id)
    .select([
      sql<KeyFigures | null>`data -> 'totals'`.as('totals'),
      sql<ReportFigures['followUpsByState'] | null>`data -> 'followUpsByState'`.as('states'),
    ])
    .executeTakeFirst()
  const { totals = null, states = null } = frozen ?? {}
  return { ...report, figures: totals && { ...totals, unfinished: unfinished({ followUpsByState: states ?? [] }) } }
}

export async function findReportForChange(context: Context, id: string): Promise<Report> {
  const row = await rows(context).where('r.id', '=', id).forUpdate('r').executeTakeFirst()
  if (!row) throw notFound()
  return reportOf(context, row)
}

/** The template in force of an office, or of the nearest office above it. */
export const templateInForce = (context: Context, path: string) =>
  context.db
    .selectFrom('report_template as t')
    .innerJoin('office_card as o', 'o.id', 't.office_id')
    .innerJoin('stored_file_card as f', 'f.id', 't.file_id')
    .where(sql<boolean>`o.path @> ${path}::text::ltree`)
    .where('t.retired_at', 'is', null)
    .select([
      't.id',
      'f.id as fileId',
      'f.name',
      'f.key',
      'o.name as office',
      sql<string>`o.path::text`.as('path'),
      't.uploaded_at as uploadedAt',
    ])
    .orderBy(sql`nlevel(o.path)`, 'desc')
    .orderBy('t.uploaded_at', 'desc')
    .executeTakeFirst()

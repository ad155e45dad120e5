import { sql } from 'kysely'
import { effectiveGrants, rolesHolding } from '../../../platform/authority/holders.ts'
import { covers, reach, within } from '../../../platform/authority/reach.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { wholeBeside } from '../rules/parts.ts'
import type { OfficeFigures, ReportFigures, SharedReport } from '../schema.ts'

/**
 * Reports that are shared now, of offices in reach and of those above. Of one of an office above its page alone is read, with the figures
 * of one's own offices and the totals: its documents hold what other offices and their partners said, so that they go by `visible`.
 */
export function visibleShares(context: Context) {
  const own = reach(context, 'report.read')
  const paths = [...own.below, ...own.at]
  return context.db
    .selectFrom('report_share as s')
    .innerJoin('report as r', 'r.id', 's.report_id')
    .innerJoin('office_card as o', 'o.id', 'r.office_id')
    .innerJoin('cycle_card as c', 'c.id', 'r.cycle_id')
    .leftJoin('person_card as h', 'h.id', 's.shared_by')
    .where('s.withdrawn_at', 'is', null)
    .where(eb => eb.or([within(own, { path: sql.ref('o.path') }), sql<boolean>`o.path @> any (${paths}::text[]::ltree[])`]))
}

export const shareColumns = [
  'r.id',
  'r.number',
  'r.title',
  'r.cutoff_at',
  'r.data_hash',
  'c.id as cycle_id',
  'c.name as cycle_name',
  'o.id as office_id',
  'o.name as office_name',
  sql<string>`o.path::text`.as('office_path'),
  's.shared_at',
  'h.name as shared_by',
] as const
const rows = (context: Context) => visibleShares(context).select(shareColumns)
type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

export const sharedOf = (context: Context, row: Row): SharedReport => ({
  id: row.id,
  number: row.number,
  title: row.title,
  cutoffAt: row.cutoff_at?.toISOString() ?? null,
  hash: row.data_hash,
  cycle: { id: row.cycle_id, name: row.cycle_name },
  office: { id: row.office_id, name: row.office_name, path: row.office_path },
  sharedAt: row.shared_at.toISOString(),
  sharedBy: row.shared_by,
  inFull: covers(reach(context, 'report.read'), { path: row.office_path }),
})

export type FrozenParts = { all: OfficeFigures[]; own: OfficeFigures[] }

/** A shared report with what it says of each of its offices, and which of those are in reach today. */
export async function findShared(context: Context, id: string): Promise<{ report: SharedReport } & FrozenParts> {
  const row = await rows(context).where('r.id', '=', id).select(frozen).executeTakeFirst()
  if (!row) throw notFound()
  return { report: sharedOf(context, row), all: row.parts, own: await ofOwn(context, row.parts) }
}

/** What a report says of each office; those that were made before it was kept say it of their forms alone. */
export const frozen = sql<OfficeFigures[]>`coalesce(r.data -> 'offices', (
  select jsonb_agg(jsonb_build_object('code', p ->> 'code', 'name', p ->> 'name', 'targets', p -> 'targets', 'submitted', p -> 'submitted',
    'kpu', jsonb_build_object('n', 0, 'sum', 0), 'partner', jsonb_build_object('n', 0, 'sum', 0),
    'findings', 0, 'obstacles', 0, 'followUps', 0, 'done', 0, 'overdue', 0))
  from jsonb_array_elements(r.data -> 'responseByOffice') p), '[]')`.as('parts')

/** Of the same cycle, as the widest office above has shared it last; null where none has. A report of an office is compared with it. */
export async function figuresAbove(
  context: Context,
  { cycle, office }: Pick<SharedReport, 'cycle' | 'office'>,
): Promise<ReportFigures['above']> {
  const row = await rows(context)
    .where('r.cycle_id', '=', cycle.id)
    .where(sql<boolean>`o.path @> ${office.path}::text::ltree and o.path <> ${office.path}::text::ltree and r.data ? 'offices'`)
    .orderBy(sql`nlevel(o.path)`)
    .orderBy('s.shared_at', 'desc')
    .select(frozen)
    .executeTakeFirst()
  if (!row?.cutoff_at) return null
  const known = await partsBelow(context, row.parts, nextBelow(row.office_path, office.path))
  const [national, cutoff] = [!row.office_path.includes('.'), row.cutoff_at.toISOString()]
  return { number: row.number, office: row.office_name, national, cutoff, figures: wholeBeside(row.parts, known) }
}

/** Of `id` and `id.35.3501`: `id.35`. Whoever makes a report of a small office may know all that stands beside it there. */
const nextBelow = (above: string, path: string): string =>
  path
    .split('.')
    .slice(0, above.split('.').length + 1)
    .join('.')

async function partsBelow({ db }: Context, parts: readonly OfficeFigures[], path: string): Promise<OfficeFigures[]> {
  const below = await db.selectFrom('office_card as o').select('o.code').where(sql<boolean>`o.path <@ ${path}::text::ltree`).execute()
  const codes = new Set(below.map(({ code }) => code))
  return parts.filter(({ code }) => codes.has(code))
}

async function ofOwn(context: Context, parts: readonly OfficeFigures[]): Promise<OfficeFigures[]> {
  const codes = await context.db
    .selectFrom('office_card as o')
    .select('o.code')
    .where(within(reach(context, 'report.read'), { path: sql.ref('o.path') }))
    .where(sql<boolean>`o.code = any (${parts.map(({ code }) => code)}::text[])`)
    .execute()
  const own = new Set(codes.map(({ code }) => code))
  return parts.filter(({ code }) => own.has(code))
}

/** The report of a share that was not withdrawn. Asked by the job that tells of it, which reaches everything. */
export async function shareInForce(context: Context, share: string) {
  return visibleShares(context)
    .where('s.id', '=', share)
    .select(['r.id', 'r.number', 'r.title', 'o.name as office', sql<string>`o.path::text`.as('path')])
    .executeTakeFirst()
}

/** Who reads reports of an office below this one and none of its own, in the order of their ids, after one of them. */
export async function readersBelow({ db, clock }: Context, path: string, after: string | null, most: number): Promise<string[]> {
  const roles = rolesHolding('report.read')
  const grants = effectiveGrants(clock.today())
  const { rows } = await sql<{ id: string }>`
    select distinct p.id from ${grants} e join person_card p on p.id = e.person_id and p.left_at is null
    where e.role = any (${roles}) and e.path <@ ${path}::text::ltree and e.path <> ${path}::text::ltree and (${after}::uuid is null or p.id > ${after}::uuid)
      and not exists (select from ${grants} w where w.person_id = p.id and w.role = any (${roles})
        and (w.path = ${path}::text::ltree or w.descendants and w.path @> ${path}::text::ltree))
    order by p.id limit ${most}`.execute(db)
  return rows.map(({ id }) => id)
}

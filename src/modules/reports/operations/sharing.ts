import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { holders, nearestOf } from '../../../platform/authority/holders.ts'
import { canAnywhere, reach, within } from '../../../platform/authority/reach.ts'
import { Cursor, Ends, pageOf } from '../../../platform/database/keyset.ts'
import { notify } from '../../../platform/notices/notify.ts'
import { type Context, internalOperation, newId, operation } from '../../../platform/operation/operation.ts'
import { Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { flag, id } from '../../../platform/values/shapes.ts'
import { findReport } from '../queries/reports.ts'
import { findShared, readersBelow, shareColumns, sharedOf, shareInForce, visibleShares } from '../queries/shared.ts'
import { partOf, wholeBeside } from '../rules/parts.ts'
import { type OfficeFigures, Report, SharedPart, SharedReport } from '../schema.ts'
import { refusals } from '../words/refusals.ts'
import { holdReport } from './holding.ts'

export const shareReport = operation({
  name: 'reports.share',
  summary: 'Let the offices below read of a report its totals and the figures that are theirs; its documents stay with its own office',
  power: 'report.write',
  input: z.object({ id }),
  output: Report,
  example: { id: example.readyReport },
  async run(context, { id }) {
    const report = await holdReport(context, id)
    if (report.state !== 'ready') throw new Refusal('conflict', refusals.notReady)
    if (report.shared) throw new Refusal('conflict', refusals.sharedAlready)
    const row = { id: newId(), report_id: id, shared_by: context.actor.personId, shared_at: context.clock.now() }
    await context.db.insertInto('report_share').values(row).execute()
    record(context, { kind: 'report', id, reach: [report.office.path] }, { shared: false }, { shared: true })
    await context.enqueue('reports.tell', { share: row.id })
    return findReport(context, id)
  },
})

export const withdrawReport = operation({
  name: 'reports.withdraw',
  summary: 'Take a shared report back: from now on the offices below read nothing of it',
  power: 'report.write',
  input: z.object({ id }),
  output: Report,
  example: { id: example.sharedReport },
  async run(context, { id }) {
    const report = await holdReport(context, id)
    if (!report.shared) throw new Refusal('conflict', refusals.notShared)
    await context.db
      .updateTable('report_share')
      .set({ withdrawn_by: context.actor.personId, withdrawn_at: context.clock.now() })
      .where('report_id', '=', id)
      .where('withdrawn_at', 'is', null)
      .execute()
    record(context, { kind: 'report', id, reach: [report.office.path] }, { shared: true }, { shared: false })
    return findReport(context, id)
  },
})

export const listSharedReports = operation({
  name: 'shared-reports.list',
  summary: 'Reports that are shared with your offices, the latest first',
  power: 'report.read',
  reads: true,
  input: z.object({
    cycle: id.optional(),
    above: flag.optional().describe('only those of offices above yours, whose page alone you read'),
    after: Cursor.optional(),
    before: Cursor.optional(),
  }),
  output: z.object({
    reports: z.array(SharedReport),
    makers: z.array(z.string()).describe('who may make reports of your own office; empty where you may'),
    ...Ends,
  }),
  example: {},
  async run(context, { cycle, above, ...turn }) {
    const order = { name: 'shared', column: sql.ref('s.shared_at'), type: 'timestamptz', descending: true } as const
    const query = visibleShares(context)
      .select(shareColumns)
      .$if(!!cycle, rows => rows.where('r.cycle_id', '=', cycle!))
      .$if(!!above, rows => rows.where(sql<boolean>`not ${within(reach(context, 'report.read'), { path: sql.ref('o.path') })}`))
    const { rows, next, previous } = await pageOf(query, order, sql.ref('r.id'), turn)
    return { reports: rows.map(row => sharedOf(context, row)), makers: await makersFor(context), next, previous }
  },
})

/** By name, the nearest first, at most three: whom to ask for a report of one's own office. */
async function makersFor(context: Context): Promise<string[]> {
  const path = context.actor.office?.path
  if (!path || canAnywhere(context.actor, 'report.write')) return []
  const people = nearestOf(await holders(context, 'report.write', path, context.clock.today()))
  return people.slice(0, 3).map(({ name }) => name)
}

export const showSharedReport = operation({
  name: 'shared-reports.show',
  summary: 'Your part of a shared report: the frozen figures of your offices, beside those of all its offices together',
  power: 'report.read',
  reads: true,
  input: z.object({ id }),
  output: SharedPart,
  example: { id: example.sharedReport },
  async run(context, { id }) {
    const { report, all, own } = await findShared(context, id)
    return { ...report, own: partOf(own), whole: wholeBeside(all, own), offices: own.map(alone) }
  },
})

function alone(row: OfficeFigures): SharedPart['offices'][number] {
  const { offices: _, ...figures } = partOf([row])
  return { code: row.code, name: row.name, ...figures }
}

/** How many are told within one transaction. */
const batch = 200

/**
 * Tells those who read a shared report from now on, some at a time in the order of their ids; the step of a job alone. Who was told is in
 * the ledger of notices, so that a step that is done twice tells nobody twice.
 */
export const tellOfShare = internalOperation({
  name: 'reports.tell',
  power: 'report.read',
  input: z.object({ share: id, after: id.optional() }),
  output: z.object({ next: z.uuid().nullable() }),
  async run(context, { share, after }) {
    const report = await shareInForce(context, share)
    if (!report) return { next: null }
    const people = await readersBelow(context, report.path, after ?? null, batch)
    const about = { kind: 'report.shared', key: share, subject: { kind: 'shared_report', id: report.id } }
    const params = { number: report.number, title: report.title, office: report.office }
    await notify(
      context,
      people.map(to => ({ to, params, ...about })),
    )
    return { next: people.length === batch ? people.at(-1)! : null }
  },
})

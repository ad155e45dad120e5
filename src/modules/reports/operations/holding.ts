import { record } from '../../../platform/audit/record.ts'
import { authorize } from '../../../platform/authority/reach.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import type { Run, RunState } from '../../../platform/runs/run.ts'
import { findReportForChange, stateOf } from '../queries/reports.ts'
import type { Report } from '../schema.ts'

/** The report, locked, for whoever makes reports at its office. */
export async function holdReport(context: Context, id: string): Promise<Report> {
  const report = await findReportForChange(context, id)
  authorize(context, 'report.write', { path: report.office.path })
  return report
}

/** Its making has ended or begins anew: the trail of the report says so. */
export function noteReport(context: Context, { subjectId: id, path, state, refusal }: Run, before: RunState): void {
  const reason = refusal ? { reason: refusal[context.locale] } : {}
  record(context, { kind: 'report', id, reach: [path] }, { state: stateOf[before] }, { state: stateOf[state], ...reason })
}

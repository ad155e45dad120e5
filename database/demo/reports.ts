import { createReport } from '../../src/modules/reports/operations/reports.ts'
import { call } from '../../src/platform/operation/operation.ts'
import type { Stage } from './cycles.ts'

/** The national report, and one for a province, which its own people and its inspectorate read. */
const reports = [
  { signatory: { name: 'Hendra Wirawan', position: 'Sekretaris Jenderal', place: 'Jakarta' } },
  { office: '32', signatory: { name: 'Euis Komariah', position: 'Sekretaris', place: 'Bandung' } },
]

/** Has the reports of a closed cycle made, as they would be on that day. */
export async function makeReports({ kernel, at, officer, say }: Stage, day: string, cycleName: string): Promise<void> {
  say('laporan')
  const { id: cycle } = await kernel.store.db.selectFrom('cycle').select('id').where('name', '=', cycleName).executeTakeFirstOrThrow()
  const reporting = at(day)
  for (const report of reports) await call(reporting, officer, createReport, { cycle, ...report }, 'setup')
  await kernel.jobs.drain(reporting)
}

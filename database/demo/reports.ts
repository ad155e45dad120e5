import { createReport } from '../../src/modules/reports/operations/reports.ts'
import { shareReport } from '../../src/modules/reports/operations/sharing.ts'
import { call } from '../../src/platform/operation/operation.ts'
import type { Stage } from './cycles.ts'

/** Has the reports of a closed cycle made, as they would be on that day: the national one, which is shared, then that of a province. */
export async function makeReports({ kernel, at, officer, people, say }: Stage, day: string, cycleName: string): Promise<void> {
  say('laporan')
  const { id: cycle } = await kernel.store.db.selectFrom('cycle').select('id').where('name', '=', cycleName).executeTakeFirstOrThrow()
  const reporting = at(day)
  const secretary = { name: 'Hendra Wirawan', position: 'Sekretaris Jenderal', place: 'Jakarta' }
  const national = await call(reporting, officer, createReport, { cycle, signatory: secretary }, 'setup')
  await kernel.jobs.drain(reporting)
  await call(reporting, officer, shareReport, { id: national.id }, 'setup')
  const euis = people.find(({ name }) => name === 'Euis Komariah')!
  const own = { name: euis.name, position: 'Sekretaris', place: 'Bandung' }
  await call(reporting, euis, createReport, { cycle, signatory: own }, 'setup')
  await kernel.jobs.drain(reporting)
}

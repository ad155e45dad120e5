import { loadOffices } from './modules/organisation/operations/loading.ts'
import { loadInstruments } from './modules/questionnaires/operations.ts'
import { system } from './platform/authority/actor.ts'
import { call, type Kernel } from './platform/operation/operation.ts'

/**
 * The offices of the region data and the built-in questionnaire: there before anything else is done, by the server or on the command line.
 */
export async function loadReferenceData(kernel: Kernel): Promise<void> {
  await call(kernel, system(), loadOffices, {}, 'setup')
  await call(kernel, system(), loadInstruments, {}, 'setup')
}

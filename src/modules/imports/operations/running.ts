import { z } from 'zod'
import { authorize } from '../../../platform/authority/reach.ts'
import { internalOperation, operation } from '../../../platform/operation/operation.ts'
import { Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { flag, id, line, optional, seenRev, Upload } from '../../../platform/values/shapes.ts'
import { officeId } from '../../organisation/schema.ts'
import { keepingOffice } from '../../partners/queries/contacts.ts'
import { findBatch } from '../queries/batches.ts'
import { Batch } from '../schema/batches.ts'
import { Preview } from '../schema/files.ts'
import { apartNumbers, fileChoices, Settings } from '../schema/settings.ts'
import { refusals } from '../words/refusals.ts'
import { acceptIn } from './accepting.ts'
import { applyRows } from './applying.ts'
import { rejudge, tableOf } from './judging.ts'
import { openBatch } from './opening.ts'
import { exampleFile, keepRows, previewOf, withChoices } from './reading.ts'
import { finishBatch, lockBatch, startBatch } from './states.ts'
import { takeBatch } from './taking.ts'

/** Rows that one transaction takes: a stop in the middle loses at most the work on these, never a row. */
const chunk = 250

export const confirmImport = operation({
  name: 'imports.confirm',
  summary:
    'Record what is ready; it runs in the background and can be cancelled between rows. Stays a preview when the register has changed: look again',
  power: 'agreement.import',
  limit: 'long',
  input: z.object({ id, rev: seenRev }),
  output: Batch,
  example: { id: example.batch, rev: 0 },
  async run(context, { id, rev }) {
    const batch = await takeBatch(context, id, rev)
    if (batch.state === 'mapping') throw new Refusal('conflict', refusals.columnsNotMapped)
    // Nobody writes over what they have not seen: what the register says now is judged, and looked at, before it is changed.
    if (await rejudge(context, batch)) return findBatch(context, id)
    return startBatch(context, batch)
  },
})

/** The next rows of an import that runs; repeated until none is left, harmless to repeat. */
export const applyImport = internalOperation({
  name: 'imports.apply',
  power: 'agreement.import',
  limit: 'long',
  input: z.object({ id }),
  output: Batch,
  async run(context, { id }) {
    const batch = await lockBatch(context, 'agreements', id)
    if (batch.state !== 'running') return batch
    const left = await applyRows(context, batch, chunk)
    return left ? findBatch(context, id) : finishBatch(context, batch)
  },
})

/**
 * The whole import in one call, for the command line and programs: `--preview` changes nothing, else what is ready is recorded by a job.
 */
export const importAgreements = operation({
  name: 'agreements.import',
  summary: 'Import a spreadsheet of agreements; with `preview` only say what would become of each row',
  power: 'agreement.import',
  limit: 'long',
  input: z.object({
    file: Upload,
    preview: flag.default(false),
    leaveOutHidden: flag.default(false).describe('Leave out rows that are hidden in the file, by a filter or by hand'),
    office: optional(line(40)).describe(
      'Id or code of the office that imports, and of all rows when the file has no office; your own unless given',
    ),
    acceptProposals: flag.default(false).describe('Accept what is proposed for cells that were not understood'),
    apart: apartNumbers,
    ...fileChoices,
  }),
  output: Preview.partial({ rows: true, unread: true, columns: true, dayOrders: true }).extend({ batch: Batch.optional() }),
  example: { file: exampleFile, preview: false, leaveOutHidden: false, office: officeId('35.10'), apart: [] },
  async prepare(context, { file, office }) {
    const { path } = await keepingOffice(context, office)
    authorize(context, 'agreement.import', { path })
    return tableOf(file.bytes)
  },
  async run(context, { file, preview, office, leaveOutHidden, acceptProposals: accept, ...choices }, table) {
    const settings = withChoices(Settings.parse({}), choices)
    if (preview) {
      const { id: officeId, path } = await keepingOffice(context, office)
      authorize(context, 'agreement.import', { path })
      return previewOf(context, table, { leaveOutHidden, officeId, settings, accept })
    }
    const batch = await openBatch(context, 'agreements', file, office, { leaveOutHidden, settings })
    await keepRows(context, batch, table)
    const judged = await findBatch(context, batch.id)
    if (judged.state === 'mapping') return { counts: judged.counts, batch: judged }
    if (accept) await acceptIn(context, judged, [])
    const started = await startBatch(context, await findBatch(context, batch.id))
    return { counts: started.counts, batch: started }
  },
})

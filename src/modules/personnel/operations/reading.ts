import { z } from 'zod'
import { authorize } from '../../../platform/authority/reach.ts'
import { readFile } from '../../../platform/files/store.ts'
import { type Context, internalOperation, operation } from '../../../platform/operation/operation.ts'
import { flag, id, line, optional, Upload } from '../../../platform/values/shapes.ts'
import { insertRows, recount } from '../../imports/operations/keeping-rows.ts'
import { openBatch } from '../../imports/operations/opening.ts'
import { noteRead } from '../../imports/operations/rows-of-batch.ts'
import { finishReading, lockBatch, startBatch, startReading } from '../../imports/operations/states.ts'
import { findBatch } from '../../imports/queries/batches.ts'
import { officeId } from '../../organisation/schema.ts'
import { keepingOffice } from '../../partners/queries/contacts.ts'
import type { PersonTable } from '../rules/person-rows.ts'
import { personPreview } from '../rules/preview.ts'
import { PersonBatch, PersonPreview } from '../schema.ts'
import { judgeRows, tableOf } from './judging.ts'

const exampleFile = {
  name: 'pejabat.csv',
  bytes: new TextEncoder().encode('Nama,Jabatan,Satuan Kerja,Kode Wilayah\nRahasia Baru,Staf,KPU Kabupaten Banyuwangi,35.10\n'),
}
const office = optional(line(40)).describe('Id or code of the office that brings the file; your own unless given')

export const uploadPersons = operation({
  name: 'person-imports.upload',
  summary: 'Bring in a spreadsheet of officials and operators; it is read and judged row by row, nothing is recorded yet',
  power: 'person.write',
  input: z.object({ file: Upload, office }),
  output: PersonBatch,
  example: { file: exampleFile, office: officeId('35.10') },
  async run(context, { file, office }) {
    const batch = await openBatch(context, 'persons', file, office)
    return startReading(context, batch)
  },
})

/** The file of an import of persons that was brought, with its rows as they are judged; harmless to repeat. */
export const readPersons = internalOperation({
  name: 'person-imports.read',
  power: 'person.write',
  limit: 'long',
  input: z.object({ id }),
  output: PersonBatch,
  async prepare(context, { id }) {
    const batch = await findBatch(context, id, 'persons')
    authorize(context, 'person.write', { path: batch.office.path })
    if (batch.state !== 'reading') return null
    const { key } = await context.db.selectFrom('stored_file_card').select('key').where('id', '=', batch.fileId).executeTakeFirstOrThrow()
    return tableOf(await readFile(context.files, key))
  },
  async run(context, { id }, table) {
    const batch = await lockBatch(context, 'persons', id)
    if (batch.state !== 'reading' || !table) return batch // tried again since it was looked at: that has a job of its own
    return keepTable(context, batch, table)
  },
})

/**
 * The whole import in one call, for the command line and programs: `--preview` changes nothing, else what is ready is recorded by a job.
 */
export const importPersons = operation({
  name: 'persons.import',
  summary: 'Import a spreadsheet of officials and operators; with `preview` only say what would become of each row. Sends no letter',
  power: 'person.write',
  limit: 'long',
  input: z.object({ file: Upload, preview: flag.default(false), office }),
  output: PersonPreview.partial({ rows: true }).extend({ batch: PersonBatch.optional() }),
  example: { file: exampleFile, preview: false, office: officeId('35.10') },
  async prepare(context, { file, office }) {
    authorize(context, 'person.write', await keepingOffice(context, office))
    return tableOf(file.bytes)
  },
  async run(context, { file, preview, office }, table) {
    if (!preview) {
      const batch = await keepTable(context, await openBatch(context, 'persons', file, office), table)
      const started = await startBatch(context, await findBatch(context, batch.id, 'persons'))
      return { counts: started.counts, batch: started }
    }
    authorize(context, 'person.write', await keepingOffice(context, office))
    return personPreview(table.rows, await judgeRows(context, table.headers, table.rows))
  },
})

/** Writes the rows as they came, with what they were judged to be. */
async function keepTable(context: Context, { id, runId }: PersonBatch, { headers, rows }: PersonTable): Promise<PersonBatch> {
  const judged = await judgeRows(context, headers, rows)
  await insertRows(
    context,
    id,
    rows.map((row, at) => ({ ...row, judged: judged[at]!, outcome: judged[at]!.outcome, problems: judged[at]!.problems })),
  )
  const hidden = rows.filter(row => row.hidden).length
  await noteRead(context, id, { headers, total: rows.length, hidden })
  await recount(context, id)
  await finishReading(context, { id, runId })
  return findBatch(context, id, 'persons')
}

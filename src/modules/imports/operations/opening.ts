import type { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize } from '../../../platform/authority/reach.ts'
import { keepFile } from '../../../platform/files/store.ts'
import { type Context, newId } from '../../../platform/operation/operation.ts'
import type { Upload } from '../../../platform/values/shapes.ts'
import { keepingOffice } from '../../partners/queries/contacts.ts'
import { findBatch, powerTo } from '../queries/batches.ts'
import type { Batch } from '../schema/batches.ts'
import type { ImportKind } from '../schema/codes.ts'

/** Keeps the file and opens a batch in an office: the one named, else one's own, else the national one. */
export async function openBatch(
  context: Context,
  kind: ImportKind,
  file: z.output<typeof Upload>,
  given: string | null,
  { leaveOutHidden = false, settings = {} }: { leaveOutHidden?: boolean; settings?: object } = {},
): Promise<Batch> {
  const office = await keepingOffice(context, given)
  authorize(context, powerTo[kind], { path: office.path })
  const stored = await keepFile(context, file, { reach: [office.path] })
  const id = newId()
  await context.db
    .insertInto('import_batch')
    .values({
      id,
      kind,
      name: stored.name,
      file_id: stored.id,
      office_id: office.id,
      state: 'reading',
      leave_out_hidden: leaveOutHidden,
      settings: JSON.stringify(settings),
      created_by: context.actor.personId,
      created_at: context.clock.now(),
    })
    .execute()
  record(context, { kind: 'import', id, reach: [office.path] }, null, {
    file: stored.name,
    size: stored.size,
    sha256: stored.sha256,
  })
  return findBatch(context, id, kind)
}

import { z } from 'zod'
import { reach } from '../../../platform/authority/reach.ts'
import { storedFile } from '../../../platform/files/flow.ts'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { Download, id } from '../../../platform/values/shapes.ts'

/** Whether a file belongs to something of a module that the one who asks may read now. */
export type FileOwner = (context: Context, id: string) => Promise<boolean>

/**
 * Download of what a module vouches for, as it is now: a document that was taken away, or a party that left, is asked for anew each time.
 * What has an operation of its own, such as the files of answers, is nobody's here.
 */
export function showFileOf(owners: readonly FileOwner[]) {
  const showFile = operation({
    name: 'files.show',
    summary: 'Download a file of an agreement, an import or a report in your reach',
    power: 'agreement.read',
    reads: true,
    input: z.object({ id }),
    output: Download,
    example: { id: example.documentFile },
    async run(context, { id }) {
      reach(context, 'agreement.read')
      if (!(await isVouchedFor(context, id, owners))) throw notFound()
      return storedFile(context, id)
    },
  })
  return showFile
}

async function isVouchedFor(context: Context, id: string, owners: readonly FileOwner[]): Promise<boolean> {
  for (const owns of owners) if (await owns(context, id)) return true
  return false
}

import { z } from 'zod'
import { reach } from '../../../platform/authority/reach.ts'
import { storedFile } from '../../../platform/files/flow.ts'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { Download, id } from '../../../platform/values/shapes.ts'

/**
 * Download of what a kind of subject holds, as it is now: a document that was taken away, or a party that left, is asked for anew each
 * time. What has an operation of its own, such as the files of answers, is nobody's here.
 */
export const showFile = operation({
  name: 'files.show',
  summary: 'Download a file of an agreement, an import, a report or a comment in your reach',
  power: 'agreement.read',
  reads: true,
  input: z.object({ id }),
  output: Download,
  example: { id: example.documentFile },
  async run(context, { id }) {
    reach(context, 'agreement.read')
    if (!(await isVouchedFor(context, id))) throw notFound()
    return storedFile(context, id)
  },
})

async function isVouchedFor(context: Context, id: string): Promise<boolean> {
  for (const { holdsFile } of new Set(context.subjects.kinds.values())) if (await holdsFile?.(context, id)) return true
  return false
}

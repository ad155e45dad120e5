import type { Context } from '../../../platform/operation/operation.ts'
import { visible } from './visible.ts'

/** A document that was not taken away, of an agreement that is in reach now. */
export async function holdsFile(context: Context, id: string): Promise<boolean> {
  const found = await visible(context)
    .innerJoin('agreement_document as d', 'd.agreement_id', 'a.id')
    .where('d.file_id', '=', id)
    .where('d.removed_at', 'is', null)
    .select('d.id')
    .executeTakeFirst()
  return found !== undefined
}

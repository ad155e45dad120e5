import type { FileOwner } from '../../files/operations/show.ts'
import { visible } from './visible.ts'

/** A document that was not taken away, of an agreement that is in reach now. */
export const ownsFile: FileOwner = async (context, id) => {
  const found = await visible(context)
    .innerJoin('agreement_document as d', 'd.agreement_id', 'a.id')
    .where('d.file_id', '=', id)
    .where('d.removed_at', 'is', null)
    .select('d.id')
    .executeTakeFirst()
  return found !== undefined
}

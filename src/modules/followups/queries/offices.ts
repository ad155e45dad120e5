import { sql } from 'kysely'
import type { Context } from '../../../platform/operation/operation.ts'
import { isId } from '../../../platform/values/shapes.ts'
import { nameMatches, visible } from '../../organisation/queries/offices.ts'

/** Open offices in reach that `ref` can mean: an id, a code, or words of a name; an exact name or code comes alone. */
export async function officesFor(context: Context, ref: string) {
  const meant = isId(ref) ? sql<boolean>`o.id = ${ref}::uuid` : nameMatches(ref)
  const rows = await visible(context)
    .where(meant)
    .select(['o.id', 'o.code', 'o.name', sql<string>`o.path::text`.as('path'), 'o.zone'])
    .orderBy('o.code')
    .limit(30)
    .execute()
  const exact = rows.filter(({ code, name }) => code === ref || name.toLowerCase() === ref.toLowerCase())
  return exact.length === 1 ? exact : rows
}

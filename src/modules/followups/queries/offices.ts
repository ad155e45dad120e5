import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../../platform/operation.ts'
import { containing } from '../../../platform/search.ts'
import { visible } from '../../organisation/queries/offices.ts'

/** Open offices in reach that `ref` can mean: an id, a code, or words of a name; an exact name or code comes alone. */
export async function officesFor(context: Context, ref: string) {
  const isId = z.uuid().safeParse(ref).success
  const meant = isId ? sql<boolean>`o.id = ${ref}::uuid` : sql<boolean>`(o.code = ${ref} or o.name ilike ${containing(ref)})`
  const rows = await visible(context)
    .where(meant)
    .select(['o.id', 'o.code', 'o.name', sql<string>`o.path::text`.as('path'), 'o.zone'])
    .orderBy('o.code')
    .limit(30)
    .execute()
  const exact = rows.filter(({ code, name }) => code === ref || name.toLowerCase() === ref.toLowerCase())
  return exact.length === 1 ? exact : rows
}

import { sql } from 'kysely'
import { hasInOrder } from '../../../platform/database/search.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { invalid } from '../../../platform/refusals/refusal.ts'
import { isId } from '../../../platform/values/shapes.ts'
import { refusals } from '../words/refusals.ts'

/** Regions of the whole country, by the offices that stand in them: what those are called everybody signed in may know. */
const regions = ({ db }: Pick<Context, 'db'>) =>
  db.selectFrom('office_card as r').where('r.kind', 'in', ['national', 'province', 'regency']).where('r.closed_on', 'is', null)

/** By what was typed; without it those of the provinces. */
export const regionChoices = (context: Context, typed: string) =>
  regions(context)
    .where(
      typed
        ? sql<boolean>`(${hasInOrder(sql`r.name`, typed)} or r.code like ${`${typed.replace(/[^\d.]/g, '') || '-'}%`})`
        : sql<boolean>`r.kind = 'province'`,
    )
    .select(['r.id', 'r.code', 'r.name'])
    .orderBy('r.code')
    .limit(20)
    .execute()

/** The region that a field names, by id, code or whole name, or as the choices say it, `KPU Kota Bandung (32.73)`. */
export async function regionNamed(context: Context, ref: string): Promise<{ id: string }> {
  const code = ref.match(/\(([\d.]+)\)$/)?.[1] ?? ref
  const [region, another] = await regions(context)
    .where(sql<boolean>`(r.id = ${isId(ref) ? ref : null}::uuid or r.code = ${code} or lower(r.name) = lower(${ref}))`)
    .select('r.id')
    .limit(2)
    .execute()
  if (!region || another) throw invalid('region', refusals.regionUnknown)
  return region
}

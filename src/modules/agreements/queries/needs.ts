import { sql } from 'kysely'
import { isEmpty, reach } from '../../../platform/authority/reach.ts'
import { mostCounted } from '../../../platform/database/keyset.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { addDays } from '../../../platform/values/clock.ts'
import { hasStatus, isInForce } from './filters.ts'
import { inReach, today, visible } from './visible.ts'

/**
 * What expires soon where one may prepare its renewal, the first to end first; at most ten, and how many there are, as far as lists count.
 */
export async function expiringSoon(context: Context) {
  const own = reach(context, 'agreement.write')
  if (isEmpty(own)) return []
  const found = visible(context)
    .where(inReach(own))
    .where(hasStatus('expiring', today(context)))
  const counted = found.select(sql`1`.as('one')).limit(mostCounted)
  return found
    .select([
      'a.id',
      'a.title',
      'a.partner_names as partners',
      'a.ends_on as endsOn',
      sql<number>`(select count(*) from (${counted}) as counted)`.as('total'),
    ])
    .orderBy(sql`coalesce(a.ends_on, '9999-12-31'::date)`)
    .orderBy('a.id')
    .limit(10)
    .execute()
}

type InForce = { inForce: number; before: number; signed: number; office?: string | null; offices?: number }

/**
 * How many are in force, and were thirty days before, of all that have been signed and are in reach; for a partner also with which office
 * most of them are, and with how many.
 */
export async function countInForce(context: Context): Promise<InForce> {
  const day = today(context)
  return visible(context)
    .where('a.stage', '=', 'signed')
    .select([
      sql<number>`count(*) filter (where ${isInForce(sql`${day}`)})`.as('inForce'),
      sql<number>`count(*) filter (where ${isInForce(sql`${addDays(day, -30)}`)})`.as('before'),
      sql<number>`count(*)`.as('signed'),
    ])
    .$if(context.actor.partner !== undefined, query =>
      query
        .innerJoin('office_card as o', 'o.id', 'a.office_id')
        .select([sql<string | null>`mode() within group (order by o.name)`.as('office'), sql<number>`count(distinct o.id)`.as('offices')]),
    )
    .executeTakeFirstOrThrow()
}

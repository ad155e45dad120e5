import { sql } from 'kysely'
import { can, reachOf, within } from '../../../platform/authority/reach.ts'
import type { Context } from '../../../platform/operation/operation.ts'

/**
 * Whoever speaks for a partner reads all its agreements and answers for it in each, wherever they are. So only who reaches every one
 * of them with `partner.contact` may give somebody that voice; while there is none, who reaches the office that keeps the entry.
 */
export async function mayInviteRepresentative({ db, actor }: Context, partnerId: string): Promise<boolean> {
  const partner = await db
    .selectFrom('partner as p')
    .innerJoin('office_card as o', 'o.id', 'p.office_id')
    .where('p.id', '=', partnerId)
    .select([
      sql<string>`o.path::text`.as('path'),
      sql<boolean>`exists (select from agreement_party_card y where y.partner_id = p.id)`.as('bound'),
      sql<boolean>`exists (select from agreement_party_card y join agreement_card a on a.id = y.agreement_id
        where y.partner_id = p.id and not ${within(reachOf(actor, 'partner.contact'), { paths: sql.ref('a.reach') })})`.as('beyond'),
    ])
    .executeTakeFirst()
  if (!partner || partner.beyond || actor.scope === 'read') return false
  return partner.bound || can(actor, 'partner.contact', { path: partner.path })
}

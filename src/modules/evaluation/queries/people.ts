import { sql } from 'kysely'
import { effectiveGrants } from '../../../platform/authority/holders.ts'
import { canAnywhere } from '../../../platform/authority/reach.ts'
import { holds, roleNames } from '../../../platform/authority/roles.ts'
import type { Locale } from '../../../platform/i18n/words.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { phoneOfContact } from '../../partners/queries/contacts.ts'

export type Recipient = { assignmentId: string; personId: string; name: string; email: string; locale: Locale; phone: string | null }

/** Who may submit for one side: the roles that hold the power. */
const answering = roleNames.filter(role => holds(role, 'answer.submit'))

/**
 * The people to write to about some forms: for an office's, those with an answering role at that very office (or whoever holds a
 * position that has one there); for a partner's, its contacts. People above an office are not written to about each of its forms.
 */
export async function recipientsOf({ db, clock }: Pick<Context, 'db' | 'clock'>, assignmentIds: string[]): Promise<Recipient[]> {
  if (assignmentIds.length === 0) return []
  const today = clock.today()
  const { rows } = await sql<Recipient>`
    with asked as materialized (select id, side, office_id, partner_id from assignment where id = any (${assignmentIds}::uuid[])),
    answering as materialized (select e.* from ${effectiveGrants(today)} e where e.role = any (${answering}::text[])),
    found as (
      select t.id, e.person_id from asked t join answering e on e.partner_id = t.partner_id where t.side = 'partner'
      union
      select t.id, e.person_id from asked t join answering e on e.office_id = t.office_id where t.side = 'kpu'
    )
    select f.id as "assignmentId", p.id as "personId", p.name, p.email, p.locale,
      coalesce(p.phones[1], ${phoneOfContact(sql.ref('p.id'), today)}) as phone
    from found f join person_card p on p.id = f.person_id where p.left_at is null and p.email is not null order by p.email, f.id`.execute(
    db,
  )
  return rows
}

/** About which of some forms somebody can be written to, for whoever may write to contacts; null for others. */
export async function reachableAmong(context: Context, assignmentIds: string[]): Promise<ReadonlySet<string> | null> {
  if (!canAnywhere(context.actor, 'partner.contact')) return null
  return new Set((await recipientsOf(context, assignmentIds)).map(({ assignmentId }) => assignmentId))
}

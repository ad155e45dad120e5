import { sql } from 'kysely'
import type { Locale } from '../../../platform/i18n/words.ts'
import type { Context } from '../../../platform/operation.ts'
import { inForce, isHeld } from '../../../platform/permissions/in-force.ts'
import { holds, roleNames } from '../../../platform/permissions/roles.ts'

export type Recipient = { assignmentId: string; personId: string; name: string; email: string; locale: Locale }

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
    answering as materialized (select g.* from role_grant g where g.role = any (${answering}::text[]) and ${isHeld('g', today)}),
    found as (
      select t.id, g.person_id from asked t join answering g on g.partner_id = t.partner_id where t.side = 'partner' and g.person_id is not null
      union
      select t.id, g.person_id from asked t join answering g on g.office_id = t.office_id where t.side = 'kpu' and g.person_id is not null
      union
      select t.id, ap.person_id from asked t join appointment ap on ap.office_id = t.office_id and ${inForce('ap', today)}
        join answering g on g.position_id = ap.position_id join office h on h.id = g.office_id join office o on o.id = t.office_id
      where t.side = 'kpu' and (h.id = o.id or (g.with_descendants and o.path <@ h.path))
    )
    select f.id as "assignmentId", p.id as "personId", p.name, p.email, p.locale
    from found f join person p on p.id = f.person_id where p.left_at is null and p.email is not null order by p.email, f.id`.execute(db)
  return rows
}

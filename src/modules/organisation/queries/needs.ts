import { sql } from 'kysely'
import { effectiveGrants } from '../../../platform/authority/holders.ts'
import { isEmpty, reach, within } from '../../../platform/authority/reach.ts'
import type { Role } from '../../../platform/authority/roles.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { addDays } from '../../../platform/values/clock.ts'

const soon = 14

/** Roles of others in reach that end within two weeks, for those who could give them anew. */
export async function rolesEndingSoon(context: Context) {
  const own = reach(context, 'grant.write')
  if (isEmpty(own)) return []
  const today = context.clock.today()
  const { rows } = await sql<{ personId: string; name: string; role: Role; office: string; toOn: string; total: number }>`
    select p.id as "personId", p.name, g.role, o.name as office, g.to_on as "toOn", count(*) over () as total
    from role_grant g join person p on p.id = g.person_id join office o on o.id = g.office_id
    where g.revoked_at is null and g.delegated_by is null and p.left_at is null and g.to_on between ${today}::date and ${addDays(today, soon)}::date
      and ${within(own, { path: sql.ref('o.path') })} order by g.to_on, p.name limit 10`.execute(context.db)
  return rows
}

/** Of the open offices in reach (committees of districts and villages aside), how many have somebody with a role there. */
export async function officesWithUsers(context: Context): Promise<{ withUsers: number; offices: number } | null> {
  const own = reach(context, 'grant.write')
  if (isEmpty(own)) return null
  const today = context.clock.today()
  const { rows } = await sql<{ withUsers: number; offices: number }>`
    select count(*) as offices, count(*) filter (where o.id in (
      select e.office_id from ${effectiveGrants(today)} e join person p on p.id = e.person_id where p.left_at is null)) as "withUsers"
    from office o where o.kind in ('national', 'province', 'regency') and coalesce(o.closed_on, 'infinity') > ${today}::date and ${within(own, { path: sql.ref('o.path') })}`.execute(
    context.db,
  )
  return rows[0] ?? null
}

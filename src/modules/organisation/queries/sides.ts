import { sql } from 'kysely'
import type { Queryable } from '../../../platform/database.ts'

/** Whether a person has, from this day on, a position or a role at an office of the commission. */
export async function servesOffice(db: Queryable, personId: string, day: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from role_grant g where g.person_id = ${personId} and g.office_id is not null and g.revoked_at is null and coalesce(g.to_on, 'infinity') >= ${day}::date)
      or exists (select from appointment a where a.person_id = ${personId} and coalesce(a.to_on, 'infinity') >= ${day}::date) as found`.execute(
    db,
  )
  return rows[0]!.found
}

/** Whether a person speaks, from this day on, for a partner. */
export async function speaksForPartner(db: Queryable, personId: string, day: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from role_grant g where g.person_id = ${personId} and g.partner_id is not null and g.revoked_at is null and coalesce(g.to_on, 'infinity') >= ${day}::date) as found`.execute(
    db,
  )
  return rows[0]!.found
}

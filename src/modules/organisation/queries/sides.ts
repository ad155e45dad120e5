import { sql } from 'kysely'
import { hasNotEnded, isStillHeld } from '../../../platform/authority/in-force.ts'
import type { Queryable } from '../../../platform/database/database.ts'

/** Whether a person has, from this day on, a position or a role at an office of the commission. */
export async function servesOffice(db: Queryable, personId: string, day: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from role_grant g where g.person_id = ${personId} and g.office_id is not null and ${isStillHeld('g', day)})
      or exists (select from appointment a where a.person_id = ${personId} and ${hasNotEnded('a', day)}) as found`.execute(db)
  return rows[0]!.found
}

/** Whether a person speaks, from this day on, for a partner. */
export async function speaksForPartner(db: Queryable, personId: string, day: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from role_grant g where g.person_id = ${personId} and g.partner_id is not null and ${isStillHeld('g', day)}) as found`.execute(
    db,
  )
  return rows[0]!.found
}

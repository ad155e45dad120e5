import { sql } from 'kysely'
import { isOfOffice, isOfPartner } from '../../../platform/authority/sides.ts'
import type { Queryable } from '../../../platform/database/database.ts'

/** Whether a person has, from this day on, a position or a role at an office of the commission. */
export async function servesOffice(db: Queryable, personId: string, day: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select ${isOfOffice(sql`${personId}::uuid`, day)} as found`.execute(db)
  return rows[0]!.found
}

/** Whether a person speaks, from this day on, for a partner. */
export async function speaksForPartner(db: Queryable, personId: string, day: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select ${isOfPartner(sql`${personId}::uuid`, day, { orLater: true })} as found`.execute(db)
  return rows[0]!.found
}

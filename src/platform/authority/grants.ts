import type { Context } from '../operation/operation.ts'
import type { Role } from './roles.ts'

type Grant = {
  id: string
  person_id: string
  role: Role
  office_id?: string
  partner_id?: string
  with_descendants?: boolean
  from_on: string
}

/** Gives a role from a day on, without an end. The caller has asked whether it may be given, and records it. */
export async function addGrant({ db, clock, actor }: Context, grant: Grant): Promise<void> {
  await db
    .insertInto('role_grant')
    .values({ ...grant, granted_by: actor.personId, granted_at: clock.now() })
    .execute()
}

/** Takes from a person all roles at a partner. The caller records it. @returns the ids of the grants */
export async function revokeGrantsAt({ db, clock, actor }: Context, personId: string, partnerId: string): Promise<string[]> {
  const revoked = await db
    .updateTable('role_grant')
    .set({ revoked_at: clock.now(), revoked_by: actor.personId })
    .where('person_id', '=', personId)
    .where('partner_id', '=', partnerId)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute()
  return revoked.map(({ id }) => id)
}

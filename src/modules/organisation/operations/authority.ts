import { sql } from 'kysely'
import { type Role, roles } from '../../../platform/authority/roles.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { invalid, Refusal } from '../../../platform/refusals/refusal.ts'
import { ownGrants, placesOf } from '../queries/grants.ts'
import { mayChange } from '../queries/person.ts'
import { servesOffice, speaksForPartner } from '../queries/sides.ts'
import { mayGive, type RolePlace } from '../rules.ts'
import { refusals } from '../words/refusals.ts'

/**
 * Refuses a role that holds a power which the one who gives it lacks there, or has only for somebody else. What is given until
 * `toOn` (null: without end) ends no later than what it is given from; undefined asks nothing of the end.
 */
export async function allowToGive(
  context: Context,
  role: Role,
  place: RolePlace,
  toOn: string | null | undefined,
  field = 'role',
): Promise<void> {
  const { actor, db, clock } = context
  const named = { role: roles[role].name }
  if (!mayGive(actor, role, place)) throw invalid(field, refusals.roleBeyondGiver(named))
  if (!actor.personId) return
  const own = await ownGrants(db, actor.personId, clock.today())
  if (!mayGive({ ...actor, grants: own }, role, place)) throw invalid(field, refusals.roleFromDelegatedPower(named))
  if (toOn === undefined) return
  const lasting = own.filter(grant => grant.toOn === null || (toOn !== null && toOn <= grant.toOn))
  if (!mayGive({ ...actor, grants: lasting }, role, place)) throw invalid('toOn', refusals.roleBeyondGiversTime(named))
}

/**
 * Each side of an agreement answers for itself and unseen by the other, so nobody stands on both. The caller holds the lock on the
 * person, so that two who put the same person on either side take turns.
 */
export async function refuseBothSides({ db, clock }: Context, personId: string, side: 'office' | 'partner'): Promise<void> {
  if (side === 'partner' && (await servesOffice(db, personId, clock.today()))) throw invalid('person', refusals.personServesOffice)
  if (side === 'office' && (await speaksForPartner(db, personId, clock.today()))) throw invalid('person', refusals.personSpeaksForPartner)
}

/** Refuses to change a person who is not wholly in one's hands; see `mayChange`. */
export async function allowOver(context: Context, personId: string): Promise<void> {
  context.asked.add('person.write')
  if (!(await mayChange(context, personId))) throw new Refusal('forbidden', refusals.personOutsideReach)
}

/**
 * Who has no place any more is given one by those who could change them; else a place of one's own giving would put a stranger's past into
 * one's hands.
 */
export async function allowToPlace(context: Context, personId: string): Promise<void> {
  const places = await placesOf(context.db, personId, context.clock.today())
  if (!places.length) await allowOver(context, personId)
}

/** The last one who can let others in stays. Locks the administrators, so that two who remove each other take turns. */
export async function keepAnAdministrator(context: Context, but: { grantId?: string; personId?: string }): Promise<void> {
  const today = context.clock.today()
  const { rows } = await sql<{ id: string; person_id: string }>`
    select g.id, g.person_id from role_grant g join office o on o.id = g.office_id join person p on p.id = g.person_id
    where g.role = 'national_admin' and o.kind = 'national' and g.with_descendants and p.left_at is null and g.revoked_at is null
      and g.from_on <= ${today}::date and g.to_on is null
    order by g.id for update of g`.execute(context.db)
  const isOne = rows.some(row => row.id === but.grantId || row.person_id === but.personId)
  const others = rows.filter(row => row.id !== but.grantId && row.person_id !== but.personId)
  if (isOne && !others.length) throw new Refusal('conflict', refusals.administratorIsLast)
}

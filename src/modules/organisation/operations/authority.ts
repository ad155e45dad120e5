import { sql } from 'kysely'
import { type Role, roles } from '../../../platform/authority/roles.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { invalid, Refusal } from '../../../platform/refusals/refusal.ts'
import { ownGrants, placesOf } from '../queries/grants.ts'
import { mayChange } from '../queries/person.ts'
import { servesOffice, speaksForPartner } from '../queries/sides.ts'
import { mayGive, type RolePlace } from '../rules.ts'

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
  const { id, en } = roles[role].name
  if (!mayGive(actor, role, place))
    throw invalid(field, {
      id: `Anda tidak dapat memberikan peran ${id} di sini: wewenangnya melebihi wewenang Anda.`,
      en: `You cannot give the role ${en} here: it may do more than you may.`,
    })
  if (!actor.personId) return
  const own = await ownGrants(db, actor.personId, clock.today())
  if (!mayGive({ ...actor, grants: own }, role, place))
    throw invalid(field, {
      id: `Peran ${id} tidak dapat diberikan dari wewenang yang didelegasikan kepada Anda. Mintalah satuan kerja di atas Anda.`,
      en: `The role ${en} cannot be given from a power that was delegated to you. Ask the office above yours.`,
    })
  if (toOn === undefined) return
  const lasting = own.filter(grant => grant.toOn === null || (toOn !== null && toOn <= grant.toOn))
  if (!mayGive({ ...actor, grants: lasting }, role, place))
    throw invalid('toOn', {
      id: `Peran ${id} tidak dapat diberikan lebih lama daripada peran Anda sendiri. Isi hari terakhirnya.`,
      en: `The role ${en} cannot be given for longer than your own role lasts. Give it a last day.`,
    })
}

/**
 * Each side of an agreement answers for itself and unseen by the other, so nobody stands on both. The caller holds the lock on the
 * person, so that two who put the same person on either side take turns.
 */
export async function refuseBothSides({ db, clock }: Context, personId: string, side: 'office' | 'partner'): Promise<void> {
  if (side === 'partner' && (await servesOffice(db, personId, clock.today())))
    throw invalid('person', {
      id: 'Orang ini bertugas di satuan kerja, sehingga tidak dapat mewakili mitra.',
      en: 'This person serves in an office, so they cannot speak for a partner.',
    })
  if (side === 'office' && (await speaksForPartner(db, personId, clock.today())))
    throw invalid('person', {
      id: 'Orang ini mewakili mitra, sehingga tidak dapat bertugas di satuan kerja. Akhiri dahulu sebagai narahubung.',
      en: 'This person speaks for a partner, so they cannot serve in an office. End them as a contact first.',
    })
}

/** Refuses to change a person who is not wholly in one's hands; see `mayChange`. */
export async function allowOver(context: Context, personId: string): Promise<void> {
  context.asked.add('person.write')
  if (!(await mayChange(context, personId)))
    throw new Refusal('forbidden', {
      id: 'Orang ini juga bertugas di luar wilayah Anda, atau wewenangnya melebihi wewenang Anda. Mintalah satuan kerja di atas Anda.',
      en: 'This person also works outside your reach, or may do more than you. Ask the office above yours.',
    })
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
  if (isOne && !others.length)
    throw new Refusal('conflict', {
      id: 'Ini administrator nasional terakhir. Tunjuk yang lain lebih dahulu.',
      en: 'This is the last national administrator. Appoint another one first.',
    })
}

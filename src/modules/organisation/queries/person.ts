import { sql } from 'kysely'
import { hasSecondFactor } from '../../../platform/auth/accounts.ts'
import type { Actor } from '../../../platform/authority/actor.ts'
import { effectiveGrants } from '../../../platform/authority/holders.ts'
import { can, nationally, reach, within } from '../../../platform/authority/reach.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { grantStateOn, mayGive } from '../rules.ts'
import type { Appointment, Readout } from '../schema.ts'
import { grantColumns, ownGrants, placesOf, type Standpoint, shownGrant, visibleGrants } from './grants.ts'
import { rowColumns, visiblePersons } from './persons.ts'

const most = 200

/** One person with places, roles, and what follows from them today; only what lies in the reach of the reader, all of it for oneself. */
export async function readPerson(context: Context, id: string) {
  const person = await visiblePersons(context).where('p.id', '=', id).select(rowColumns(context)).executeTakeFirst()
  if (!person) throw notFound()
  const grants = await visibleGrants(context)
    .where('g.person_id', '=', id)
    .select(grantColumns(context))
    .orderBy('g.from_on', 'desc')
    .orderBy('g.id')
    .limit(most)
    .execute()
  const changeable = await mayChange(context, id)
  return {
    ...person,
    appointments: await appointmentsOf(context, id),
    grants: grants.map(grant => shownGrant(context, grant)),
    may: await readout(context, id),
    changeable,
    secondFactor: changeable ? await hasSecondFactor(context.db, id) : null,
  }
}

const seen = (context: Context, personId: string) =>
  context.actor.personId === personId ? sql<boolean>`true` : within(reach(context, 'person.read'), { path: sql.ref('o.path') })

/** Without those that never came into force because the person had left before. */
async function appointmentsOf(context: Context, personId: string): Promise<Appointment[]> {
  const today = context.clock.today()
  const { rows } = await sql<Omit<Appointment, 'standing'>>`
    select a.id, jsonb_build_object('id', po.id, 'name', po.name) as position, jsonb_build_object('id', o.id, 'name', o.name) as office, a.unit, a.acting, a.from_on as "fromOn", a.to_on as "toOn"
    from appointment a join position po on po.id = a.position_id join office o on o.id = a.office_id
    where a.person_id = ${personId} and coalesce(a.to_on, 'infinity') >= a.from_on and ${seen(context, personId)} order by a.from_on desc, a.id limit ${most}`.execute(
    context.db,
  )
  return rows.map(row => ({ ...row, state: grantStateOn(row, today) }))
}

/** What this person may do today, where, until when, and why. */
async function readout(context: Context, personId: string): Promise<Readout[]> {
  const { rows } = await sql<Readout>`
    select e.id as "grantId", e.role, coalesce(o.name, m.partner_name) as place, e.descendants, e.to_on as "toOn", po.name as position, d.name as "delegatedBy", b.name as "grantedBy"
    from ${effectiveGrants(context.clock.today())} e
    left join office o on o.id = e.office_id left join role_grant_card m on m.id = e.id left join position po on po.id = e.position_id
    left join person d on d.id = e.delegated_by left join person b on b.id = e.granted_by
    where e.person_id = ${personId} and ${seen(context, personId)} order by nlevel(o.path), e.role, e.id limit ${most}`.execute(context.db)
  return rows
}

/**
 * Changing how a person signs in, or that they left, is as strong as acting in their place. So the whole of the person must be in
 * one's hands: every place they have or are to have, and every role that holds there. Who has none any more may be given as much
 * again as they had, so all places and roles of the past count; whoever never had any belongs to the national office. A power that was
 * delegated does not do: who takes an account in its days would keep it after them.
 */
export async function mayChange(context: Context, personId: string): Promise<boolean> {
  const { actor, db } = context
  const today = context.clock.today()
  const places = await placesOf(db, personId, today)
  const theirs = places.length ? places : await placesOf(db, personId, null)
  const holds = (by: Actor) => (theirs.length ? theirs.every(place => inHand(by, place)) : can(by, 'person.write', nationally))
  if (!holds(actor) || !actor.personId) return holds(actor)
  return holds({ ...actor, grants: await ownGrants(db, actor.personId, today) })
}

function inHand(actor: Actor, { role, path, descendants, partnerId }: Standpoint): boolean {
  const place = path === null ? { partnerId: partnerId! } : { path, descendants }
  return can(actor, 'person.write', place) && (role === null || mayGive(actor, role, place))
}

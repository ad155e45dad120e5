import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { effectiveGrants } from '../../../platform/authority/holders.ts'
import { hasNotEnded, inForce } from '../../../platform/authority/in-force.ts'
import type { Role } from '../../../platform/authority/roles.ts'
import { type Context, newId, operation, self } from '../../../platform/operation/operation.ts'
import { invalid, notFound, Refusal } from '../../../platform/refusals/refusal.ts'
import { addDays, daysBetween } from '../../../platform/values/clock.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { day, id } from '../../../platform/values/shapes.ts'
import { refusals } from '../words/refusals.ts'
import { checkTerm } from './positions.ts'

const longest = 366

export const delegateGrant = operation({
  name: 'grants.delegate',
  summary: 'Let a colleague of the same office act in your role for a time; you keep it',
  power: 'own',
  input: z.object({ grantId: id, personId: id, fromOn: day, toOn: day }),
  output: z.object({ id }),
  example: { grantId: example.grant, personId: example.colleague, fromOn: '2025-12-01', toOn: '2025-12-14' },
  async run(context, { grantId, personId, fromOn, toOn }) {
    await lockSource(context, grantId)
    const own = await ownRole(context, grantId)
    checkTerm(fromOn, toOn)
    const today = context.clock.today()
    if (fromOn < today) throw invalid('fromOn', refusals.delegationInPast)
    if (daysBetween(fromOn, toOn) > longest) throw invalid('toOn', refusals.delegationTooLong)
    if (own.toOn && toOn > own.toOn) throw invalid('toOn', refusals.delegationBeyondRole)
    if (own.delegated) throw new Refusal('conflict', refusals.delegationOfDelegation)
    const colleague = await findColleague(context, personId, own.officeId, today, fromOn)
    const row = {
      id: newId(),
      person_id: personId,
      role: own.role,
      office_id: own.officeId,
      with_descendants: own.descendants,
      from_on: fromOn,
      to_on: toOn,
      delegated_by: self(context),
      source_id: grantId,
      granted_by: self(context),
      granted_at: context.clock.now(),
    }
    await context.db.insertInto('role_grant').values(row).execute()
    record(context, { kind: 'person', id: personId, reach: [own.path] }, null, {
      role: own.role,
      office: own.office,
      to: colleague.name,
      delegatedBy: context.actor.name,
      fromOn,
      toOn,
    })
    return { id: row.id }
  },
})

/** Whoever takes away what this comes from, the grant, an appointment or oneself, comes before this or after it and then ends it too. */
async function lockSource({ db, actor }: Context, grantId: string): Promise<void> {
  await db.selectFrom('person').select('id').where('id', '=', actor.personId).forUpdate().execute()
  await db.selectFrom('role_grant').select('id').where('id', '=', grantId).forUpdate().execute()
  await db.selectFrom('appointment').select('id').where('person_id', '=', actor.personId).orderBy('id').forUpdate().execute()
}

/** One's own role by a grant in force, there where it holds: the office of the position when it came with one. */
async function ownRole(context: Context, grantId: string) {
  const person = self(context)
  const { rows } = await sql<{
    role: Role
    officeId: string
    office: string
    path: string
    descendants: boolean
    toOn: string | null
    delegated: boolean
  }>`
    select e.role, o.id as "officeId", o.name as office, o.path::text as path, e.descendants, e.to_on as "toOn", e.delegated_by is not null as delegated
    from ${effectiveGrants(context.clock.today())} e join office o on o.id = e.office_id where e.person_id = ${person} and e.id = ${grantId}`.execute(
    context.db,
  )
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** Somebody else with a place of their own at this very office, from the first day on. */
async function findColleague(
  { db, actor }: Context,
  personId: string,
  officeId: string,
  today: string,
  fromOn: string,
): Promise<{ name: string }> {
  const at = (day: string) => placeAt(sql.ref('p.id'), sql`${officeId}::uuid`, day)
  const { rows } = await sql<{ name: string; begins: boolean }>`
    select p.name, ${at(fromOn)} as begins from person p
    where p.id = ${personId} and p.id <> ${actor.personId} and p.left_at is null and (${at(today)} or ${at(fromOn)})`.execute(db)
  if (!rows[0]) throw notFound()
  if (!rows[0].begins) throw invalid('fromOn', refusals.colleagueGone)
  return rows[0]
}

/** A position there or a role that is not itself delegated. */
const placeAt = (person: RawBuilder<unknown>, office: RawBuilder<unknown>, day: string) => sql<boolean>`(
  exists (select from appointment a where a.person_id = ${person} and a.office_id = ${office} and ${inForce('a', day)})
  or exists (select from role_grant o where o.person_id = ${person} and o.office_id = ${office} and o.delegated_by is null and o.revoked_at is null and ${inForce('o', day)}))`

/**
 * Whoever has lost their own place at the office does not keep what colleagues there have delegated to them, nor gets it back with a new
 * place.
 */
export async function endDelegationsTo(
  context: Context,
  { person, office }: { person: string; office: string },
  from: string,
): Promise<void> {
  const { rows } = await sql<{ stays: boolean }>`select ${placeAt(sql`${person}::uuid`, sql`${office}::uuid`, from)} as stays`.execute(
    context.db,
  )
  if (!rows[0]?.stays) await endDelegationsOf(context, { to: person, office }, from)
}

/**
 * What one has passed on cannot outlive what one had: from this day on, delegations end that came from a grant, or those of a person at an
 * office (all offices when null), or those to a person at an office.
 */
export async function endDelegationsOf(
  context: Context,
  of: { source: string } | { person: string; office: string | null } | { to: string; office: string },
  from: string,
): Promise<void> {
  const at = context.clock.now()
  const delegations = () => {
    const query = context.db.updateTable('role_grant as g').where('g.revoked_at', 'is', null)
    if ('source' in of) return query.where('g.source_id', '=', of.source)
    if ('to' in of)
      return query.where('g.delegated_by', 'is not', null).where('g.person_id', '=', of.to).where('g.office_id', '=', of.office)
    return query.where('g.delegated_by', '=', of.person).$if(of.office !== null, query => query.where('g.office_id', '=', of.office))
  }
  await delegations().set({ revoked_at: at, revoked_by: context.actor.personId }).where('g.from_on', '>=', from).execute()
  await delegations()
    .set({ to_on: addDays(from, -1) })
    .where('g.from_on', '<', from)
    .where(hasNotEnded('g', from))
    .execute()
}

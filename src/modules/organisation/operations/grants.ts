import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { hasNotEnded } from '../../../platform/authority/in-force.ts'
import { authorize } from '../../../platform/authority/reach.ts'
import { Ends, pageOf } from '../../../platform/database/keyset.ts'
import { type Context, newId, operation } from '../../../platform/operation/operation.ts'
import { forbidden, invalid, Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id } from '../../../platform/values/shapes.ts'
import { findGrant, findGrantForChange, grantColumns, mayRevoke, shownGrant, visibleGrants } from '../queries/grants.ts'
import { findOffice, officeNamed } from '../queries/offices.ts'
import { findPerson, personNamedForChange } from '../queries/persons.ts'
import { fitsPlace, overlap, type RolePlace } from '../rules.ts'
import { Grant, GrantDraft, GrantFilter } from '../schema.ts'
import { refusals } from '../words/refusals.ts'
import { allowToGive, allowToPlace, keepAnAdministrator, refuseBothSides } from './authority.ts'
import { refuseClosed } from './closed.ts'
import { endDelegationsOf, endDelegationsTo } from './delegations.ts'
import { checkTerm } from './positions.ts'

export const listGrants = operation({
  name: 'grants.list',
  summary: 'Roles given in your reach, latest first: to whom, where, from when to when, by whom',
  power: 'person.read',
  reads: true,
  input: GrantFilter,
  output: z.object({ grants: z.array(Grant), ...Ends }),
  example: { office: '35.10' },
  async run(context, { person, office, role, ended, ...turn }) {
    const today = context.clock.today()
    const personId = person ? (await findPerson(context, person)).id : null
    const officeId = office ? (await findOffice(context, office)).id : null
    const query = visibleGrants(context)
      .select(grantColumns(context))
      .$if(personId !== null, query => query.where('g.person_id', '=', personId))
      .$if(officeId !== null, query => query.where('g.office_id', '=', officeId))
      .$if(role !== undefined, query => query.where('g.role', '=', role!))
      .$if(!ended, query => query.where('g.revoked_at', 'is', null).where(hasNotEnded('g', today)))
    const { rows, ...ends } = await pageOf(
      query,
      { name: 'granted', column: sql.ref('g.granted_at'), type: 'timestamptz', descending: true },
      sql.ref('g.id'),
      turn,
    )
    return { grants: rows.map(grant => shownGrant(context, grant)), ...ends }
  },
})

export const createGrant = operation({
  name: 'grants.create',
  summary: 'Give a role to a person, or to whoever holds a position, at an office or partner; never more than you hold there',
  power: 'grant.write',
  input: GrantDraft,
  output: Grant,
  example: { person: example.colleague, role: 'inspector', office: '35.10', fromOn: '2025-12-01', toOn: '2026-12-31' },
  run: (context, draft) => giveRole(context, draft),
})

/** Checks every rule about giving roles, gives it, and notes it. `known` is a person whom this same operation has just registered. */
export async function giveRole(context: Context, draft: z.output<typeof GrantDraft>, known?: { id: string; leftAt: null }) {
  const { person: ref, positionId, role, office: place, partnerId, descendants, fromOn, toOn } = draft
  checkTerm(fromOn, toOn)
  if (!fitsPlace(role, place === null ? 'partner' : 'office')) throw invalid('role', refusals.rolePlaceWrong)
  const office = place === null ? null : await officeNamed(context, place, 'office')
  if (office) await refuseClosed(context, office.id, { fromOn, toOn })
  const where: RolePlace = office ? { path: office.path, descendants } : { partnerId: partnerId! }
  authorize(context, 'grant.write', office ? { path: office.path } : { partnerId: partnerId! })
  await allowToGive(context, role, where, toOn)
  const person = known ?? (ref === null ? null : await personNamedForChange(context, ref, 'person'))
  if (person?.leftAt) throw invalid('person', refusals.personLeft)
  if (person && !known) await allowToPlace(context, person.id)
  if (person) await refuseBothSides(context, person.id, office ? 'office' : 'partner')
  if (person && person.id === context.actor.personId) throw invalid('person', refusals.roleToOneself)
  // Locked, as a person is, so that of two who give the same at once the second sees the first.
  if (positionId && !(await context.db.selectFrom('position').select('id').where('id', '=', positionId).forUpdate().executeTakeFirst()))
    throw invalid('positionId', refusals.positionUnknown)
  const same = await context.db
    .selectFrom('role_grant')
    .select(['from_on as fromOn', 'to_on as toOn'])
    .where(
      sql<boolean>`(person_id, position_id, role, office_id, partner_id, with_descendants) is not distinct from (${person?.id ?? null}::uuid, ${positionId}::uuid, ${role}::text, ${office?.id ?? null}::uuid, ${partnerId}::uuid, ${descendants}::boolean)`,
    )
    .where('revoked_at', 'is', null)
    .where('delegated_by', 'is', null)
    .execute()
  if (same.some(other => overlap(other, { fromOn, toOn }))) throw invalid('role', refusals.roleTwice)
  const row = {
    id: newId(),
    person_id: person?.id ?? null,
    position_id: positionId,
    role,
    office_id: office?.id ?? null,
    partner_id: partnerId,
    with_descendants: descendants,
    from_on: fromOn,
    to_on: toOn,
    granted_by: context.actor.personId,
    granted_at: context.clock.now(),
  }
  await context.db.insertInto('role_grant').values(row).execute()
  record(
    context,
    { ...subjectOf({ person, position: positionId ? { id: positionId } : null }), reach: office ? [office.path] : [], partnerId },
    null,
    { role, office: office?.name ?? null, partnerId, descendants, fromOn, toOn },
  )
  return shownGrant(context, await findGrant(context, row.id))
}

export const revokeGrant = operation({
  name: 'grants.revoke',
  summary: 'Take a role away, from the next request on; what was delegated from it goes too',
  power: 'grant.write',
  alsoOwn: true, // a delegation may be taken back by whoever made it
  input: z.object({ id }),
  output: Grant,
  example: { id: example.grant },
  async run(context, { id }) {
    const grant = await findGrantForChange(context, id)
    allowToRevoke(context, grant)
    if (grant.revokedAt) throw new Refusal('conflict', refusals.roleAlreadyRevoked)
    if (grant.role === 'national_admin') await keepAnAdministrator(context, { grantId: id })
    const revoked = { revoked_at: context.clock.now(), revoked_by: context.actor.personId }
    await context.db.updateTable('role_grant').set(revoked).where('id', '=', id).execute()
    await endDelegationsOf(context, { source: id }, context.clock.today())
    if (grant.person && grant.office)
      await endDelegationsTo(context, { person: grant.person.id, office: grant.office.id }, context.clock.today())
    record(
      context,
      { ...subjectOf(grant), reach: grant.path ? [grant.path] : [], partnerId: grant.partner?.id ?? null },
      { role: grant.role, office: grant.office?.name ?? null },
      { revokedAt: revoked.revoked_at },
    )
    return shownGrant(context, await findGrant(context, id))
  },
})

/** Whoever could give it may take it; and one's own delegation may always be taken back. */
function allowToRevoke(context: Context, grant: Awaited<ReturnType<typeof findGrant>>): void {
  const own = context.actor.personId !== null && grant.delegatedBy?.id === context.actor.personId
  if (own) return void context.asked.add('grant.write')
  authorize(context, 'grant.write', grant.path ? { path: grant.path } : { partnerId: grant.partner!.id })
  if (!mayRevoke(context.actor, grant)) throw forbidden()
}

/** The line belongs to the history of the person, or of the position. */
const subjectOf = ({ person, position }: { person: { id: string } | null; position: { id: string } | null }) =>
  person ? { kind: 'person', id: person.id } : { kind: 'position', id: position!.id }

import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor, Grant as Held } from '../../../platform/authority/actor.ts'
import { effectiveGrants } from '../../../platform/authority/holders.ts'
import { delegationStands, hasNotEnded } from '../../../platform/authority/in-force.ts'
import { can, reach, within } from '../../../platform/authority/reach.ts'
import type { Role } from '../../../platform/authority/roles.ts'
import type { Queryable } from '../../../platform/database/database.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { grantStateOn, mayGive } from '../rules.ts'
import type { Grant } from '../schema.ts'

/** Roles given at offices and partners in reach, and one's own. */
export const visibleGrants = (context: Context) =>
  context.db
    .selectFrom('role_grant as g')
    .leftJoin('office as o', 'o.id', 'g.office_id')
    .where(
      sql<boolean>`(${within(reach(context, 'person.read'), { path: sql.ref('o.path'), partner: sql.ref('g.partner_id') })} or ${context.actor.personId}::uuid in (g.person_id, g.delegated_by))`,
    )

const named = (table: 'person' | 'position' | 'office', column: string) =>
  sql<{
    id: string
    name: string
  } | null>`(select jsonb_build_object('id', n.id, 'name', n.name) from ${sql.table(table)} n where n.id = ${sql.ref(column)})`

export const grantColumns = (context: Context) =>
  [
    'g.id',
    sql<Role>`g.role`.as('role'),
    named('person', 'g.person_id').as('person'),
    named('position', 'g.position_id').as('position'),
    named('office', 'g.office_id').as('office'),
    sql<
      Grant['partner']
    >`(select jsonb_build_object('id', n.partner_id, 'name', n.partner_name) from role_grant_card n where n.id = g.id and n.partner_id is not null)`.as(
      'partner',
    ),
    'g.with_descendants as descendants',
    'g.from_on as fromOn',
    'g.to_on as toOn',
    named('person', 'g.delegated_by').as('delegatedBy'),
    named('person', 'g.granted_by').as('grantedBy'),
    'g.granted_at as grantedAt',
    'g.revoked_at as revokedAt',
    sql<string | null>`o.path::text`.as('path'),
    delegationStands('g', context.clock.today()).as('stands'),
  ] as const

export async function findGrant(context: Context, id: string) {
  const grant = await visibleGrants(context).where('g.id', '=', id).select(grantColumns(context)).executeTakeFirst()
  if (!grant) throw notFound()
  return grant
}

/** Locks the grant first, so that what is read after it still holds when it is changed. */
export async function findGrantForChange(context: Context, id: string) {
  if (z.uuid().safeParse(id).success) await context.db.selectFrom('role_grant').select('id').where('id', '=', id).forUpdate().execute()
  return findGrant(context, id)
}

type GrantRow = Omit<Grant, 'state' | 'revocable'> & { path: string | null; stands: boolean }

/** Could be taken away by this actor: their own delegation, or what they could have given. */
export function mayRevoke(
  actor: Actor,
  { role, path, descendants, partner, delegatedBy }: Pick<GrantRow, 'role' | 'path' | 'descendants' | 'partner' | 'delegatedBy'>,
): boolean {
  if (actor.personId !== null && delegatedBy?.id === actor.personId) return true
  const place = path ? { path } : { partnerId: partner!.id }
  return can(actor, 'grant.write', place) && mayGive(actor, role, path ? { path, descendants } : { partnerId: partner!.id })
}

/** A delegation that has lost its ground within its time has ended, whatever its days say. */
export const shownGrant = (context: Context, { stands, ...grant }: GrantRow) => {
  const dated = grantStateOn(grant, context.clock.today())
  const state = dated === 'current' && !stands ? 'ended' : dated
  return { ...grant, state, revocable: (state === 'coming' || state === 'current') && mayRevoke(context.actor, grant) }
}

/** What a person may do of their own on a day, by grant or position, and until when: without what others have delegated to them. */
export async function ownGrants(db: Queryable, personId: string, day: string): Promise<(Held & { toOn: string | null })[]> {
  const { rows } = await sql<Held & { toOn: string | null }>`
    select e.role, e.path::text as path, e.descendants, e.partner_id as "partnerId", e.to_on as "toOn"
    from ${effectiveGrants(day)} e where e.person_id = ${personId} and e.delegated_by is null`.execute(db)
  return rows
}

export type Standpoint = { role: Role | null; path: string | null; descendants: boolean; partnerId: string | null }

/**
 * Where a person has anything to do from this day on, today or later: each place with the role there, or none for a bare
 * appointment. Without a day, wherever they ever had, with what was revoked since.
 */
export async function placesOf(db: Queryable, personId: string, day: string | null): Promise<Standpoint[]> {
  const counts = (alias: string) => (day === null ? sql`true` : hasNotEnded(alias, day))
  const given = day === null ? sql`true` : sql`(g.revoked_at is null and ${counts('g')})`
  const { rows } = await sql<Standpoint>`
    select g.role, o.path::text as path, g.with_descendants as descendants, g.partner_id as "partnerId"
      from role_grant g left join office o on o.id = g.office_id where g.person_id = ${personId} and ${given}
    union
    select null, o.path::text, false, null from appointment a join office o on o.id = a.office_id where a.person_id = ${personId} and ${counts('a')}
    union
    select g.role, held.path::text, false, null from appointment a join office held on held.id = a.office_id
      join role_grant g on g.position_id = a.position_id and ${given}
        and g.from_on <= coalesce(a.to_on, 'infinity') and a.from_on <= coalesce(g.to_on, 'infinity')
      join office o on o.id = g.office_id and (held.id = o.id or (g.with_descendants and held.path <@ o.path))
      where a.person_id = ${personId} and ${counts('a')}`.execute(db)
  return rows
}

/** Roles that whoever holds this position in this office has, from this day on. */
export async function rolesOfPosition(db: Queryable, positionId: string, officePath: string, day: string): Promise<Role[]> {
  const { rows } = await sql<{ role: Role }>`
    select distinct g.role from role_grant g join office o on o.id = g.office_id
    where g.position_id = ${positionId} and g.revoked_at is null and ${hasNotEnded('g', day)}
      and (o.path = ${officePath}::text::ltree or (g.with_descendants and ${officePath}::text::ltree <@ o.path))`.execute(db)
  return rows.map(({ role }) => role)
}

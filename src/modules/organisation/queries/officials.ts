import { sql } from 'kysely'
import { hasNotEnded } from '../../../platform/authority/in-force.ts'
import { reachOf, within } from '../../../platform/authority/reach.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import type { Acting, OfficeKind, PositionKind, Unit } from '../schema.ts'

export type OfficeToStaff = { id: string; code: string; name: string; kind: OfficeKind; path: string; closedOn: string | null }
/** Somebody of an office: by their latest appointment there, which is null of those who only have a role. */
export type KnownOfficial = {
  personId: string
  appointmentId: string | null
  office: string
  name: string
  nip: string | null
  phones: string[]
  email: string | null
  position: PositionKind | null
  unit: Unit | null
  acting: (typeof Acting.options)[number] | null
  fromOn: string | null
  toOn: string | null
}

/** The national, provincial and regency offices: every one that officials serve in, in reach or not. */
export const officesToStaff = ({ db }: Context): Promise<OfficeToStaff[]> =>
  db
    .selectFrom('office')
    .select(['id', 'code', 'name', 'kind', sql<string>`path::text`.as('path'), 'closed_on as closedOn'])
    .where('kind', 'in', ['national', 'province', 'regency'])
    .execute()

/**
 * Everybody who has, or had, a place at these offices (by code), as far as one may register persons there; with `person` only that one.
 */
export async function knownOfficials(context: Context, codes: readonly string[], person: string | null = null): Promise<KnownOfficial[]> {
  const own = reachOf(context.actor, 'person.write')
  const { rows } = await sql<KnownOfficial>`
    with at as (select o.id, o.code from office o where o.code = any (${codes}::text[]) and ${within(own, { path: sql.ref('o.path') })}),
    placed as (
      select a.person_id, a.id as appointment_id, at.code, po.kind, a.unit, a.acting, a.from_on, a.to_on
        from at join appointment a on a.office_id = at.id join position po on po.id = a.position_id where coalesce(a.to_on, 'infinity') >= a.from_on
      union all
      select g.person_id, null, at.code, null, null, null, null, null from at join role_grant g on g.office_id = at.id
        where g.person_id is not null and g.revoked_at is null and ${hasNotEnded('g', context.clock.today())})
    select distinct on (c.code, p.id) p.id as "personId", c.appointment_id as "appointmentId", c.code as office, p.name, p.nip, p.phones, p.email,
      c.kind as position, c.unit, c.acting, c.from_on as "fromOn", c.to_on as "toOn"
    from placed c join person p on p.id = c.person_id where ${person === null ? sql`true` : sql`p.id = ${person}::uuid`} order by c.code, p.id, c.from_on desc nulls last, c.appointment_id`.execute(
    context.db,
  )
  return rows
}

/** Who has these e-mail addresses, wherever they serve: an address is one person's. */
export async function ownersOfAddresses({ db }: Context, emails: readonly string[]): Promise<Map<string, { id: string; name: string }>> {
  const rows = await db.selectFrom('person').select(['id', 'name', 'email']).where(sql<boolean>`email = any (${emails}::text[])`).execute()
  return new Map(rows.map(({ email, ...owner }) => [email!, owner]))
}

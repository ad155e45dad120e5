import { type RawBuilder, sql } from 'kysely'
import type { Locale } from '../i18n/words.ts'
import type { Context } from '../operation/operation.ts'
import { inForce, isHeld } from './in-force.ts'
import { holds, type Power, roleNames } from './roles.ts'

/** Somebody who holds a power over an office; `level` is how near their own office is (1 national, 2 province, 3 regency). */
export type Holder = { id: string; name: string; email: string; phones: string[]; locale: Locale; level: number; office: string }

/**
 * Every role that holds on a day (ISO), as rows of person, role, place: given to the person, or to a position that they have, there where
 * they have it. Whether the person has left is asked of `person`.
 */
export const effectiveGrants = (day: string): RawBuilder<unknown> => sql`effective_grants(${day}::date)`

export const rolesHolding = (power: Power): string[] => roleNames.filter(role => holds(role, power))

/**
 * Who holds this power over the office at `path` on a day, by a role of their own or of their position, nearest first, at most 300.
 * The same rule as for whoever signs in, asked the other way round. `only` asks of one person.
 */
export async function holders({ db }: Pick<Context, 'db'>, power: Power, path: string, day: string, only?: string): Promise<Holder[]> {
  const { rows } = await sql<Holder>`
    select distinct on (p.id) p.id, p.name, p.email, p.phones, p.locale, nlevel(e.path) as level, o.name as office
    from ${effectiveGrants(day)} e join office o on o.id = e.office_id join person p on p.id = e.person_id
    where e.role = any (${rolesHolding(power)}) and (e.path = ${path}::text::ltree or (e.descendants and e.path @> ${path}::text::ltree))
      and p.left_at is null and p.email is not null and (${only ?? null}::uuid is null or p.id = ${only ?? null}::uuid)
    order by p.id, nlevel(e.path) desc`.execute(db)
  return rows.sort((a, b) => b.level - a.level || a.name.localeCompare(b.name, 'id')).slice(0, 300)
}

/** Those nearest to the office who may: its own people, else those of the office above; at most 20. */
export const nearestOf = (all: readonly Holder[]): Holder[] => all.filter(({ level }) => level === all[0]?.level).slice(0, 20)

/** Whether a person holds a power anywhere on this day. */
export const holdsAnywhere = (power: Power, person: RawBuilder<unknown>, day: string): RawBuilder<boolean> =>
  sql<boolean>`exists (select from ${effectiveGrants(day)} e where e.person_id = ${person} and e.role = any (${rolesHolding(power)}))`

/** The office that somebody belongs to, as a query of its id: where they hold a position, else where they have a role; the newest first. */
export const ownOffice = (person: RawBuilder<unknown>, day: string): RawBuilder<unknown> => sql`(
  select place.office_id from (
    select a.office_id, 0 as rank, a.from_on from appointment a where a.person_id = ${person} and ${inForce('a', day)}
    union all
    select g.office_id, 1, g.from_on from role_grant g where g.person_id = ${person} and g.office_id is not null and ${isHeld('g', day)}
  ) place order by place.rank, place.from_on desc limit 1)`

import { type RawBuilder, sql } from 'kysely'
import type { Locale } from '../../../platform/i18n/words.ts'
import type { Context } from '../../../platform/operation.ts'
import { inForce, isHeld } from '../../../platform/permissions/in-force.ts'
import { holds, type Power, roleNames } from '../../../platform/permissions/roles.ts'

/** Somebody who holds a power over an office; `level` is how near their own office is (1 national, 2 province, 3 regency). */
export type Holder = { id: string; name: string; email: string; locale: Locale; level: number; office: string }

/**
 * Who holds this power over the office at `path` today, by a role of their own or of their position, nearest first.
 * The same rule as for whoever signs in, asked the other way round.
 */
export async function peopleWith({ db }: Pick<Context, 'db'>, power: Power, path: string, today: string, only?: string): Promise<Holder[]> {
  const roles = roleNames.filter(role => holds(role, power))
  const { rows } = await sql<Holder>`
    with held as (
      select g.person_id, o.path, o.name from role_grant g join office o on o.id = g.office_id
      where g.person_id is not null and ${isHeld('g', today)} and g.role = any (${roles})
        and (o.path = ${path}::text::ltree or (g.with_descendants and o.path @> ${path}::text::ltree))
      union all
      select a.person_id, h.path, h.name from office h join appointment a on a.office_id = h.id and ${inForce('a', today)}
        join role_grant g on g.position_id = a.position_id and ${isHeld('g', today)} and g.role = any (${roles})
        join office o on o.id = g.office_id and (o.path = h.path or (g.with_descendants and o.path @> h.path))
      where h.path = ${path}::text::ltree
    )
    select distinct on (p.id) p.id, p.name, p.email, p.locale, nlevel(h.path) as level, h.name as office
    from held h join person p on p.id = h.person_id
    where p.left_at is null and p.email is not null and (${only ?? null}::uuid is null or p.id = ${only ?? null}::uuid)
    order by p.id, nlevel(h.path) desc`.execute(db)
  return rows.sort((a, b) => b.level - a.level || a.name.localeCompare(b.name, 'id')).slice(0, 300)
}

/** Whether a person holds a power at all on this day, by a role of their own or of the position they have where it was granted. */
export function holdsAnywhere(power: Power, person: RawBuilder<unknown>, today: string): RawBuilder<boolean> {
  const roles = roleNames.filter(role => holds(role, power))
  return sql<boolean>`exists (
    select from role_grant g where ${isHeld('g', today)} and g.role = any (${roles}) and (g.person_id = ${person} or exists (
      select from appointment a join office h on h.id = a.office_id join office o on o.id = g.office_id
      where a.person_id = ${person} and a.position_id = g.position_id and ${inForce('a', today)} and (h.path = o.path or (g.with_descendants and h.path <@ o.path)))))`
}

/** Those nearest to the office who may: its own people, else those of the office above. */
export const nearest = (holders: readonly Holder[]): Holder[] => holders.filter(({ level }) => level === holders[0]?.level).slice(0, 20)

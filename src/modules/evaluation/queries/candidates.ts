import { type RawBuilder, sql } from 'kysely'
import type { Cycle } from '../schema.ts'

/**
 * The forms that a cycle asks for, as common table expressions ending in `wanted (agreement_id, office_id, side, partner_id)`: of each
 * agreement in its scope one for every office of the commission that is a party, and one for every partner, kept with the first of
 * those offices. Agreements whose day of signature is unknown count as signed in time.
 */
export function candidates(cycle: Pick<Cycle, 'office' | 'periodTo' | 'scope' | 'instrument'>, today: string): RawBuilder<unknown> {
  const { kinds, partnerClasses, statuses, offices } = cycle.scope
  const lastDay = cycle.periodTo < today ? cycle.periodTo : today
  const bound = (list: readonly string[], condition: RawBuilder<boolean>) => (list.length ? condition : sql<boolean>`true`)
  return sql`
    places as (
      select o.id from office_card o where o.path <@ ${cycle.office.path}::text::ltree
        and ${bound(offices, sql<boolean>`exists (select from office_card s where s.code = any (${offices}::text[]) and o.path <@ s.path)`)}
    ), kpu as materialized (
      select q.agreement_id, q.office_id, min(q.seq) as seq
      from agreement_card a join agreement_party_card q on q.agreement_id = a.id and q.side = 'kpu' join places s on s.id = q.office_id
      where a.stage = 'signed' and coalesce(a.signed_on, a.starts_on, ${cycle.periodTo}::date) <= ${cycle.periodTo}::date
        and ${bound(kinds, sql<boolean>`a.kind = any (${kinds}::text[])`)}
        and ${bound(partnerClasses, sql<boolean>`a.partner_classes && ${partnerClasses}::text[]`)}
        and ${bound(statuses, sql<boolean>`agreement_status(a.stage, a.starts_on, a.ends_on, a.renewal_since, a.ended_how, a.ended_on, ${lastDay}::date) = any (${statuses}::text[])`)}
      group by q.agreement_id, q.office_id
    ), foremost as (
      select distinct on (agreement_id) agreement_id, office_id from kpu order by agreement_id, seq
    ), wanted as materialized (
      select agreement_id, office_id, 'kpu' as side, null::uuid as partner_id from kpu where 'kpu' = any (${cycle.instrument.sides}::text[])
      union all
      select distinct l.agreement_id, l.office_id, 'partner', q.partner_id
      from foremost l join agreement_party_card q on q.agreement_id = l.agreement_id and q.side = 'partner'
      where 'partner' = any (${cycle.instrument.sides}::text[])
    )`
}

/** Who bears an obligation, by name: nothing here is in a language. */
export const snapshots = sql`
  parties as (
    select q.agreement_id,
      string_agg(o.name, '; ' order by q.seq) filter (where q.side = 'kpu') as kpu,
      string_agg(p.name, '; ' order by q.seq) filter (where q.side = 'partner') as partner
    from agreement_party_card q left join office_card o on o.id = q.office_id left join partner_card p on p.id = q.partner_id
    where q.agreement_id in (select agreement_id from wanted) group by q.agreement_id
  ), asked as (
    select b.agreement_id, jsonb_agg(jsonb_build_object('id', b.id, 'article', b.article, 'text', b.text, 'dueOn', b.due_on,
      'bearer', left(case b.side when 'kpu' then r.kpu when 'partner' then r.partner else concat_ws('; ', r.kpu, r.partner) end, 300)) order by b.seq) as obligations
    from obligation_card b join parties r on r.agreement_id = b.agreement_id
    where b.agreement_id in (select agreement_id from wanted) group by b.agreement_id
  )`

-- Who holds which role where on a day, by a grant of their own or to a position they hold: the one answer. Plain SQL, so that the planner
-- opens it up and a condition on the person, the office or the role reaches the tables behind it. Both ends of a row's days count.
create function effective_grants(day date) returns table (
  id uuid, person_id uuid, role text, office_id uuid, path ltree, partner_id uuid, descendants boolean,
  to_on date, position_id uuid, delegated_by uuid, granted_by uuid
) language sql stable as $$
  select g.id, g.person_id, g.role, g.office_id, o.path, g.partner_id, g.with_descendants,
    g.to_on, null::uuid, g.delegated_by, g.granted_by
  from role_grant g left join office o on o.id = g.office_id
  where g.person_id is not null and g.revoked_at is null and g.from_on <= day and coalesce(g.to_on, 'infinity') >= day
    and (g.delegated_by is null or delegation_stands(g, day))
  union all
  select g.id, a.person_id, g.role, a.office_id, held.path, null::uuid, false,
    least(g.to_on, a.to_on), a.position_id, null::uuid, g.granted_by
  from appointment a
    join office held on held.id = a.office_id
    join role_grant g on g.position_id = a.position_id
    join office o on o.id = g.office_id and (held.id = o.id or (g.with_descendants and held.path <@ o.path))
  where a.from_on <= day and coalesce(a.to_on, 'infinity') >= day
    and g.revoked_at is null and g.from_on <= day and coalesce(g.to_on, 'infinity') >= day
$$;

-- What was delegated holds on a day only while that day the colleague has a place of their own at the office, and the one who delegated
-- still has the role it came from, there where it came with it. Asked for of rows in force that are not revoked.
create function delegation_stands(delegation role_grant, day date) returns boolean language sql stable as $$
  select exists (select from person p where p.id = delegation.delegated_by and p.left_at is null)
    and (exists (
        select from appointment a where a.person_id = delegation.person_id and a.office_id = delegation.office_id
          and a.from_on <= day and coalesce(a.to_on, 'infinity') >= day)
      or exists (
        select from role_grant own where own.person_id = delegation.person_id and own.office_id = delegation.office_id
          and own.delegated_by is null and own.revoked_at is null and own.from_on <= day and coalesce(own.to_on, 'infinity') >= day))
    and exists (
      select from role_grant source join office given on given.id = source.office_id
      where source.id = delegation.source_id and source.delegated_by is null and source.revoked_at is null
        and source.from_on <= day and coalesce(source.to_on, 'infinity') >= day
        and (source.person_id = delegation.delegated_by or exists (
          select from appointment a join office held on held.id = a.office_id
          where a.person_id = delegation.delegated_by and a.position_id = source.position_id and a.office_id = delegation.office_id
            and a.from_on <= day and coalesce(a.to_on, 'infinity') >= day
            and (held.id = given.id or (source.with_descendants and held.path <@ given.path)))))
$$;

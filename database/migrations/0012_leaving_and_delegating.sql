-- A delegation knows the grant that it came from, the person's own or that of a position, and ends with it.
alter table role_grant add column source_id uuid references role_grant;
create index role_grant_source on role_grant (source_id) where source_id is not null;

update role_grant d set source_id = (
  select g.id from role_grant g join office o on o.id = g.office_id join office held on held.id = d.office_id
  where g.delegated_by is null and g.role = d.role and (
    (g.person_id = d.delegated_by and g.office_id = d.office_id)
    or ((o.id = held.id or (g.with_descendants and held.path <@ o.path)) and g.position_id in (
      select a.position_id from appointment a where a.person_id = d.delegated_by and a.office_id = d.office_id)))
  order by g.revoked_at is not null, g.granted_at desc limit 1)
where d.delegated_by is not null;

-- Whatever outlived the role that it came from ends now.
update role_grant d set revoked_at = now() from role_grant s
where s.id = d.source_id and s.revoked_at is not null and d.revoked_at is null;

-- What had not begun before somebody left never comes into force: its last day then lies before its first.
alter table appointment drop constraint appointment_check;

-- Counts the changes of a record, so that whoever saves it whole says which one they saw.
alter table office add column rev integer not null default 0;
alter table person add column rev integer not null default 0;
alter table partner_contact add column rev integer not null default 0;

create table partner (
  id uuid primary key,
  name text not null,
  folded text not null unique,
  class text not null check (class in ('ministry', 'state_body', 'university', 'professional_organisation', 'ngo', 'student_association', 'media', 'company', 'other')),
  parent_id uuid references partner,
  address text,
  website text,
  created_by uuid references person,
  created_at timestamptz not null
);
create index partner_name on partner using gin (name gin_trgm_ops);
create index partner_class on partner (class, name, id);
create trigger partner_history after update or delete on partner for each row execute function keep_revision();

create table partner_contact (
  id uuid primary key,
  partner_id uuid not null references partner,
  person_id uuid references person,
  name text not null,
  position text,
  email text check (email = lower(email)),
  phone text,
  from_on date not null,
  to_on date check (to_on >= from_on)
);
create index partner_contact_partner on partner_contact (partner_id);
create trigger partner_contact_history after update or delete on partner_contact for each row execute function keep_revision();

alter table role_grant add constraint role_grant_partner_id_fkey foreign key (partner_id) references partner;
create index role_grant_partner on role_grant (partner_id);

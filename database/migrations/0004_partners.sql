create table partner (
  id uuid primary key,
  name text not null,
  folded text not null unique,
  class text not null check (class in ('ministry', 'state_body', 'university', 'professional_organisation', 'ngo', 'student_association', 'media', 'company', 'other')),
  parent_id uuid references partner,
  address text,
  website text,
  -- The office that keeps this entry: it, and those above it, may change it.
  office_id uuid not null references office,
  rev integer not null default 0,
  created_by uuid references person,
  created_at timestamptz not null
);
create index partner_name on partner using gin (name gin_trgm_ops);
create index partner_class on partner (class);
create index partner_parent on partner (parent_id);
create index partner_sorted on partner ((lower(name) collate "C"), id);
create trigger partner_history after update or delete on partner for each row execute function keep_revision();

create table partner_contact (
  id uuid primary key,
  partner_id uuid not null references partner,
  -- The office that knows this contact: it, and those above it, see and change it.
  office_id uuid not null references office,
  person_id uuid references person,
  name text not null,
  position text,
  email text check (email = lower(email)),
  phone text,
  from_on date not null,
  to_on date check (to_on >= from_on)
);
create index partner_contact_partner on partner_contact (partner_id);
create index partner_contact_person on partner_contact (person_id);
create trigger partner_contact_history after update or delete on partner_contact for each row execute function keep_revision();

alter table role_grant add constraint role_grant_partner_id_fkey foreign key (partner_id) references partner;
create index role_grant_partner on role_grant (partner_id);

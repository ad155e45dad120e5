-- Offices on a tree, the persons in them, what position they hold and what they may do.
create table office (
  id uuid primary key,
  code text not null unique,
  name text not null,
  kind text not null check (kind in ('national', 'province', 'regency', 'district', 'village')),
  parent_id uuid references office,
  path ltree not null unique,
  zone text not null check (zone in ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
  opened_on date not null,
  closed_on date check (closed_on > opened_on),
  check ((parent_id is null) = (kind = 'national'))
);
create index office_path on office using gist (path);
create index office_parent on office (parent_id, code);
create index office_name on office using gin (name gin_trgm_ops);
create trigger office_history after update or delete on office for each row execute function keep_revision();

create table person (
  id uuid primary key,
  name text not null,
  email text not null unique check (email = lower(email)),
  phone text,
  locale text not null default 'id' check (locale in ('id', 'en')),
  zone text check (zone in ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
  auth_user_id text unique references auth_user ("id") on delete set null,
  invited_at timestamptz,
  left_at timestamptz,
  created_at timestamptz not null
);
create index person_name on person using gin (name gin_trgm_ops);
create trigger person_history after update or delete on person for each row execute function keep_revision();

-- Whoever changes a person's name or address changes what they sign in with, and leaving ends every session.
create function keep_account() returns trigger language plpgsql as $$
begin
  update auth_user set "name" = new.name, "email" = new.email, "updatedAt" = now() where "id" = new.auth_user_id;
  if new.left_at is not null then delete from auth_session where "userId" = new.auth_user_id; end if;
  return null;
end $$;
create trigger person_account after update of name, email, left_at on person for each row execute function keep_account();

-- Positions are data: names of divisions and sections change with every regulation.
create table position (
  id uuid primary key,
  name text not null,
  level text not null check (level in ('national', 'province', 'regency', 'any')),
  rank integer not null default 100,
  from_on date,
  to_on date,
  unique (name, level)
);
create trigger position_history after update or delete on position for each row execute function keep_revision();

create table appointment (
  id uuid primary key,
  person_id uuid not null references person,
  office_id uuid not null references office,
  position_id uuid not null references position,
  acting text check (acting in ('plt', 'plh')),
  from_on date not null,
  to_on date check (to_on >= from_on)
);
create index appointment_person on appointment (person_id);
create index appointment_office on appointment (office_id, position_id);
create trigger appointment_history after update or delete on appointment for each row execute function keep_revision();

-- Who may do what, where, from when to when. To a person, or to whoever holds a position in that office.
create table role_grant (
  id uuid primary key,
  person_id uuid references person,
  position_id uuid references position,
  role text not null,
  office_id uuid references office,
  partner_id uuid,
  with_descendants boolean not null default false,
  from_on date not null,
  to_on date check (to_on >= from_on),
  delegated_by uuid references person,
  granted_by uuid references person,
  granted_at timestamptz not null,
  revoked_by uuid references person,
  revoked_at timestamptz,
  check ((person_id is null) <> (position_id is null)),
  check ((office_id is null) <> (partner_id is null))
);
create index role_grant_person on role_grant (person_id);
create index role_grant_position on role_grant (position_id, office_id);
create index role_grant_office on role_grant (office_id);
create trigger role_grant_history after update or delete on role_grant for each row execute function keep_revision();

-- Tokens of programs: only the hash is kept, so a copy of this table opens nothing.
create table api_token (
  id uuid primary key,
  person_id uuid not null references person,
  name text not null,
  hash text not null unique,
  hint text not null,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_on date,
  revoked_at timestamptz
);
create index api_token_person on api_token (person_id);
create trigger api_token_history after update of name, scopes, expires_at, revoked_at or delete on api_token for each row execute function keep_revision();

-- Links sent by mail (and the first one, printed at the start): each works once, until it expires. Only the hash is kept.
create table sign_in_link (
  id uuid primary key,
  hash text not null unique,
  purpose text not null check (purpose in ('setup', 'invitation', 'password', 'session')),
  person_id uuid references person,
  next text check (next like '/%'),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  check ((person_id is null) = (purpose = 'setup'))
);
create index sign_in_link_person on sign_in_link (person_id, created_at);
create index sign_in_link_expires on sign_in_link (expires_at);

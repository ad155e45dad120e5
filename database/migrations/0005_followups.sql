create table follow_up (
  id uuid primary key,
  number text not null unique,
  action text not null,
  detail text,
  office_id uuid not null references office,
  partner_id uuid references partner,
  owner_id uuid not null references person,
  due_on date not null,
  important boolean not null default false,
  state text not null check (state in ('open', 'reported', 'returned', 'verified', 'cancelled')),
  created_by uuid references person,
  created_at timestamptz not null
);
create index follow_up_office on follow_up (office_id, due_on, id);
create index follow_up_owner on follow_up (owner_id, due_on) where state in ('open', 'returned');
create index follow_up_due on follow_up (due_on, id);
create index follow_up_created on follow_up (created_at desc, id desc);
create trigger follow_up_history after update or delete on follow_up for each row execute function keep_revision();

-- What happened to it, line by line: the state above is the last of these.
create table follow_up_event (
  id uuid primary key,
  follow_up_id uuid not null references follow_up,
  kind text not null check (kind in ('assigned', 'reassigned', 'reported', 'returned', 'verified', 'cancelled', 'reopened')),
  note text,
  adequate boolean,
  by uuid references person,
  at timestamptz not null
);
create index follow_up_event_follow_up on follow_up_event (follow_up_id, at);
create trigger follow_up_event_is_append_only before update or delete on follow_up_event for each statement execute function refuse_change();

create table follow_up_evidence (
  event_id uuid not null references follow_up_event,
  file_id uuid not null references stored_file,
  primary key (event_id, file_id)
);
create table number_series (
  series text primary key,
  last bigint not null
);

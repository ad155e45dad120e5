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
  -- Where it came from, as a page of Sinergi: a finding's number and address.
  origin_label text,
  origin_path text check (origin_path like '/%'),
  created_by uuid references person,
  created_at timestamptz not null
);
create index follow_up_office on follow_up (office_id, due_on, id);
create index follow_up_owner on follow_up (owner_id, due_on, id);
create index follow_up_partner on follow_up (partner_id) where partner_id is not null;
create index follow_up_words on follow_up using gin ((action || ' ' || coalesce(detail, '')) gin_trgm_ops);
create index follow_up_due on follow_up (due_on, id);
create index follow_up_waiting on follow_up (due_on, id) where state in ('open', 'reported', 'returned');
create index follow_up_created on follow_up (created_at desc, id desc);
create trigger follow_up_history after update or delete on follow_up for each row execute function keep_revision();

-- What happened to it, line by line: the state above is the last of these.
create table follow_up_event (
  id uuid primary key,
  follow_up_id uuid not null references follow_up,
  kind text not null check (kind in ('assigned', 'reassigned', 'reported', 'returned', 'verified', 'cancelled', 'reopened', 'rescheduled')),
  note text,
  adequate boolean,
  -- Who has it and by when, from this line on; null where the line changes neither.
  owner_id uuid references person,
  due_on date,
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

-- What the daily reminder already told its owner about, so that a second run on the same day tells nothing twice.
create table follow_up_reminder (
  follow_up_id uuid not null references follow_up,
  sent_on date not null,
  primary key (follow_up_id, sent_on)
);
create table number_series (
  series text primary key,
  last bigint not null
);

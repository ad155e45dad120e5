-- Participant reports of meetings by video (docs/decisions/051): whom they name, what each name means, and what people said it means.

create table attendance_report (
  id uuid primary key,
  meeting_id uuid not null references meeting,
  number integer not null,
  file_name text not null,
  zone text not null,
  domain text,
  -- As the file says: the number and topic of the call, and when it began and ended.
  call text,
  topic text,
  starts_at timestamptz,
  ends_at timestamptz,
  row_count integer not null,
  waiting_count integer not null,
  -- Rows whose times cannot be read: [{"row", "name", "problem"}].
  problems jsonb not null,
  state text not null default 'draft' check (state in ('draft', 'recorded', 'withdrawn')),
  reason text,
  created_by uuid references person,
  created_at timestamptz not null,
  recorded_at timestamptz,
  rev integer not null default 0,
  unique (meeting_id, number)
);
create trigger attendance_report_history after update or delete on attendance_report for each row execute function keep_revision();

-- One name of a report with its connections, as [[row, from, to]] in milliseconds.
create table attendance_report_guest (
  id uuid primary key,
  report_id uuid not null references attendance_report,
  place integer not null,
  name text not null,
  email text,
  connections jsonb not null,
  first_in timestamptz,
  last_out timestamptz,
  minutes integer not null,
  devices integer not null,
  -- Codes of the offices that the name means.
  candidates text[] not null,
  status text not null check (status in ('matched', 'unnamed', 'uninvited', 'ambiguous', 'unmatched', 'nobody', 'waiting')),
  office_id uuid references office,
  invitee_id uuid,
  how text not null check (how in ('read', 'remembered', 'chosen')),
  decided_by uuid references person,
  decided_at timestamptz,
  rev integer not null default 0,
  unique (report_id, place)
);
create trigger attendance_report_guest_history after update or delete on attendance_report_guest for each row execute function keep_revision();

-- What people said a name means, for the next report of meetings of this kind that the office hosts.
create table attendance_known_guest (
  id uuid primary key,
  host_id uuid not null references office,
  kind_id uuid not null references meeting_kind,
  key text not null,
  office_id uuid references office,
  person_id uuid references person,
  contact_id uuid references partner_contact,
  -- The name of a guest who is neither.
  called text,
  nobody boolean not null,
  by uuid references person,
  at timestamptz not null,
  unique (host_id, kind_id, key)
);
create trigger attendance_known_guest_history after update or delete on attendance_known_guest for each row execute function keep_revision();

-- Which name of a report said it.
alter table attendance_event add column guest_id uuid references attendance_report_guest;
create index attendance_event_guest on attendance_event (guest_id) where guest_id is not null;

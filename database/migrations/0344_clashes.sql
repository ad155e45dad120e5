-- Where a meeting takes place, where that is not the region of its host: the office of that region (docs/decisions/048).
alter table meeting add column region_id uuid references office;

-- Who is wanted in two places, over the released programmes of all meetings: kept with each release and each move, never typed.
create table meeting_clash (
  id uuid primary key,
  person_id uuid not null references person,
  kind text not null check (kind in ('overlap', 'travel', 'same-session', 'unknown-length')),
  severity text not null check (severity in ('fatal', 'warning', 'note')),
  minutes integer not null,
  a_session uuid not null references meeting_session,
  a_meeting uuid not null references meeting,
  b_session uuid not null references meeting_session,
  b_meeting uuid not null references meeting,
  -- When the later of the two begins.
  starts_at timestamptz not null,
  -- Hours and places of both as they were when it was found: what is ignored comes back once they are others.
  seen text not null,
  found_at timestamptz not null,
  gone_at timestamptz,
  ignored_at timestamptz,
  rev integer not null default 0,
  unique (person_id, a_session, b_session)
);
create index meeting_clash_starts on meeting_clash (starts_at, id) where gone_at is null;
create index meeting_clash_a on meeting_clash (a_meeting) where gone_at is null;
create index meeting_clash_b on meeting_clash (b_meeting) where gone_at is null;
create trigger meeting_clash_history after update or delete on meeting_clash for each row when (old.ignored_at is not null) execute function keep_revision();

-- What people said of one: why it is ignored, that it is no more; and that it came back by itself since one of the two was moved.
create table meeting_clash_event (
  id uuid primary key,
  clash_id uuid not null references meeting_clash,
  kind text not null check (kind in ('ignored', 'restored', 'returned')),
  reason text check ((reason is not null) = (kind = 'ignored')),
  by uuid references person,
  at timestamptz not null
);
create index meeting_clash_event_clash on meeting_clash_event (clash_id, at);
create trigger meeting_clash_event_history after update or delete on meeting_clash_event for each row execute function keep_revision();

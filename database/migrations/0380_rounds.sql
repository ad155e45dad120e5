-- Presenting rounds (docs/decisions/050): a queue of offices in a session of a meeting. What happened is kept as events; the row of the
-- round says how the queue stands after the last of them, and `rev` counts them and every change of an entry.
create table round (
  id uuid primary key,
  meeting_id uuid not null references meeting,
  session_id uuid not null unique references meeting_session,
  -- As the session was called when the round was prepared.
  title text not null,
  -- How long each may present, unless its entry says otherwise.
  minutes integer not null check (minutes between 1 and 240),
  -- Who waits, in order; what each has used before `since`, in milliseconds; what is over.
  queue jsonb not null,
  current_id uuid,
  -- Since when the clock of whoever presents runs; absent while it stands.
  since timestamptz check (since is null or current_id is not null),
  created_by uuid references person,
  created_at timestamptz not null,
  rev integer not null default 0
);
create index round_meeting on round (meeting_id);
create trigger round_live after update of rev on round for each row execute function tell_live('round', 'id');

create table round_entry (
  id uuid primary key,
  round_id uuid not null references round,
  stage text not null,
  office_id uuid not null references office,
  topic text not null,
  minutes integer not null check (minutes between 1 and 240),
  file_id uuid references stored_file,
  created_by uuid references person,
  created_at timestamptz not null,
  rev integer not null default 0
);
create index round_entry_round on round_entry (round_id);
create index round_entry_office on round_entry (office_id);
create trigger round_entry_history after update or delete on round_entry for each row execute function keep_revision();
alter table round add foreign key (current_id) references round_entry;

-- Only ever added to.
create table round_event (
  id uuid primary key,
  round_id uuid not null references round,
  seq integer not null,
  kind text not null check (kind in ('added', 'started', 'paused', 'resumed', 'stopped', 'skipped', 'deferred', 'readded', 'moved')),
  entry_id uuid not null references round_entry,
  before_id uuid references round_entry,
  by uuid references person,
  at timestamptz not null,
  unique (round_id, seq)
);
create trigger round_event_history after update or delete on round_event for each row execute function keep_revision();

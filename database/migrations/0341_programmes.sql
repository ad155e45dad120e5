-- The programme of a meeting: what is spoken about and by whom, apart from when and where, apart from what was released (docs/decisions/044).

create table meeting_session (
  id uuid primary key,
  meeting_id uuid not null references meeting,
  kind text not null check (kind in ('ceremony', 'plenary', 'panel', 'class', 'round', 'break', 'other')),
  title text not null,
  description text,
  -- Which of several parallel classes.
  class text,
  -- Who sees to it that it takes place.
  owner text,
  room text,
  -- The day that it belongs to: what begins after midnight is of the day before.
  day date,
  starts_at timestamptz,
  ends_at timestamptz check (ends_at > starts_at),
  removed_at timestamptz,
  rev integer not null default 0,
  check ((day is null) = (starts_at is null)),
  check (ends_at is null or starts_at is not null)
);
create index meeting_session_meeting on meeting_session (meeting_id, starts_at);
create trigger meeting_session_history after update or delete on meeting_session for each row execute function keep_revision();

-- Somebody's part in a session: a person, or a guest by name; perhaps in the place of somebody else.
create table meeting_part (
  id uuid primary key,
  session_id uuid not null references meeting_session,
  seq integer not null,
  role text not null check (role in ('opens', 'directs', 'speaks', 'moderates', 'chairs', 'minutes', 'judges', 'hosts')),
  person_id uuid references person,
  guest text,
  institution text,
  involvement text not null check (involvement in ('must', 'expected', 'optional')),
  behalf_of text,
  reads_message boolean not null default false,
  check ((person_id is null) <> (guest is null)),
  check (behalf_of is not null or not reads_message)
);
create index meeting_part_session on meeting_part (session_id, seq);
create index meeting_part_person on meeting_part (person_id);
create trigger meeting_part_history after update or delete on meeting_part for each row execute function keep_revision();

-- What was released, each time: the whole programme as it then stood, and in what it differs from the one before.
create table meeting_release (
  id uuid primary key,
  meeting_id uuid not null references meeting,
  number integer not null,
  sessions jsonb not null,
  changes jsonb not null,
  by uuid references person,
  at timestamptz not null,
  unique (meeting_id, number)
);
create trigger meeting_release_history after update or delete on meeting_release for each row execute function keep_revision();

-- When and where each session takes place, as released; a release writes them anew.
create table meeting_slot (
  session_id uuid primary key references meeting_session,
  meeting_id uuid not null references meeting,
  title text not null,
  room text,
  starts_at timestamptz,
  ends_at timestamptz
);
create index meeting_slot_meeting on meeting_slot (meeting_id);

-- Who is to be there, as released: what opens the meeting to them, and what tells whether they are in two places.
create table meeting_engagement (
  session_id uuid not null references meeting_slot on delete cascade,
  person_id uuid not null references person,
  meeting_id uuid not null references meeting,
  involvement text not null check (involvement in ('must', 'expected', 'optional')),
  primary key (session_id, person_id)
);
create index meeting_engagement_person on meeting_engagement (person_id);
create index meeting_engagement_meeting on meeting_engagement (meeting_id);

-- The minutes of a meeting (docs/decisions/047): what was said in each session, written by several hands at once, and what became of that.

-- What somebody does in a session, as released: whoever takes its minutes or chairs it may write them.
alter table meeting_engagement add column roles text[] not null default '{}';
update meeting_engagement e set roles = array(
  select distinct p.value ->> 'role' from meeting_release r, jsonb_array_elements(r.sessions) s, jsonb_array_elements(s.value -> 'parts') p
  where r.meeting_id = e.meeting_id and r.number = (select max(l.number) from meeting_release l where l.meeting_id = e.meeting_id)
    and s.value ->> 'id' = e.session_id::text and p.value ->> 'personId' = e.person_id::text);
create view meeting_engagement_card as select session_id, person_id, meeting_id, roles from meeting_engagement;
create view meeting_slot_card as select session_id, meeting_id, title, room, starts_at, ends_at from meeting_slot;
create or replace view meeting_card as
  select id, number, title, office_id, state, starts_at, ends_at, theme, mode, place, link, kind_id from meeting;

create table minutes (
  id uuid primary key,
  meeting_id uuid not null references meeting,
  -- Of one session; of a meeting whose programme has none, of the meeting itself.
  session_id uuid references meeting_session,
  -- What that was called when its minutes were begun: a later release may have no such session any more.
  title text not null,
  state text not null check (state in ('draft', 'sent', 'returned', 'approved', 'distributed')),
  -- What was approved, and the SHA-256 of it.
  frozen jsonb,
  hash text,
  approved_by uuid references person,
  approved_at timestamptz,
  distributed_at timestamptz,
  created_by uuid references person,
  created_at timestamptz not null,
  rev integer not null default 0,
  unique nulls not distinct (meeting_id, session_id),
  check ((frozen is null) = (hash is null) and (hash is null) = (approved_at is null)),
  check ((state in ('approved', 'distributed')) = (hash is not null))
);
create trigger minutes_history after update or delete on minutes for each row execute function keep_revision();

-- What somebody said, with what was concluded of it. Each passage has a revision of its own, by which what two people write is merged.
create table minutes_passage (
  id uuid primary key,
  minutes_id uuid not null references minutes,
  seq integer not null,
  speaker text,
  text text,
  conclusion text,
  by uuid references person,
  at timestamptz not null,
  removed_at timestamptz,
  rev integer not null default 0
);
create index minutes_passage_minutes on minutes_passage (minutes_id, seq);
create trigger minutes_passage_history after update or delete on minutes_passage for each row execute function keep_revision();

-- What was sent against words that somebody else had changed meanwhile: it never stood, and is not lost.
create table minutes_unchosen (
  id uuid primary key,
  passage_id uuid not null references minutes_passage,
  minutes_id uuid not null references minutes,
  field text not null check (field in ('speaker', 'text', 'conclusion')),
  value text not null,
  by uuid references person,
  at timestamptz not null
);
create index minutes_unchosen_passage on minutes_unchosen (passage_id);

-- Whoever wrote in them.
create table minutes_writer (
  minutes_id uuid not null references minutes,
  person_id uuid not null references person,
  primary key (minutes_id, person_id)
);

create table minutes_event (
  id uuid primary key,
  minutes_id uuid not null references minutes,
  kind text not null check (kind in ('begun', 'sent', 'returned', 'approved', 'distributed')),
  note text,
  by uuid references person,
  at timestamptz not null
);
create index minutes_event_minutes on minutes_event (minutes_id, at);
create trigger minutes_event_is_append_only before update or delete on minutes_event for each statement execute function refuse_change();

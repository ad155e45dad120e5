-- Who was at which session of a meeting (docs/decisions/051): what desks, people and reports said of it, each once and never changed. What
-- somebody's presence was is made of these.

-- When and where the sessions of a released programme take place, and of what kind they are.
create view meeting_session_card as
  select n.id, s.meeting_id, s.title, s.room, s.starts_at, s.ends_at, n.kind, n.class
  from meeting_slot s join meeting_session n on n.id = s.session_id;

create table attendance_event (
  -- Made where it was noted; sent again it is the same.
  id uuid primary key,
  meeting_id uuid not null references meeting,
  -- A session of the released programme, or the meeting itself where it has none; absent where it is said of the whole meeting. No
  -- reference: what was noted stays when the session goes.
  session_id uuid,
  invitee_id uuid not null,
  kind text not null check (kind in ('in', 'out', 'excused', 'void')),
  at timestamptz not null,
  mode text not null check (mode in ('onsite', 'online')),
  -- The desk, the device or the connection.
  source text not null,
  method text not null check (method in ('qr', 'name', 'code', 'hand', 'report')),
  -- Who came instead.
  proxy text,
  of_id uuid references attendance_event,
  reason text,
  recorded_by uuid references person,
  recorded_at timestamptz not null,
  check ((kind = 'void') = (of_id is not null)),
  check (kind <> 'void' or reason is not null)
);
create index attendance_event_meeting on attendance_event (meeting_id, session_id);
create index attendance_event_of on attendance_event (of_id);
create trigger attendance_event_history after update or delete on attendance_event for each row execute function keep_revision();
create trigger attendance_event_live after insert on attendance_event for each row execute function tell_live('attendance', 'meeting_id');

-- How often somebody has lately typed a code of a meeting that was not the one.
create table attendance_try (
  meeting_id uuid not null references meeting,
  person_id uuid not null references person,
  tries integer not null,
  since timestamptz not null,
  primary key (meeting_id, person_id)
);

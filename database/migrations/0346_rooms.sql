-- Rooms of a meeting: how many fit, how to join, and in which other place where a meeting has several (docs/decisions/049). A session names one.
create table meeting_room (
  id uuid primary key,
  meeting_id uuid not null references meeting,
  name text not null,
  capacity integer check (capacity > 0),
  link text,
  -- Where it is not in the place of the meeting.
  place text,
  region_id uuid references office,
  removed_at timestamptz,
  rev integer not null default 0,
  check (region_id is null or place is not null)
);
create unique index meeting_room_name on meeting_room (meeting_id, lower(name)) where removed_at is null;
create trigger meeting_room_history after update or delete on meeting_room for each row execute function keep_revision();

-- How many are expected in a session, to see whether they fit.
alter table meeting_session add column expected integer check (expected > 0);

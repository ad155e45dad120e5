-- Parallel classes of a meeting (docs/decisions/054): how many fit, whom they are for, who has a place, and who waits for one.

-- A class is what sessions of the released programme are called by; one that a release took away stays with the day that it went.
create table meeting_class (
  id uuid primary key,
  meeting_id uuid not null references meeting,
  name text not null,
  capacity integer check (capacity > 0),
  -- Divisions or sections whose people are allotted to it.
  units text[] not null default '{}',
  created_at timestamptz not null,
  removed_at timestamptz,
  rev integer not null default 0,
  unique (meeting_id, name)
);
create trigger meeting_class_history after update or delete on meeting_class for each row execute function keep_revision();

create table meeting_class_seat (
  id uuid primary key,
  class_id uuid not null references meeting_class,
  invitee_id uuid not null references meeting_invitee on delete cascade,
  state text not null check (state in ('placed', 'waiting', 'ended')),
  how text not null check (how in ('self', 'link', 'allotted')),
  -- The order of those who wait.
  seq bigint not null generated always as identity,
  asked_at timestamptz not null,
  placed_at timestamptz,
  ended_at timestamptz,
  ended_how text check (ended_how in ('left', 'declined', 'withdrawn', 'removed')),
  check ((state = 'ended') = (ended_at is not null) and (ended_at is null) = (ended_how is null)),
  check (state <> 'placed' or placed_at is not null)
);
create unique index meeting_class_seat_open on meeting_class_seat (invitee_id) where state <> 'ended';
create index meeting_class_seat_class on meeting_class_seat (class_id, state, seq);
create trigger meeting_class_seat_history after update or delete on meeting_class_seat for each row execute function keep_revision();

create view meeting_class_seat_card as
  select s.id, c.meeting_id, c.name as class, s.invitee_id, s.state from meeting_class_seat s join meeting_class c on c.id = s.class_id;

insert into meeting_class (id, meeting_id, name, created_at)
  select gen_random_uuid(), s.meeting_id, n.class, now()
  from meeting_slot s join meeting_session n on n.id = s.session_id where n.class is not null group by s.meeting_id, n.class;

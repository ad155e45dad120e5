-- What a meeting decided and recommended (docs/decisions/047): with a structured result, and the follow-ups that come of it.

create table decision (
  id uuid primary key,
  minutes_id uuid not null references minutes,
  meeting_id uuid not null references meeting,
  -- A series of each meeting.
  seq integer not null,
  number text not null unique,
  kind text not null check (kind in ('decision', 'recommendation')),
  text text not null,
  -- To whom: an office, a partner, or any other body by its name.
  office_id uuid references office,
  partner_id uuid references partner,
  body text,
  result text not null check (result in ('adopted', 'amended', 'rejected', 'postponed', 'referred', 'withdrawn', 'noted')),
  note text,
  postponed_on date,
  postponed_to uuid references meeting,
  referred_to uuid references office,
  due_on date,
  -- The decision of an earlier meeting about the same matter.
  continues uuid references decision,
  removed_at timestamptz,
  created_by uuid references person,
  created_at timestamptz not null,
  rev integer not null default 0,
  search tsvector generated always as (searchable(plain_words(number || ' ' || text))) stored,
  unique (meeting_id, seq),
  check (num_nonnulls(office_id, partner_id, body) <= 1),
  check ((result = 'postponed') = (num_nonnulls(postponed_on, postponed_to) > 0)),
  check ((result = 'referred') = (referred_to is not null))
);
create index decision_minutes on decision (minutes_id, seq);
create index decision_office on decision (office_id) where office_id is not null;
create index decision_continues on decision (continues) where continues is not null;
create index decision_created on decision (created_at desc, id desc);
create index decision_search on decision using gin (search);
create trigger decision_history after update or delete on decision for each row execute function keep_revision();

create table decision_follow_up (
  decision_id uuid not null references decision,
  follow_up_id uuid not null references follow_up,
  primary key (decision_id, follow_up_id)
);
create index decision_follow_up_follow_up on decision_follow_up (follow_up_id);

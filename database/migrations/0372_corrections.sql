-- What somebody who took part says of approved minutes, and what whoever approves them answered.
create table minutes_correction (
  id uuid primary key,
  minutes_id uuid not null references minutes,
  passage_id uuid references minutes_passage,
  text text not null,
  by uuid references person,
  at timestamptz not null,
  -- Taken up as an addendum, or not, with the reason.
  is_taken boolean,
  answer text,
  answered_by uuid references person,
  answered_at timestamptz,
  rev integer not null default 0,
  check ((is_taken is null) = (answered_at is null)),
  check (is_taken is not false or answer is not null)
);
create index minutes_correction_minutes on minutes_correction (minutes_id, at);
create trigger minutes_correction_history after update or delete on minutes_correction for each row execute function keep_revision();

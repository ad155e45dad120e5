-- Who of those invited to a meeting gets a certificate of attendance (docs/decisions/052): whoever was present at so many of the sessions
-- that were meant for them, in per cent.
create table meeting_certificate (
  meeting_id uuid primary key references meeting,
  percent integer not null check (percent between 1 and 100),
  rev integer not null default 0
);
create trigger meeting_certificate_history after update or delete on meeting_certificate for each row execute function keep_revision('meeting_id');

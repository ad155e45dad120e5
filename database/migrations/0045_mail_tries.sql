-- A letter is tried for days, by one worker at a time, and every try can be seen.
alter table mail_message
  add column tries integer not null default 0,
  add column tried_at timestamptz,
  add column next_try_at timestamptz, -- empty: as soon as possible
  add column claimed_until timestamptz, -- a worker has it in hand until then
  add column retried_at timestamptz, -- somebody asked for it by hand; the days of trying count from here
  add column given_up_at timestamptz;

-- What had been given up stays so: nobody wants a letter of last month.
update mail_message set given_up_at = now() where sent_at is null and failure is not null and created_at < now() - interval '1 hour';

create index mail_message_due on mail_message (next_try_at, created_at) where sent_at is null and given_up_at is null;

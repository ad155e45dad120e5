-- The secret address by which a person's own calendar reads what is due. Only the hash of the secret is kept.
create table calendar_feed (
  id uuid primary key,
  person_id uuid not null references person,
  name text not null,
  mine boolean not null,
  hash text not null unique,
  hint text not null,
  created_at timestamptz not null,
  read_at timestamptz,
  revoked_at timestamptz
);
create index calendar_feed_person on calendar_feed (person_id);
create trigger calendar_feed_history after delete or update of name, mine, revoked_at on calendar_feed for each row execute function keep_revision();

-- What a calendar was told last of one date of one thing: a fingerprint and no words. The number rises whenever something else is said.
create table calendar_entry (
  feed_id uuid not null references calendar_feed on delete cascade,
  uid text not null,
  sequence integer not null,
  digest text not null,
  day date not null,
  changed_at timestamptz not null,
  cancelled_at timestamptz,
  primary key (feed_id, uid)
);

create index obligation_due on obligation (due_on, agreement_id) where due_on is not null;

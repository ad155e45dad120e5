-- What a person was told, once: the ledger of all that is sent, and what their inbox shows.
create table notice (
  id uuid primary key,
  person_id uuid not null references person,
  kind text not null,
  -- What it is told about, as far as it can be told twice: the same key is never told the same person again.
  key text not null,
  subject_kind text not null,
  subject_id uuid not null,
  params jsonb not null default '{}',
  -- How it goes by mail: in a letter of its own, in the summary of the day, or not.
  mail text not null check (mail in ('now', 'digest', 'off')),
  mailed_at timestamptz,
  read_at timestamptz,
  created_at timestamptz not null,
  unique (person_id, kind, key)
);
create index notice_inbox on notice (person_id, created_at desc, id desc);
create index notice_unread on notice (person_id, created_at desc, id desc) where read_at is null;
create index notice_digest_waits on notice (person_id) where mail = 'digest' and mailed_at is null;
create index notice_subject on notice (subject_kind, subject_id);

-- How a person wants a kind of notice by mail, where it is not as usual.
create table notice_preference (
  person_id uuid not null references person,
  kind text not null,
  mail text not null check (mail in ('now', 'digest', 'off')),
  primary key (person_id, kind)
);
-- At which hour of their zone the summary comes, and between which hours no letter leaves.
create table notice_hours (
  person_id uuid primary key references person,
  digest_hour integer not null default 7 check (digest_hour between 0 and 23),
  quiet_from integer check (quiet_from between 0 and 23),
  quiet_to integer check (quiet_to between 0 and 23),
  check ((quiet_from is null) = (quiet_to is null))
);
-- The days, in a person's zone, on which a summary was made: one a day at most.
create table notice_digest (
  person_id uuid not null references person,
  day date not null,
  primary key (person_id, day)
);

-- How far somebody who is new has come with the list of their first days, and since when they do not want to see it.
create table first_days (
  person_id uuid primary key references person,
  -- Steps that nobody but the person can say to be done.
  done text[] not null default '{}' check (cardinality(done) <= 20),
  dismissed_at timestamptz
);

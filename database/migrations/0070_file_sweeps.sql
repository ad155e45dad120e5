-- What each search for files that belong to nothing came to.
create table file_sweep (
  id uuid primary key,
  at timestamptz not null,
  looked integer not null check (looked >= 0),
  removed integer not null check (removed >= 0),
  bytes bigint not null check (bytes >= 0)
);
create index on file_sweep (at desc, id);

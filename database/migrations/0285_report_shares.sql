-- A report that is read below the office whose report it is: who shared it when, and who withdrew that when. None is ever deleted.
create table report_share (
  id uuid primary key,
  report_id uuid not null references report,
  shared_by uuid references person,
  shared_at timestamptz not null,
  withdrawn_by uuid references person,
  withdrawn_at timestamptz check (withdrawn_at >= shared_at),
  check (withdrawn_by is null or withdrawn_at is not null)
);
create unique index report_share_in_force on report_share (report_id) where withdrawn_at is null;

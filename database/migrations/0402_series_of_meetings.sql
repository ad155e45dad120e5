-- A series of meetings of one office (docs/decisions/054): what is held again and again, so that one sees what came of each.
create table meeting_series (
  id uuid primary key,
  office_id uuid not null references office,
  name text not null,
  created_by uuid references person,
  created_at timestamptz not null,
  unique (office_id, name)
);
create trigger meeting_series_history after update or delete on meeting_series for each row execute function keep_revision();
alter table meeting add column series_id uuid references meeting_series;
create index meeting_of_series on meeting (series_id, starts_at desc);

-- Long work with progress, carried out as the one who asked for it: reading and recording an import, making a report, letters of a cycle.
-- `input` is what was asked for, `cursor` how far it came, as its kind needs to go on; `path` is the office that it is done for.
create table run (
  id uuid primary key,
  kind text not null,
  subject_kind text not null,
  subject_id uuid not null,
  path ltree not null,
  asked_by uuid references person,
  input jsonb not null default '{}',
  cursor jsonb not null default '{}',
  state text not null check (state in ('waiting', 'running', 'done', 'cancelled', 'failed', 'stopped')),
  phase integer not null default 0,
  done integer not null default 0,
  total integer not null default 0,
  refusal jsonb,
  asked_at timestamptz not null,
  begun_at timestamptz,
  ended_at timestamptz,
  check ((state in ('waiting', 'running')) = (ended_at is null))
);
create index run_asked on run (asked_at desc, id desc);
create index run_asked_by on run (asked_by, asked_at desc, id desc);
create index run_subject on run (subject_id, asked_at desc);
create index run_open on run (asked_at) where ended_at is null;

-- Reports: what their making says of itself says their state.
insert into run (id, kind, subject_kind, subject_id, path, asked_by, state, phase, done, total, refusal, asked_at, begun_at, ended_at)
select r.id, 'reports.make', 'report', r.id, o.path, r.requested_by,
  case r.state when 'queued' then 'waiting' when 'ready' then 'done' else r.state end, least(r.done, 3), r.done, r.total,
  case when r.failure is not null then jsonb_build_object('id', r.failure, 'en', r.failure) end,
  r.created_at, case when r.state <> 'queued' then r.created_at end,
  case when r.state not in ('queued', 'running') then coalesce(r.finished_at, r.created_at) end
from report r join office o on o.id = r.office_id;
alter table report add column run_id uuid references run;
update report set run_id = id;
alter table report alter column run_id set not null;
create index report_run on report (run_id);
drop trigger report_history on report;
alter table report drop column state, drop column done, drop column total, drop column failure, drop column finished_at;
create trigger report_history after update of number, title, narrative or delete on report for each row execute function keep_revision();

-- Imports: their reading and their recording are runs. A run that waits for people (to look through the rows) is none.
insert into run (id, kind, subject_kind, subject_id, path, asked_by, state, done, total, refusal, asked_at, begun_at, ended_at)
select b.id, case b.kind when 'persons' then 'person-imports' else 'imports' end || case when b.headers = '{}' then '.read' else '.apply' end,
  'import', b.id, o.path, b.created_by,
  case b.state when 'reading' then 'waiting' when 'cancelled' then case when b.failure is null then 'cancelled' else 'failed' end else b.state end,
  b.done, case when b.headers = '{}' then 0 else b.total end, case when b.failure is not null then jsonb_build_object('id', b.failure, 'en', b.failure) end,
  b.created_at, coalesce(b.confirmed_at, b.created_at),
  case when b.state not in ('reading', 'running') then coalesce(b.finished_at, b.confirmed_at, b.created_at) end
from import_batch b join office o on o.id = b.office_id
where b.state in ('reading', 'running', 'done', 'failed', 'stopped') or (b.state = 'cancelled' and (b.confirmed_at is not null or b.failure is not null));
alter table import_batch add column run_id uuid references run;
update import_batch b set run_id = b.id where exists (select from run r where r.id = b.id);
create index import_batch_run on import_batch (run_id);
alter table import_batch drop column done, drop column failure;

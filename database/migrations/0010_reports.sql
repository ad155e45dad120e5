create table report (
  id uuid primary key,
  number text not null unique,
  cycle_id uuid not null references cycle,
  office_id uuid not null references office,
  title text not null,
  locale text not null check (locale in ('id', 'en')),
  state text not null check (state in ('queued', 'running', 'ready', 'failed', 'cancelled')),
  done integer not null default 0,
  total integer not null default 0,
  failure text,
  cutoff_at timestamptz,
  data jsonb,
  data_hash text,
  pdf_id uuid references stored_file,
  word_id uuid references stored_file,
  xlsx_id uuid references stored_file,
  narrative jsonb not null default '{}',
  requested_by uuid references person,
  created_at timestamptz not null,
  finished_at timestamptz
);
create index report_created on report (created_at desc, id desc);
create trigger report_history after update of number, title, narrative, state or delete on report for each row execute function keep_revision();

create table report_template (
  id uuid primary key,
  office_id uuid not null references office,
  kind text not null check (kind in ('national')),
  file_id uuid not null references stored_file,
  uploaded_by uuid references person,
  uploaded_at timestamptz not null,
  retired_at timestamptz
);
create index report_template_office on report_template (office_id, kind, uploaded_at desc);
create trigger report_template_history after update or delete on report_template for each row execute function keep_revision();

create table import_batch (
  id uuid primary key,
  name text not null,
  file_id uuid not null references stored_file,
  office_id uuid not null references office,
  layout text,
  headers text[] not null default '{}',
  mapping jsonb not null default '{}',
  state text not null check (state in ('reading', 'mapping', 'preview', 'running', 'done', 'cancelled', 'failed')),
  counts jsonb not null default '{}',
  total integer not null default 0,
  done integer not null default 0,
  failure text,
  created_by uuid references person,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  finished_at timestamptz
);
create index import_batch_created on import_batch (created_at desc, id desc);
create trigger import_batch_history after update of name, mapping, state or delete on import_batch for each row execute function keep_revision();

create table import_row (
  id uuid primary key,
  batch_id uuid not null references import_batch,
  row_number integer not null,
  original jsonb not null,
  correction jsonb not null default '{}',
  judged jsonb not null,
  outcome text not null check (outcome in ('ready', 'duplicate', 'update', 'attention')),
  problems text[] not null default '{}',
  decision text check (decision in ('draft', 'skip')),
  agreement_id uuid references agreement,
  applied_at timestamptz,
  applied_as text check (applied_as in ('created', 'updated', 'draft', 'duplicate', 'skipped')),
  unique (batch_id, row_number)
);
create index import_row_open on import_row (batch_id, row_number) where applied_at is null;
create index import_row_outcome on import_row (batch_id, outcome, row_number);
create index import_row_agreement on import_row (agreement_id) where agreement_id is not null;
create trigger import_row_history after update of original, correction, decision or delete on import_row for each row execute function keep_revision();

-- The key that makes a row the same agreement: folded KPU number and folded partner. One agreement a key.
create table import_key (
  key text primary key,
  agreement_id uuid not null references agreement
);
create index import_key_agreement on import_key (agreement_id);

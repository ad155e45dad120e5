-- What was chosen for a whole file (order of days, office, kind and class of partner where the file has none), and how each column of
-- days was read.
alter table import_batch add settings jsonb not null default '{}';
alter table import_batch add day_orders jsonb not null default '{}';
drop trigger import_batch_history on import_batch;
create trigger import_batch_history after update of name, mapping, settings, leave_out_hidden, state or delete on import_batch for each row execute function keep_revision();

-- What an office chose for a layout, known by its headers: taken again for the next file of the same layout.
create table import_layout (
  id uuid primary key,
  office_id uuid not null references office,
  headers text not null,
  columns jsonb not null,
  settings jsonb not null,
  changed_by uuid references person,
  changed_at timestamptz not null,
  unique (office_id, headers)
);
create trigger import_layout_history after update or delete on import_layout for each row execute function keep_revision();

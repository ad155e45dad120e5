-- Stopped by an error of our own, at the last try of its job: a person can have it tried again.
alter table import_batch drop constraint import_batch_state_check;
alter table import_batch add constraint import_batch_state_check
  check (state in ('reading', 'mapping', 'preview', 'running', 'done', 'cancelled', 'failed', 'stopped'));

-- A workbook has several sheets, so a row is known by its place in the file: where it would stand if the sheets stood one below the
-- other. `row_number` is what the spreadsheet program shows beside it, in its sheet; `sheet` is null where the file has only one.
alter table import_row add place integer;
alter table import_row add sheet text;
alter table import_row add hidden boolean not null default false;
update import_row set place = row_number;
alter table import_row alter place set not null;
alter table import_row drop constraint import_row_batch_id_row_number_key;
alter table import_row add constraint import_row_batch_id_place_key unique (batch_id, place);
drop index import_row_open;
drop index import_row_outcome;
create index import_row_open on import_row (batch_id, place) where applied_at is null;
create index import_row_outcome on import_row (batch_id, outcome, place);
update import_row set judged = judged || jsonb_build_object('place', row_number, 'sheet', null, 'causes', '[]'::jsonb) where judged ? 'row';
update import_row set judged = jsonb_set(judged, '{duplicateOf}', judged -> 'duplicateOf' || jsonb_build_object('place', judged -> 'duplicateOf' -> 'row', 'sheet', null))
  where judged -> 'duplicateOf' ? 'row';

-- What of the file is in no row, and whether rows that were hidden in it are left out.
alter table import_batch add unread jsonb not null default '{"sheets": [], "rows": [], "cells": []}';
alter table import_batch add columns jsonb not null default '{"unread": [], "hidden": []}';
alter table import_batch add places jsonb not null default '{}';
alter table import_batch add hidden integer not null default 0;
alter table import_batch add leave_out_hidden boolean not null default false;
drop trigger import_batch_history on import_batch;
create trigger import_batch_history after update of name, mapping, leave_out_hidden, state or delete on import_batch for each row execute function keep_revision();

-- By what a row of an import meets other rows of its file, so that one that is corrected is judged with those that it concerns alone.
-- Null until it was judged; see `Meeting` in the imports module.
alter table import_row add column meets jsonb;
-- The reach of whoever judged the whole file last: somebody of another reach may record other offices' rows, so they judge all again.
alter table import_batch add column judged_reach jsonb;

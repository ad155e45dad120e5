-- Counts what people answered of an import, so that nobody answers over, or records, what they have not seen.
alter table import_batch add column rev integer not null default 0;

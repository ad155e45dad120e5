-- Counts the changes of a planned cycle, so that nobody overwrites what they have not seen.
alter table cycle add column rev integer not null default 0;
